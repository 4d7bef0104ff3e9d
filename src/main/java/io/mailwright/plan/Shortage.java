package io.mailwright.plan;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** Why names ran short: what dropped how many. */
final class Shortage {
    enum Cause {
        ONLY("'only' dropped most", "loosen it or add keywords, prefixes, suffixes or tlds"),
        MAX_PRICE("'maxPrice' dropped most", "raise it or add keywords, prefixes, suffixes or tlds"),
        TAKEN("most were taken already", "add keywords, prefixes, suffixes or tlds"),
        LIMIT(
                "most were not asked for, as a 'prefer' with prices searches the first 500 only",
                "take the prices out of it");

        private final String finding;
        private final String remedy;

        Cause(String finding, String remedy) {
            this.finding = finding;
            this.remedy = remedy;
        }
    }

    private final int wanted;
    private final int fitting;
    private final boolean suggested;
    private final Map<Cause, Integer> dropped = new EnumMap<>(Cause.class);

    /** @param suggested whether the vendor was asked to suggest names */
    Shortage(int wanted, int fitting, boolean suggested) {
        this.wanted = wanted;
        this.fitting = fitting;
        this.suggested = suggested;
    }

    void count(Cause cause, int names) {
        if (names > 0) {
            dropped.merge(cause, names, Integer::sum);
        }
    }

    String sentence() {
        int missing = wanted - fitting;
        String start = "%s %s missing: 'buy' wants %s and only %s of its candidates%s fit"
                .formatted(
                        missing,
                        missing == 1 ? "name is" : "names are",
                        wanted,
                        fitting,
                        suggested ? " and of the vendor's suggestions" : "");
        return start
                + dropped.entrySet().stream()
                        .max(Map.Entry.<Cause, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(most -> "; %s (%s), so %s"
                                .formatted(most.getKey().finding, most.getValue(), most.getKey().remedy))
                        .orElse("; add keywords, prefixes, suffixes or tlds");
    }
}
