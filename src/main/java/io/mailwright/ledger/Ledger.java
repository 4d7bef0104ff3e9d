package io.mailwright.ledger;

import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Everything that may be paid for or sent once goes through here: look first, guards, claim, send once, record
 * (docs/money.md). Each method may be called again at any time, after any crash: what is done is found done.
 */
@Component
public class Ledger {
    private final Attempts attempts;
    private final Budgets budgets;
    private final Purchases purchases;
    private final OrderPlacing orders;
    private final FormSubmission forms;
    private final Amounts amounts;
    private final OwnOrders ownOrders;
    private final Cancelling cancelling;
    private final Swapping swapping;
    private final Workspaces workspaces;

    Ledger(
            Attempts attempts,
            Budgets budgets,
            Purchases purchases,
            OrderPlacing orders,
            FormSubmission forms,
            Amounts amounts,
            OwnOrders ownOrders,
            Cancelling cancelling,
            Swapping swapping,
            Workspaces workspaces) {
        this.attempts = attempts;
        this.budgets = budgets;
        this.purchases = purchases;
        this.orders = orders;
        this.forms = forms;
        this.amounts = amounts;
        this.ownOrders = ownOrders;
        this.cancelling = cancelling;
        this.swapping = swapping;
        this.workspaces = workspaces;
    }

    /** What has become of a name that was to be bought. */
    public enum Fate {
        /** Ours: confirmed, or found registered and in no order. */
        OURS,
        /** Gone, dearer than approved, or somebody else's. */
        LOST,
        /** A call that speaks of it has no known outcome yet. */
        OPEN,
        /** Not bought yet; may be asked for again at once. */
        LEFT
    }

    /** @param price dollars approved for its first year */
    public record PricedName(String domain, BigDecimal price) {}

    /**
     * An order that was placed under a plan, though the ledger does not know of it: it was restored from a backup.
     *
     * @param names what the vendor lists in it; may be empty
     */
    public record Placed(int number, String orderId, Set<String> names) {}

    /** What has become of an order or a form. */
    public enum Outcome {
        DONE,
        OPEN,
        REFUSED
    }

    /**
     * @param orderId the order's id at the vendor, or null when it is not known (yet)
     * @param reason with REFUSED: the vendor's words
     */
    public record Result(Outcome outcome, String orderId, String tag, String reason) {}

    /**
     * Opens or changes a campaign's budget when a plan is approved, in the caller's transaction.
     *
     * @param line the file's {@code budget} line, or null: what is spent or reserved so far and this plan's total
     */
    public void openBudget(String campaign, BigDecimal line, BigDecimal planned) {
        String scope = budgets.campaign(campaign);
        budgets.open(scope, line == null ? budgets.used(scope).add(planned) : line);
    }

    /** Names that this campaign has bought, or may have. */
    public Set<String> boughtOrOpen(String campaign, String organization) {
        return attempts.keysOf(campaign, organization, SpendKind.BUY_DOMAINS);
    }

    /** Those of the names that another campaign has bought, or may have. */
    public Set<String> boughtByOthers(String campaign, String organization, List<String> names) {
        Set<String> others = new HashSet<>();
        attempts.holders(SpendKind.BUY_DOMAINS, organization, names).forEach((name, holder) -> {
            if (!holder.campaign().equals(campaign)) others.add(name);
        });
        return others;
    }

    /** Names that this campaign has put into an order, or may have. */
    public Set<String> orderedBy(String campaign, String organization) {
        return attempts.keysOf(campaign, organization, SpendKind.CREATE_CUSTOM_ORDER);
    }

    /** Pre-warmed names that this campaign has bought, or may have. */
    public Set<String> prewarmedBy(String campaign, String organization) {
        return attempts.keysOf(campaign, organization, SpendKind.BUY_PREWARMED);
    }

    /** Whether a call of that kind for this order has no known outcome yet. */
    public boolean unsettled(String campaign, int order, SpendKind kind) {
        return attempts.of(campaign, order, kind).stream().anyMatch(Attempt::open);
    }

    /**
     * Those of a plan's orders that the vendor has and the ledger does not know.
     *
     * @param plan any authority under it
     */
    public List<Placed> forgottenOrders(Authority plan, List<Integer> numbers) {
        return ownOrders.forgotten(plan, numbers);
    }

    /**
     * Those of the names that are registered, in no order and unknown to the ledger: bought before it was restored, or in
     * the web app.
     */
    public Set<String> forgottenNames(String organization, List<String> names) {
        return purchases.forgotten(organization, names);
    }

    /**
     * Buys names in one call, all or nothing at the vendor. When one of them is found lost, nothing is sent: the caller
     * puts a substitute in its place first.
     *
     * @param names at most ten
     * @return the fate of each name, in the order given
     */
    public Map<String, Fate> buyDomains(Authority who, List<PricedName> names) {
        return purchases.buy(who, names);
    }

