package io.mailwright.ledger;

import io.mailwright.simulator.RunningSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What goes wrong at the vendor (section 6.1), in the simulator's own words.
 *
 * @param faults from the start
 * @param laterFaults once the effect's own call has arrived: the reads that look for it
 * @param modes from the start
 * @param laterModes once the effect's own call has arrived
 */
record Trouble(
        String name,
        List<Map<String, Object>> faults,
        List<Map<String, Object>> laterFaults,
        Map<String, Object> modes,
        Map<String, Object> laterModes) {
    /** One more than a read is tried. */
    private static final int OUTLASTING = 6;

    private static final Set<String> OF_CONTENT =
            Set.of("empty-list", "short-list", "cut-list", "missing-row", "missing-status", "missing-id");

    static final Trouble NONE = new Trouble("none", List.of(), List.of(), Map.of(), Map.of());

    /** Every one that suits the effect's own call and the reads that look for it. */
    static List<Trouble> of(Effect effect) {
        List<Trouble> all = new ArrayList<>(List.of(NONE));
        for (String word : RunningSimulator.faultsOf(effect.call)) {
            all.add(own(effect, word, 1));
            all.add(own(effect, word, 2));
        }
        for (String read : effect.reads)
            for (String word : RunningSimulator.faultsOf(read)) {
                int times = OF_CONTENT.contains(word) ? 1 : OUTLASTING;
                all.add(reading(effect, read, word, times, true));
                all.add(reading(effect, read, word, times, false));
                if (times == 1) {
                    all.add(reading(effect, read, word, 3, true));
                    all.add(reading(effect, read, word, 3, false));
                }
            }
        all.add(mode(Map.of("visibleAfter", "PT30S")));
        Trouble lag = mode(Map.of("visibleAfter", "PT5M"));
        all.add(lag);
        for (String word : RunningSimulator.faultsOf(effect.call)) all.add(lag.with(own(effect, word, 1)));
        all.add(mode(Map.of("listOrder", "shuffled")));
        all.add(mode(Map.of("unknownFields", true)));
        all.add(mode(Map.of("unknownValues", true)));
        all.add(mode(Map.of("emptyReplies", true)));
        all.add(mode(Map.of("revokedKey", true)));
        all.add(new Trouble("key revoked once sent", List.of(), List.of(), Map.of(), Map.of("revokedKey", true))
                .with(own(effect, "drop-after", 1)));
        all.addAll(special(effect));
        return all;
    }

    /** Whether a list lies so long that only memory can doubt it. */
    boolean lies() {
        return Stream.of(faults, laterFaults)
                .flatMap(List::stream)
                .anyMatch(item -> OF_CONTENT.contains(item.get("fault"))
                        && !item.get("times").equals(1));
    }

    private static List<Trouble> special(Effect effect) {
        Trouble lingers = mode(Map.of("formLingers", "PT5M"));
        return switch (effect) {
            case BUY ->
                List.of(
                        mode(Map.of("noPaymentMethod", true)),
                        mode(Map.of("declined", true)),
                        mode(Map.of("oneByOne", "PT1M", "visibleAfter", "PT1M")),
                        mode(Map.of("oneByOne", "PT1M")).with(own(effect, "drop-after", 1)),
                        mode(Map.of("takenAtPurchase", List.of(CrashMachine.FIRST_NAME))),
                        mode(Map.of("takenAfterSearch", List.of(CrashMachine.FIRST_NAME))),
                        mode(Map.of("prices", Map.of(CrashMachine.FIRST_NAME, 99))));
            case ORDER ->
                List.of(
                        mode(Map.of("noPaymentMethod", true)),
                        mode(Map.of("declined", true)),
                        mode(Map.of("unpaidOrders", true)),
                        mode(Map.of("orderFactor", 1.5)),
                        mode(Map.of("orderFactor", 0.5)).with(own(effect, "missing-id", 1)),
                        mode(Map.of("lifecycle", "direct")));
            case PACKAGE, PREWARMED ->
                List.of(
                        mode(Map.of("noPaymentMethod", true)),
                        mode(Map.of("declined", true)),
                        mode(Map.of("unpaidOrders", true)));
            case CANCEL -> List.of();
            case FORM ->
                List.of(
                        lingers,
                        lingers.with(own(effect, "drop-after", 1)),
                        lingers.with(mode(Map.of("visibleAfter", "PT5M"))).with(own(effect, "drop-after", 1)));
        };
    }

    private static Trouble own(Effect effect, String word, int times) {
        return new Trouble(
                word + " " + effect.call + (times == 1 ? "" : " " + times + " times"),
                List.of(item(effect.call, word, times)),
                List.of(),
                Map.of(),
                Map.of());
    }

    /** @param first while it is looked first; else while it is sought after a reply was lost */
    private static Trouble reading(Effect effect, String read, String word, int times, boolean first) {
        List<Map<String, Object>> fault = List.of(item(read, word, times));
        String name = word + " " + read + (times == 1 ? "" : " " + times + " times");
        return first
                ? new Trouble(name, fault, List.of(), Map.of(), Map.of())
                : new Trouble(
                        name + " once sent", List.of(item(effect.call, "drop-after", 1)), fault, Map.of(), Map.of());
    }

    private static Trouble mode(Map<String, Object> modes) {
        return new Trouble(new TreeMap<>(modes).toString(), List.of(), List.of(), modes, Map.of());
    }

    private static Map<String, Object> item(String endpoint, String word, int times) {
        return Map.of("endpoint", endpoint, "fault", word, "times", times);
    }

    Trouble with(Trouble other) {
        return new Trouble(
                name + ", " + other.name,
                both(faults, other.faults),
                both(laterFaults, other.laterFaults),
                both(modes, other.modes),
                both(laterModes, other.laterModes));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }
}
