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
     * @param givenUp those of them of which a person said that nothing came of them: a cancelled order that carries one is
     *     what that person spoke of
     * @param since orders older than this are not looked into
     */
    record Sought(
            String organization,
            String campaign,
            Collection<String> names,
            Collection<String> tags,
            Collection<String> givenUp,
            Instant since) {
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
     * @throws NeedsPerson when it was found cancelled, only looks like ours, or a name is in another one
     * @throws TryAgainAt when a list can't be believed yet, or there are more orders to look into
     */
    Optional<Found> find(Sought sought) {
        var domains = readings.domains(sought.organization());
        var forms = readings.forms(sought.organization());
        var orders = readings.orders(sought.organization());
        Map<String, Wire.Order> byId = new HashMap<>();
        orders.rows().forEach(order -> byId.put(order.id(), order));
        Set<String> known = attempts.knownOrders(sought.organization());
        Set<String> overs = attempts.cancelledOrders(sought.organization());

        Optional<Found> found = amongForms(sought, forms.rows(), byId, known)
                .or(() -> amongDomains(sought, domains.rows(), byId, known, overs))
                .or(() -> amongOrders(sought, orders.rows(), known, overs));
        if (found.isEmpty()) requireFree(sought, domains.rows());
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
            Sought sought,
            List<Wire.ListedDomain> domains,
            Map<String, Wire.Order> orders,
            Set<String> known,
            Set<String> overs) {
        Set<String> wanted = sought.wanted();
        for (Wire.ListedDomain domain : domains) {
            boolean ours = sought.ours(domain.tag());
            String id = domain.paymentId();
            if (!ours && (id == null || !wanted.contains(Readings.name(domain.domain())))) continue;
            Wire.Order order = orders.get(id);
            if (cancelled(order)) {
                if (ours) requireOver(sought, id, domain.tag(), overs);
                continue;
            }
            String how = domain.domain() + " is listed in that order";
            if (ours) return Optional.of(new Found(id, domain.tag(), how));
            boolean onlyOurs = domains.stream()
                    .filter(other -> id.equals(other.paymentId()))
                    .allMatch(other -> wanted.contains(Readings.name(other.domain())));
            if (onlyOurs && !known.contains(id) && !OrderDetails.older(order, sought.since()) && whole(sought, id))
                return Optional.of(byNames(sought, id, how));
            throw inAnother(domain);
        }
        return Optional.empty();
    }

    /** Domains are listed one by one: only the order itself says whether it is of these names and no fewer. */
    private boolean whole(Sought sought, String order) {
        OrderDetails.Seen seen = details.of(sought.organization(), order);
        return sought.ours(seen.tag()) || seen.names().equals(sought.wanted());
    }

    /** A row may leave out whose order it stands in: that counts once no order was found to be ours. */
    private static void requireFree(Sought sought, List<Wire.ListedDomain> domains) {
        Set<String> wanted = sought.wanted();
        domains.stream()
                .filter(domain -> domain.paymentId() == null && wanted.contains(Readings.name(domain.domain())))
                .findFirst()
                .ifPresent(domain -> {
                    throw inAnother(domain);
                });
    }

    private static NeedsPerson inAnother(Wire.ListedDomain domain) {
        return new NeedsPerson("domain " + domain.domain() + " is in another order at the vendor already"
                + (domain.paymentId() == null ? "" : " (" + domain.paymentId() + ")")
                + "; take it out there or out of the campaign file");
    }

    private Optional<Found> amongOrders(Sought sought, List<Wire.Order> orders, Set<String> known, Set<String> overs) {
        List<Wire.Order> unknown = orders.stream()
                .filter(order -> !known.contains(order.id()) && !OrderDetails.older(order, sought.since()))
                .toList();
        List<Found> found = new ArrayList<>();
        details.look(sought.organization(), unknown, (order, seen) -> {
            boolean cancelled = seen.cancelled() || order.cancelled();
            if (sought.ours(seen.tag())) {
                if (cancelled) requireOver(sought, order.id(), seen.tag(), overs);
                else found.add(new Found(order.id(), seen.tag(), "the order carries our tag"));
            } else if (!cancelled && seen.names().equals(sought.wanted()))
                found.add(byNames(sought, order.id(), "the order lists exactly these names"));
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private Found byNames(Sought sought, String order, String how) {
        String tag =
                order == null ? null : details.of(sought.organization(), order).tag();
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

    /** A cancelled order of ours is a person's to judge, unless one did: by cancelling it here too, or of its call. */
    private static void requireOver(Sought sought, String order, String tag, Set<String> overs) {
        if (overs.contains(order) || sought.givenUp().contains(tag)) return;
        throw new NeedsPerson("order " + order + " carries our tag " + tag
                + " but is cancelled at the vendor; if it may be ordered again, cancel order " + order
                + " here as well and then go on, else cancel the campaign");
    }
}