    /**
     * Places one order.
     *
     * @param tagPrefix the file's tag, or ""
     * @param source where the domains come from: scaledmail or other
     * @param coupon the vendor's, or null
     * @param amount dollars approved for its first month
     * @param priceNow what the vendor asks for it now, read again just before
     * @param body the request for a tag
     */
    public Result createOrder(
            Authority who,
            String tagPrefix,
            List<String> names,
            String source,
            String coupon,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow,
            Function<String, Wire.OrderBody> body) {
        return orders.custom(
                new OrderPlacing.Wanted(SpendKind.CREATE_CUSTOM_ORDER, who, tagPrefix, names, amount, priceNow),
                source,
                coupon,
                body);
    }

    /**
     * Orders a fixed package, so many times.
     *
     * @param priceId the package's at the vendor
     * @param names as many as all of them need
     */
    public Result createPackageOrder(
            Authority who,
            String tagPrefix,
            String priceId,
            int quantity,
            List<String> names,
            String source,
            String coupon,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow,
            Function<String, Wire.OrderBody> body) {
        return orders.packaged(
                new OrderPlacing.Wanted(SpendKind.CREATE_ORDER, who, tagPrefix, names, amount, priceNow),
                priceId,
                quantity,
                source,
                coupon,
                body);
    }

    /**
     * A pre-warmed domain of the vendor's stock.
     *
     * @param id the one of the stock's list
     * @param redirect or null
     */
    public record WarmItem(String id, String domain, String redirect) {}

    /**
     * Buys pre-warmed domains with their mailboxes in one call, all or nothing at the vendor.
     *
     * @param sequencer with its link, or null
     * @param amount dollars approved: once, and the first month
     * @param priceNow what the vendor asks for all of it now; throws when one of them is gone
     */
    public Result buyPrewarmed(
            Authority who,
            String tagPrefix,
            List<WarmItem> items,
            Wire.Login sequencer,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow) {
        List<String> names =
                items.stream().map(item -> Readings.name(item.domain())).toList();
        return orders.prewarmed(
                new OrderPlacing.Wanted(SpendKind.BUY_PREWARMED, who, tagPrefix, names, amount, priceNow),
                items.stream()
                        .map(item -> new Wire.WarmItem(item.id(), item.domain(), item.redirect()))
                        .toList(),
                sequencer);
    }

    /**
     * Cancels an order: the whole of it, at once and without refund. One that is cancelled is DONE. Its names may be in
     * another order then.
     *
     * @param orderId the vendor's
     */
    public Result cancelOrder(Authority who, String orderId) {
        return cancelling.cancel(who, orderId);
    }

    /**
     * Asks for another name in the place of one in an order. DONE: the vendor took it, or shows it already; it is applied
     * later, by people.
     *
     * @param source where the new one comes from: scaledmail or other
     * @param hosting the login at its registrar where the source is other, else null
     */
    public Result swapDomain(Authority who, String domain, String newDomain, String source, Wire.Login hosting) {
        return swapping.domain(who, domain, newDomain, source, hosting);
    }

    /**
     * Asks for another redirect of a domain in an order. DONE as with {@link #swapDomain}.
     *
     * @param redirect "" takes it away
     */
    public Result swapRedirect(Authority who, String domain, String redirect) {
        return swapping.redirect(who, domain, redirect);
    }

    /** Creates a workspace; one of that name that is there already is DONE. {@link Result#orderId()} is its id, or null. */
    public Result createWorkspace(Authority who, String name) {
        return workspaces.create(who, name);
    }

    /**
     * The vendor's id of an order that is known to be placed, looked for if the vendor's answer named none.
     *
     * @param tag the one it was placed with
     */
    public Optional<String> identified(Authority who, String tag) {
        return orders.identified(who, tag);
    }

    /**
     * Submits the names and aliases of a paid order.
     *
     * @param uuid the pending form's
     * @param names the order's domains
     */
    public Result submitForm(
            Authority who, String uuid, List<String> names, String source, String tag, Wire.OrderBody body) {
        return forms.submit(who, uuid, names, source, tag, body);
    }

    /** Whether a form was submitted, or may have been: then it is not sent again. */
    public boolean submittedOrOpen(String organization, String uuid) {
        return !attempts.holders(SpendKind.SUBMIT_FORM, organization, List.of(uuid))
                .isEmpty();
    }

    /** The vendor's own amount of an order replaces the estimate. */
    public void amountSeen(String organization, String orderId, BigDecimal amount) {
        amounts.seen(organization, orderId, amount);
    }

    /** What must be looked at although it is settled: something that may have been paid for twice. */
    public Optional<String> alarm(String campaign) {
        return attempts.alarms(campaign).stream().findFirst();
    }

    /** A campaign's calls that the vendor refused while it made something to pay; their card waits for a person. */
    public List<Attempt> cardsToConfirm(String campaign) {
        return attempts.answered(campaign).stream()
                .filter(Attempt::cardToConfirm)
                .toList();
    }

    public List<Attempt> openOf(String campaign) {
        return attempts.openOf(campaign);
    }

    /** All attempts of an organization whose outcome is not known. */
    public List<Attempt> open(String organization) {
        return attempts.open(organization);
    }
}
