package io.mailwright.onboarding.parts;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Readings;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.WarmStock;
import io.mailwright.plan.WarmDomain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the vendor asks for pre-warmed domains, read again before they are bought. */
@Component
class WarmPrice {
    private final WarmStock stock;

    WarmPrice(WarmStock stock) {
        this.stock = stock;
    }

    /**
     * @param approved dollars, once and the first month
     * @throws BusinessFailure {@code lost} when one is gone, or all of it is dearer
     */
    BigDecimal now(String organization, List<Ledger.WarmItem> items, BigDecimal approved) {
        Map<String, WarmDomain> there = stock.all(organization).stream()
                .collect(Collectors.toMap(WarmDomain::id, Function.identity(), (a, b) -> a));
        String gone = items.stream()
                .filter(item -> !there.containsKey(item.id())
                        || !there.get(item.id()).domain().equals(Readings.name(item.domain())))
                .map(Ledger.WarmItem::domain)
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty())
            throw new BusinessFailure(
                    "lost", "the vendor's stock has no " + gone + " any more; choose others and ask again");
        BigDecimal now = items.stream()
                .map(item -> there.get(item.id()))
                .map(item -> item.oneTime().add(item.monthly()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (now.compareTo(approved) > 0)
            throw new BusinessFailure(
                    "lost",
                    "the pre-warmed domains cost " + now.toPlainString() + " dollars now, " + approved.toPlainString()
                            + " were approved; choose again and ask again");
        return now;
    }
}
