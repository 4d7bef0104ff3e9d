package io.mailwright.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Adds up what a plan costs. */
final class Costs {
    private Costs() {}

    static Cost of(Choice choice, List<PlannedOrder> orders) {
        BigDecimal registrations =
                Dollars.sum(choice.names().stream().map(Quote::price).toList());
        BigDecimal month =
                Dollars.sum(orders.stream().map(PlannedOrder::monthly).toList());
        BigDecimal now = Dollars.sum(List.of(registrations, month));
        return new Cost(registrations, month, now, month, yearly(choice.names()), atMost(now, choice));
    }

    /** A renewal that the vendor does not say counts as much as the first year. */
    private static BigDecimal yearly(List<Quote> names) {
        return Dollars.sum(names.stream()
                .map(name -> name.renewal() == null ? name.price() : name.renewal())
                .toList());
    }

    /** The worst that substitutes can do: the dearest of them in the places of the cheapest names. */
    private static BigDecimal atMost(BigDecimal now, Choice choice) {
        List<BigDecimal> cheapest = prices(choice.names()).sorted().toList();
        List<BigDecimal> dearest =
                prices(choice.alternates()).sorted(Comparator.reverseOrder()).toList();
        BigDecimal most = now;
        for (int i = 0; i < Math.min(cheapest.size(), dearest.size()); i++) {
            most = most.add(dearest.get(i).subtract(cheapest.get(i)).max(BigDecimal.ZERO));
        }
        return Dollars.plain(most);
    }

    private static Stream<BigDecimal> prices(List<Quote> quotes) {
        return quotes.stream().map(Quote::price);
    }
}
