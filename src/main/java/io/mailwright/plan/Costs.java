package io.mailwright.plan;

import java.math.BigDecimal;
import java.util.List;

/** Adds up what a plan costs. */
final class Costs {
    private Costs() {}

    static Cost of(Choice choice, List<PlannedOrder> orders) {
        BigDecimal registrations =
                Dollars.sum(choice.names().stream().map(Quote::price).toList());
        BigDecimal month =
                Dollars.sum(orders.stream().map(PlannedOrder::monthly).toList());
        BigDecimal now = Dollars.sum(List.of(registrations, month));
        return new Cost(registrations, null, month, now, month, yearly(choice.names()));
    }

    /** A renewal that the vendor does not say counts as much as the first year. */
    private static BigDecimal yearly(List<Quote> names) {
        return Dollars.sum(names.stream()
                .map(name -> name.renewal() == null ? name.price() : name.renewal())
                .toList());
    }
}
