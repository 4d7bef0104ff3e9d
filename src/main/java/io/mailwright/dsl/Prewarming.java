package io.mailwright.dsl;

import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code prewarmed google: 2, outlook: 1, maxPrice: 30}. */
final class Prewarming {
    private static final String EXAMPLE = "prewarmed google: 2, maxPrice: 30";
    private static final int MOST = 10_000;

    private Prewarming() {}

    static void read(Call call, Draft draft, Problems problems) {
        Map<Provider, Integer> domains = new LinkedHashMap<>();
        for (Call.Named named : call.named().values()) {
            if (!named.name().equals("maxPrice")) {
                Integer count = problems.attempt(() -> Expect.count(named.value(), "'" + named.name() + ":'", MOST));
                domains.put(Provider.of(named.name()), count);
            }
        }
        if (!call.values().isEmpty() || domains.isEmpty()) {
            throw new Unreadable(
                    call.line(),
                    call.column(),
                    "'prewarmed' takes a number of domains for google, outlook or both; write " + EXAMPLE);
        }
        Value price = call.named("maxPrice");
        BigDecimal maxPrice = price == null ? null : Expect.dollars(price, "'maxPrice:'", 1);
        draft.prewarmed = new Prewarmed(Collections.unmodifiableMap(domains), maxPrice);
    }
}
