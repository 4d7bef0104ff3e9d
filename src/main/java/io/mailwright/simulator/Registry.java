package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which names can be had and what they cost a year, in US dollars; the same for the same seed. */
@WhenSimulated
@Component("simulatorRegistry")
class Registry {
    private static final Map<String, Price> PRICES = Map.ofEntries(
            price("com", "15.5", "17"),
            price("net", "16.5", "18"),
            price("org", "14.5", "16"),
            price("co", "31", "34"),
            price("io", "15", "49"),
            price("info", "9.5", "23"),
            price("biz", "16", "19"),
            price("us", "11", "12.5"),
            price("dev", "15", "17"),
            price("app", "17", "19"),
            price("email", "12", "26"),
            price("agency", "14", "28"));
    private static final Price OTHERS = new Price(new BigDecimal("25"), new BigDecimal("28"));
    private static final Set<String> WELL_KNOWN = Set.of(
            "amazon",
            "apple",
            "cloud",
            "contoso",
            "email",
            "example",
            "facebook",
            "global",
            "google",
            "growth",
            "linkedin",
            "market",
            "microsoft",
            "northwind",
            "outlook",
            "outreach",
            "sales",
            "salesforce",
            "sample",
            "shopify",
            "slack",
            "stripe",
            "team",
            "tesla",
            "world");

    private final State state;

    Registry(State state) {
        this.state = state;
    }

    record Price(BigDecimal first, BigDecimal renewal) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String domain, String status, BigDecimal price, BigDecimal renewPrice, List<String> blacklisted) {}

    Row row(String name) {
        String status = !Names.valid(name) ? "error" : taken(name) ? "taken" : "available";
        Price price = status.equals("available") ? price(name) : new Price(null, null);
        List<String> blacklisted = state.modes.blacklisted().contains(name) ? List.of("dbl.spamhaus.org") : List.of();
        return new Row(name, status, price.first(), price.renewal(), blacklisted);
    }

    boolean taken(String name) {
        if (state.registrations.containsKey(name)
                || state.gone.contains(name)
                || state.stock.values().stream().anyMatch(item -> item.domain().equals(name))) {
            return true;
        }
        if (state.modes.takenAfterSearch().contains(name)
                || state.modes.takenAtPurchase().contains(name)) {
            return false;
        }
        String bare = name.substring(0, name.indexOf('.'));
        boolean wellKnown = name.endsWith(".com") && (WELL_KNOWN.contains(bare) || bare.matches("[a-z]{1,4}"));
        return wellKnown || Ids.number(state.seed, "taken " + name, 10) == 0;
    }

    Price price(String name) {
        Price usual = PRICES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHERS);
        return new Price(state.modes.prices().getOrDefault(name, usual.first()), usual.renewal());
    }

    private static Map.Entry<String, Price> price(String tld, String first, String renewal) {
        return Map.entry(tld, new Price(new BigDecimal(first), new BigDecimal(renewal)));
    }
}
