package io.mailwright.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spreads the mailbox types over runs. */
final class Shares {
    private Shares() {}

    /**
     * Each type's part of so many slots, in the proportion of what is left of it: whole parts first, then one more for the
     * largest remaining shares, the earlier written type when two are as large. The last slots take exactly what is left.
     *
     * @param left none below 0, together at least {@code slots}
     * @return types in the order of {@code left}, without those that have no part
     */
    static Map<Provider, Integer> of(Map<Provider, Integer> left, int slots) {
        long all = left.values().stream().mapToLong(count -> count).sum();
        Map<Provider, Integer> parts = new LinkedHashMap<>();
        if (all == 0) return parts;
        left.forEach((type, count) -> parts.put(type, (int) ((long) count * slots / all)));
        List<Provider> byShare = new ArrayList<>(left.keySet());
        byShare.sort(Comparator.comparing(type -> -((long) left.get(type) * slots % all)));
        int given = parts.values().stream().mapToInt(count -> count).sum();
        byShare.subList(0, slots - given).forEach(type -> parts.merge(type, 1, Integer::sum));
        parts.values().removeIf(count -> count == 0);
        return parts;
    }
}
