package io.mailwright.simulator;

import java.util.ArrayList;
import java.util.List;

/** Mailboxes that nobody ordered, or that exist nowhere. */
final class WrongMailboxes {
    private static final List<Alias> NOWHERE = List.of(
            new Alias("Nobody", "Atall", "nobody.atall", null), new Alias("Nowhere", "Tobefound", "nowhere1", null));

    private WrongMailboxes() {}

    static List<Alias> foreign(int count) {
        return GeneratedAliases.of("Robin", "Vale", count).stream()
                .map(local -> new Alias("Robin", "Vale", local, null))
                .toList();
    }

    static List<Alias> listed(List<Alias> right, Modes.Addresses how) {
        if (how == Modes.Addresses.right) {
            return right;
        }
        int kept = how == Modes.Addresses.extra ? right.size() : Math.max(0, right.size() - NOWHERE.size());
        List<Alias> listed = new ArrayList<>(right.subList(0, kept));
        listed.addAll(NOWHERE);
        return listed;
    }
}
