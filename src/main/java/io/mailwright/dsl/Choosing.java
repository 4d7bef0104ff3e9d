package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import java.util.Set;

/** {@code only { … }} and {@code prefer { … }}. */
final class Choosing {
    private Choosing() {}

    static void only(Call call, Draft draft, Problems problems) {
        needsBlock(call, "only { length <= 12 && !hyphenated }");
        draft.only = RuleReader.read(call.block(), draft, OF_NAMES, Set.of(YES_OR_NO), "'only'");
    }

    static void prefer(Call call, Draft draft, Problems problems) {
        needsBlock(call, "prefer { tld == 'com' ? 0 : length }");
        draft.prefer = RuleReader.read(call.block(), draft, OF_NAMES, Set.of(NUMBER, TEXT, YES_OR_NO), "'prefer'");
    }

    private static void needsBlock(Call call, String example) {
        if (call.block() == null || !call.values().isEmpty()) {
            throw new Unreadable(
                    call.line(), call.column(), "'" + call.word() + "' takes one rule in braces; write " + example);
        }
    }
}
