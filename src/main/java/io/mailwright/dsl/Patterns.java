package io.mailwright.dsl;

import io.mailwright.campaign.NamePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code patterns '{first}.{last}', '{f}{last}'}, or {@code patterns vendor}. */
final class Patterns {
    private static final String VENDOR = "vendor";

    private Patterns() {}

    static void read(Call call, Draft draft, Problems problems) {
        List<Value> values = Expect.some(call, "patterns '{first}.{last}', '{f}{last}'");
        Set<String> seen = new HashSet<>();
        draft.patterns = new ArrayList<>();
        for (Value value : values) {
            if (!value.isWord(VENDOR)) {
                problems.attempt(() -> draft.patterns.add(pattern(value, seen)));
            } else if (values.size() > 1) {
                problems.at(value, "'vendor' makes all aliases itself; write patterns vendor alone, or take it out");
            }
        }
    }

    private static NamePattern pattern(Value value, Set<String> seen) {
        if (value.is() instanceof Value.Bare bare) {
            throw Expect.unreadable(
                    value,
                    "'patterns' takes patterns in quotes, or the word vendor"
                            + Problems.didYouMean(bare.word(), List.of(VENDOR), "put '" + bare.word() + "' in quotes"));
        }
        String text = Expect.unique(value, Expect.text(value, "'patterns'"), "'patterns'", seen);
        if (text.equals(VENDOR)) {
            throw Expect.unreadable(value, "'vendor' stands without quotes here; write patterns vendor");
        }
        try {
            return NamePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw Expect.unreadable(value, e.getMessage());
        }
    }
}
