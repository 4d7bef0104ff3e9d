package io.mailwright.dsl;

import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.Sequencer;
import java.util.HashSet;
import java.util.Set;

/** Where finished mailboxes go: {@code sequencer 'Instantly', secret: 'instantly-main'} and {@code export 'smartlead', 'csv'}. */
final class Handing {
    private static final int LONGEST = 200;

    private Handing() {}

    static void sequencer(Call call, Draft draft, Problems problems) {
        String example = "sequencer 'Instantly', secret: 'instantly-main'";
        Value provider = Expect.one(call, example);
        Value secret = call.named("secret");
        if (secret == null) {
            throw new Unreadable(
                    call.line(), call.column(), "'sequencer' needs 'secret:', the name of its login; write " + example);
        }
        draft.sequencer = new Sequencer(
                Labels.shorter(provider, Expect.text(provider, "'sequencer'"), "a sequencer's name", LONGEST),
                Labels.secret(secret, "'secret:'"),
                optional(call.named("workspace"), "'workspace:'"),
                optional(call.named("tag"), "'tag:'"));
    }

    static void export(Call call, Draft draft, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Value value : Expect.some(call, "export 'csv', 'smartlead'")) {
            problems.attempt(() -> draft.exports.add(format(value, seen)));
        }
    }

    private static ExportFormat format(Value value, Set<String> seen) {
        String word = Expect.oneOf(value, "'export'", ExportFormat.words());
        Expect.unique(value, word, "'export'", seen);
        return ExportFormat.of(word).orElseThrow();
    }

    private static String optional(Value value, String whose) {
        return value == null ? null : Labels.shorter(value, Expect.text(value, whose), whose, LONGEST);
    }
}
