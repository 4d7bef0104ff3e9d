package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds an order of ours at the vendor, which gives no handle but what we put into it: by tag or names in order details,
 * by names in a pending form, by tag or name in {@code /domains}. Not finding it proves nothing.
 */
@Component
class OrderFinder {
    /** So that one look fits into one step at the vendor's pace. */
    private static final int DETAILS_A_LOOK = 60;

    private final ScaledMail vendor;
    private final Readings readings;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderFinder(ScaledMail vendor, Readings readings, JdbcClient jdbc, Clock clock) {
        this.vendor = vendor;
        this.readings = readings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param how in a person's words */
    record Found(String orderId, String tag, String how) {}

    /**
     * @param since orders older than this are not looked into
     * @throws NeedsPerson when it was found cancelled, or one of its names is in an older order
     * @throws TryAgainAt when a list can't be believed yet
     */
    Optional<Found> find(String organization, Collection<String> names, Set<String> tags, Instant since) {
        Set<String> wanted = names.stream().map(Readings::name).collect(Collectors.toSet());
        var domains = readings.domains(organization);
        var forms = readings.forms(organization);
        var orders = readings.orders(organization);
        Set<String> known = knownOrders(organization);

        for (Wire.PendingForm form : forms.rows())
            if (form.data() != null
                    && form.data().domains() != null
                    && !known.contains(form.paymentId())
                    && names(form.data().domains()).equals(wanted))
                return Optional.of(new Found(form.paymentId(), null, "its pending form lists exactly these names"));

        for (Wire.ListedDomain domain : domains.rows()) {
            boolean ours = domain.tag() != null && tags.contains(domain.tag());
            if (!ours && !wanted.contains(Readings.name(domain.domain()))) continue;
            if (domain.paymentId() != null && known.contains(domain.paymentId())) continue;
            if (ours || orders.rows().stream().anyMatch(o -> o.id().equals(domain.paymentId()) && !older(o, since)))
                return Optional.of(new Found(
                        domain.paymentId(), ours ? domain.tag() : null, domain.domain() + " is listed in that order"));
            throw new NeedsPerson("domain " + domain.domain() + " is in another order at the vendor already"
                    + (domain.paymentId() == null ? "" : " (" + domain.paymentId() + ")")
                    + "; take it out there or out of the campaign file");
        }

        List<Wire.Order> recent = orders.rows().stream()
                .filter(order -> order.id() != null && !known.contains(order.id()) && !older(order, since))
                .toList();
        for (Wire.Order order : recent.subList(0, Math.min(DETAILS_A_LOOK, recent.size()))) {
            Wire.OrderDetails details = vendor.order(organization, order.id());
            boolean tagged = details.tag() != null && tags.contains(details.tag());
            boolean cancelled = details.cancelled() || order.cancelled();
            if (tagged && cancelled)
                throw new NeedsPerson("order " + order.id() + " carries our tag " + details.tag()
                        + " but is cancelled at the vendor; decide whether it may be ordered again");
            if (tagged) return Optional.of(new Found(order.id(), details.tag(), "the order carries our tag"));
            if (!cancelled && !wanted.isEmpty() && listed(details).equals(wanted))
                return Optional.of(new Found(order.id(), null, "the order lists exactly these names"));
        }
        if (!domains.sure() || !forms.sure() || !orders.sure())
            throw new TryAgainAt(
                    clock.instant().plusSeconds(2),
                    "the vendor's lists lost rows; they are read again before it counts");
        return Optional.empty();
    }

    private Set<String> knownOrders(String organization) {
        return new HashSet<>(jdbc.sql(
                        "select vendor_id from attempt where organization = ? and vendor_id is not null and state = 'confirmed'"
                                + " and kind in ('CREATE_ORDER', 'CREATE_CUSTOM_ORDER', 'BUY_PREWARMED')")
                .param(organization)
                .query(String.class)
                .list());
    }

    private static Set<String> names(List<String> names) {
        return names.stream().map(Readings::name).collect(Collectors.toSet());
    }

    private static Set<String> listed(Wire.OrderDetails details) {
        if (details.packages() == null) return Set.of();
        return details.packages().stream()
                .filter(part -> part.domains() != null)
                .flatMap(part -> part.domains().stream())
                .map(domain -> Readings.name(domain.name()))
                .collect(Collectors.toSet());
    }

    /** An order whose time can't be read might be ours. */
    private static boolean older(Wire.Order order, Instant since) {
        return created(order.createdAt()).map(at -> at.isBefore(since)).orElse(false);
    }

    /** ISO 8601 with time, or a date alone, which stands for its end. */
    static Optional<Instant> created(String text) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            try {
                return Optional.of(LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        }
    }
}
