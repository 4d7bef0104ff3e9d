package io.mailwright.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Adds up what a plan costs. */
final class Costs {
    private Costs() {}

    static Cost of(Choice choice, List<PlannedOrder> orders, List<WarmDomain> prewarmed) {
        BigDecimal registrations =
                Dollars.sum(choice.names().stream().map(Quote::price).toList());
        BigDecimal oneTime =
                Dollars.sum(prewarmed.stream().map(WarmDomain::oneTime).toList());
        BigDecimal month = Dollars.sum(Stream.concat(
                        orders.stream().map(PlannedOrder::monthly),
                        prewarmed.stream().map(WarmDomain::monthly))
                .toList());
        BigDecimal now = Dollars.sum(List.of(registrations, oneTime, month));
        return new Cost(registrations, prewarmed.isEmpty() ? null : oneTime, month, now, month, yearly(choice.names()));
    }

    /** A renewal that the vendor does not say counts as much as the first year. */
    private static BigDecimal yearly(List<Quote> names) {
        return Dollars.sum(names.stream()
                .map(name -> name.renewal() == null ? name.price() : name.renewal())
                .toList());
    }
}
