package io.mailwright.ledger;

import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Orders at the vendor that carry a tag of ours, though a restored ledger does not know of them. */
@Component
class OwnOrders {
    private static final SpendKind KIND = SpendKind.CREATE_CUSTOM_ORDER;

    private final Attempts attempts;
    private final Readings readings;
    private final OrderDetails details;
    private final LookBack lookBack;
    private final Held held;
    private final Elapsed elapsed;
    private final LedgerSettings settings;
    private final Clock clock;

    OwnOrders(
            Attempts attempts,
            Readings readings,
            OrderDetails details,
            LookBack lookBack,
            Held held,
            Elapsed elapsed,
            LedgerSettings settings,
            Clock clock) {
        this.attempts = attempts;
        this.readings = readings;
        this.details = details;
        this.lookBack = lookBack;
        this.held = held;
        this.elapsed = elapsed;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What became of those orders of a plan for which the ledger has no call.
     *
     * @throws TryAgainAt when there are more orders to look into
     */
    List<Ledger.Placed> forgotten(Authority plan, List<Integer> numbers) {
        Map<String, Integer> ours = new HashMap<>();
        for (int number : numbers) {
            List<Attempt> before = attempts.placing(plan.campaign(), number);
            boolean remembered =
                    before.stream().anyMatch(attempt -> attempt.open() || attempt.state() == Attempt.State.CONFIRMED);
            if (!remembered) Tag.ahead(plan.of(number), before.size()).forEach(tag -> ours.put(tag, number));
        }
        if (ours.isEmpty()) return List.of();
        Set<String> known = attempts.knownOrders(plan.organization());
        Instant since = lookBack.since(plan);
        List<Ledger.Placed> placed = new ArrayList<>();
        look(plan.organization(), order -> !known.contains(order.id()) && !OrderDetails.older(order, since))
                .forEach((order, seen) -> {
                    Integer number = ours.get(Tag.hash(seen.tag()));
                    if (number != null) placed.add(new Ledger.Placed(number, order, seen.names()));
                });
        return placed;
    }

    /**
     * The order in which a registered name stands, if it carries our tag; empty when it is somebody else's.
     *
     * @throws TryAgainAt when that is not known yet
     */
    Optional<String> holding(Authority who, Wire.Registration registration) {
        String name = Readings.name(registration.domain());
        String organization = who.organization();
        Attempt holder = attempts.holders(KIND, organization, List.of(name)).get(name);
        if (holder != null)
            return holder.campaign().equals(who.campaign()) && holder.order() == who.order()
                    ? Optional.of(String.valueOf(holder.vendorId()))
                    : Optional.empty();
        var domains = readings.domains(organization);
        Optional<Wire.ListedDomain> listed =
                domains.first(row -> Readings.name(row.domain()).equals(name)
                        || registration.domainId().equals(row.id()));
        if (listed.isPresent() && Tag.hash(listed.get().tag()) != null)
            return ours(who, listed.get().paymentId(), listed.get().tag());
        var forms = readings.forms(organization);
        Optional<String> payment = listed.map(Wire.ListedDomain::paymentId)
                .or(() ->
                        forms.first(form -> Readings.names(form).contains(name)).map(Wire.PendingForm::paymentId));
        if (payment.isPresent()) {
            String tag = details.of(organization, payment.get()).tag();
            if (tag != null) return ours(who, payment.get(), tag);
        }
        Set<String> known = attempts.knownOrders(organization);
        for (Map.Entry<String, OrderDetails.Seen> order : look(
                        organization, order -> !known.contains(order.id()) && !order.cancelled())
                .entrySet())
            if (order.getValue().names().contains(name)
                    && !order.getValue().cancelled()
                    && order.getValue().tag() != null)
                return ours(who, order.getKey(), order.getValue().tag());
        return nobodys(organization, name);
    }

    /** No order that can be read carries a tag and the name: that must be seen twice before it is somebody else's. */
    private Optional<String> nobodys(String organization, String name) {
        String event = "no order of " + organization + " names " + name;
        Duration apart = settings.apart();
        if (elapsed.since(event, clock.instant()).compareTo(apart) < 0)
            throw new TryAgainAt(
                    clock.instant().plus(apart),
                    name + " is in an order that can't be found yet; it is looked for again");
        elapsed.forget(event);
        return Optional.empty();
    }

    private Map<String, OrderDetails.Seen> look(String organization, Predicate<Wire.Order> which) {
        var orders = readings.orders(organization);
        if (!orders.sure()) throw held.unsure("orders");
        Map<String, OrderDetails.Seen> all = new LinkedHashMap<>();
        details.look(organization, orders.rows().stream().filter(which).toList(), (order, seen) -> {
            all.put(order.id(), seen);
            return false;
        });
        return all;
    }

    private static Optional<String> ours(Authority who, String order, String tag) {
        return Tag.ahead(who, 0).contains(Objects.requireNonNullElse(Tag.hash(tag), ""))
                ? Optional.of(String.valueOf(order))
                : Optional.empty();
    }
}
