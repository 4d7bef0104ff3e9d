package io.mailwright.dsl;

import io.mailwright.campaign.NamePattern;
import java.util.HashSet;
import java.util.Set;

/** {@code patterns '{first}.{last}', '{f}{last}'}. */
final class Patterns {
    private Patterns() {}

    static void read(Call call, Draft draft, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Value value : Expect.some(call, "patterns '{first}.{last}', '{f}{last}'")) {
            if (value.isWord("vendor")) {
                problems.at(value, "'patterns vendor' is not yet built; write patterns or leave the line out for now");
            } else {
                problems.attempt(() -> draft.patterns.add(
                        pattern(value, Expect.unique(value, Expect.text(value, "'patterns'"), "'patterns'", seen))));
            }
        }
    }

    private static NamePattern pattern(Value value, String text) {
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw Expect.unreadable(value, e.getMessage());
        }
    }
}
