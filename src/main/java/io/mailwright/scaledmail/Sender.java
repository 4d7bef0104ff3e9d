package io.mailwright.scaledmail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import retrofit2.Call;
import retrofit2.Response;

/**
 * The only door for calls that cost money or may happen once only; the ledger is its only caller. Each method sends its
 * request at most once, never throws for what the vendor or the network does, and says how it ended ({@link Reply}). It
 * takes at most about 25 seconds. A critical call's minute is taken from {@link Pace} by the ledger, before its claim.
 */
@Component
public class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration AFTER_NO_CONNECTION = Duration.ofSeconds(5);

    private final VendorClient vendor;
    private final Redaction redaction;
    private final CallLog calls;

    Sender(VendorClient vendor, Redaction redaction, CallLog calls) {
        this.vendor = vendor;
        this.redaction = redaction;
        this.calls = calls;
    }

    /** @param names at most ten; bought all or none */
    public Reply buyDomains(SendPermit permit, String organization, List<String> names) {
        return send(
                "buy-domains",
                permit,
                List.of(),
                departure -> vendor.api().buyDomains(organization, new Wire.Names(names), permit, departure));
    }

    /**
     * @param source where the domains come from: scaledmail or other
     * @param coupon or null
     */
    public Reply createCustomOrder(
            SendPermit permit, String organization, String source, String coupon, Wire.OrderBody order) {
        return send(
                "create-custom-order",
                permit,
                order.secrets(),
                departure -> vendor.api().createCustomOrder(organization, source, coupon, order, permit, departure));
    }

    /** @param uuid the pending form's, not its payment id */
    public Reply submitForm(SendPermit permit, String organization, String uuid, String source, Wire.OrderBody form) {
        return send(
                "submit-form",
                permit,
                form.secrets(),
                departure -> vendor.api().submitForm(uuid, organization, source, form, permit, departure));
    }

    /** @param name names need not differ at the vendor */
    public Reply createWorkspace(SendPermit permit, String name) {
        return send(
                "create-organization",
                permit,
                List.of(),
                departure -> vendor.api().createOrganization(new Wire.NewOrganization(name), permit, departure));
    }

    /** All of it is bought, or nothing. */
    public Reply buyPreWarmInboxes(SendPermit permit, String organization, Wire.WarmPurchase purchase) {
        return send(
                "buy-pre-warm-inboxes",
                permit,
                purchase.secrets(),
                departure -> vendor.api().buyPreWarmInboxes(organization, purchase, permit, departure));
    }

    /**
     * @param priceId the package's
     * @param source where the domains come from: scaledmail or other
     * @param coupon or null
     */
    public Reply createOrder(
            SendPermit permit,
            String organization,
            String priceId,
            String source,
            String coupon,
            Wire.OrderBody order) {
        return send(
                "create-order",
                permit,
                order.secrets(),
                departure -> vendor.api().createOrder(priceId, organization, source, coupon, order, permit, departure));
    }

    /**
     * @param domain the name that is replaced
     * @param source where the new one comes from: scaledmail or other
     */
    public Reply swapDomain(
            SendPermit permit, String organization, String domain, String source, Wire.DomainSwap swap) {
        return send(
                "swap-domain",
                permit,
                swap.secrets(),
                departure -> vendor.api().swapDomain(domain, organization, source, swap, permit, departure));
    }

    /** @param redirect "" takes it away */
    public Reply swapRedirect(SendPermit permit, String organization, String domain, String redirect) {
        return send(
                "swap-redirect",
                permit,
                List.of(),
                departure -> vendor.api()
                        .swapRedirect(domain, organization, new Wire.RedirectSwap(redirect), permit, departure));
    }

    /** The whole order, at once and without refund. */
    public Reply cancelOrder(SendPermit permit, String organization, String order) {
        return send(
                "cancel-order",
                permit,
                List.of(),
                departure -> vendor.api().cancelOrder(order, organization, permit, departure));
    }

    /**
     * @param operation the first part of its path
     * @param secrets what the request holds that no reply may tell of
     */
    private Reply send(
            String operation, SendPermit permit, List<String> secrets, Function<Departure, Call<ResponseBody>> call) {
        Objects.requireNonNull(permit, "Nothing is sent without a SendPermit of the ledger.");
        Departure departure = new Departure();
        Reply reply = classified(new Verdict(redaction.of(secrets)), departure, call);
        calls.ended(operation, reply);
        LOG.info("Attempt {} ended {} with status {}", permit.attempt(), reply.outcome(), reply.status());
        return reply;
    }

    private static Reply classified(
            Verdict verdict, Departure departure, Function<Departure, Call<ResponseBody>> call) {
        try {
            Response<ResponseBody> response = call.apply(departure).execute();
            return verdict.of(response.code(), body(response));
        } catch (TryAgainAt early) {
            return departure.left()
                    ? verdict.unknown(departure.status(), early.getMessage())
                    : verdict.notSent(early.getMessage(), early.time());
        } catch (IOException | RuntimeException e) {
            String why = e.getClass().getSimpleName() + ": " + e.getMessage();
            return departure.left()
                    ? verdict.unknown(departure.status(), why)
                    : verdict.notSent(why, Instant.now().plus(AFTER_NO_CONNECTION));
        }
    }

    private static String body(Response<ResponseBody> response) throws IOException {
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            return body == null ? "" : body.string();
        }
    }
}
