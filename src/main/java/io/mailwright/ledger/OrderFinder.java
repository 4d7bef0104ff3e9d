package io.mailwright.ledger;

import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds an order of ours at the vendor, which gives no handle but what we put into it: by tag or names in order details,
 * by names in a pending form, by tag or name in {@code /domains}. Not finding it proves nothing; what was found by names
 * alone is ours only if no other attempt speaks of it.
 */
@Component
class OrderFinder {
    private final OrderDetails details;
    private final Readings readings;
    private final Attempts attempts;
    private final Clock clock;

    OrderFinder(OrderDetails details, Readings readings, Attempts attempts, Clock clock) {
        this.details = details;
        this.readings = readings;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @param names the order's domains
     * @param tags every tag that is ours
     * @param since orders older than this are not looked into
     */
    record Sought(
            String organization, String campaign, Collection<String> names, Collection<String> tags, Instant since) {
        Set<String> wanted() {
            return names.stream().map(Readings::name).collect(Collectors.toSet());
        }

        boolean ours(String tag) {
            return tag != null && tags.contains(tag);
        }
    }

    /**
     * @param tag the one it carries, if it is ours
     * @param how in a person's words
     */
    record Found(String orderId, String tag, String how) {}

    /**
     * @throws NeedsPerson when it was found cancelled, or only looks like ours
     * @throws TryAgainAt when a list can't be believed yet, or there are more orders to look into
     */
    Optional<Found> find(Sought sought) {
        var domains = readings.domains(sought.organization());
        var forms = readings.forms(sought.organization());
        var orders = readings.orders(sought.organization());
        Map<String, Wire.Order> byId = new HashMap<>();
        orders.rows().forEach(order -> byId.put(order.id(), order));
        Set<String> known = attempts.knownOrders(sought.organization());

        Optional<Found> found = amongForms(sought, forms.rows(), byId, known)
                .or(() -> amongDomains(sought, domains.rows(), byId, known))
                .or(() -> amongOrders(sought, orders.rows(), known));
        if (found.isEmpty() && !(domains.sure() && forms.sure() && orders.sure()))
            throw new TryAgainAt(
                    clock.instant().plusSeconds(2),
                    "the vendor's lists lost rows; they are read again before it counts");
        return found;
    }

    private Optional<Found> amongForms(
            Sought sought, List<Wire.PendingForm> forms, Map<String, Wire.Order> orders, Set<String> known) {
        return forms.stream()
                .filter(form -> !known.contains(form.paymentId()) && !cancelled(orders.get(form.paymentId())))
                .filter(form -> Readings.names(form).equals(sought.wanted()))
                .findFirst()
                .map(form -> byNames(sought, form.paymentId(), "its pending form lists exactly these names"));
    }

    private Optional<Found> amongDomains(
            Sought sought, List<Wire.ListedDomain> domains, Map<String, Wire.Order> orders, Set<String> known) {
        Set<String> wanted = sought.wanted();
        for (Wire.ListedDomain domain : domains) {
            boolean ours = sought.ours(domain.tag());
            if (!ours && !wanted.contains(Readings.name(domain.domain()))) continue;
            String id = domain.paymentId();
            Wire.Order order = orders.get(id);
            if (cancelled(order)) {
                if (ours) throw cancelled(id, domain.tag());
                continue;
            }
            String how = domain.domain() + " is listed in that order";
            if (ours) return Optional.of(new Found(id, domain.tag(), how));
            boolean onlyOurs = domains.stream()
                    .filter(other -> id != null && id.equals(other.paymentId()))
                    .allMatch(other -> wanted.contains(Readings.name(other.domain())));
            if (id != null && onlyOurs && !known.contains(id) && !OrderDetails.older(order, sought.since()))
                return Optional.of(byNames(sought, id, how));
            throw new NeedsPerson("domain " + domain.domain() + " is in another order at the vendor already"
                    + (id == null ? "" : " (" + id + ")") + "; take it out there or out of the campaign file");
        }
        return Optional.empty();
    }

    private Optional<Found> amongOrders(Sought sought, List<Wire.Order> orders, Set<String> known) {
        List<Wire.Order> unknown = orders.stream()
                .filter(order -> !known.contains(order.id()) && !OrderDetails.older(order, sought.since()))
                .toList();
        List<Found> found = new ArrayList<>();
        details.look(sought.organization(), unknown, (order, seen) -> {
            boolean cancelled = seen.cancelled() || order.cancelled();
            if (sought.ours(seen.tag())) {
                if (cancelled) throw cancelled(order.id(), seen.tag());
                found.add(new Found(order.id(), seen.tag(), "the order carries our tag"));
            } else if (!cancelled && seen.names().equals(sought.wanted()))
                found.add(byNames(sought, order.id(), "the order lists exactly these names"));
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private Found byNames(Sought sought, String order, String how) {
        String tag = order == null ? null : details.tagOf(sought.organization(), order);
        if (sought.ours(tag)) return new Found(order, tag, how);
        boolean anothers = tag != null && attempts.usedTag(sought.organization(), tag)
                || attempts.othersTried(sought.organization(), sought.campaign(), sought.wanted());
        if (anothers)
            throw new NeedsPerson(
                    "order " + order + " at the vendor lists these names, but another attempt to order them"
                            + " may have made it; compare it with your invoices");
        return new Found(order, null, how);
    }

    private static boolean cancelled(Wire.Order order) {
        return order != null && order.cancelled();
    }

    private static NeedsPerson cancelled(String order, String tag) {
        return new NeedsPerson("order " + order + " carries our tag " + tag
                + " but is cancelled at the vendor; decide whether it may be ordered again");
    }
}
