package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import io.mailwright.campaign.ApprovalPolicy.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code approve always}, {@code never}, {@code over: 300}, {@code { total > 300 }}; {@code by:} and {@code within:} with any
 * but never; {@code forms: true} with any, or as a line beside it.
 */
final class Approving {
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final String FORMS =
            "write approve always, approve never, approve over: 300 or approve { total > 300 }";

    private static final List<String> WORDS = List.of("always", "never");

    private Approving() {}

    static void read(Call call, Draft draft, Problems problems) {
        Approval approval = draft.approve;
        Value forms = call.named("forms");
        if (forms == null || forms(call) > 0) {
            if (approval.line > 0) {
                throw new Unreadable(
                        call.line(),
                        call.column(),
                        "'approve' is given twice, first in line " + approval.line
                                + "; keep one, beside approve forms: true");
            }
            approval.line = call.line();
            approval.kind = kind(call);
            Value over = call.named("over");
            approval.over = over == null ? null : Expect.dollars(over, "'over:'", 0);
            approval.rule = call.block() == null
                    ? null
                    : RuleReader.read(call.block(), draft, OF_PLANS, Set.of(YES_OR_NO), "'approve'");
        }
        approval.forms = same(forms, approval.forms, value -> Expect.yesOrNo(value, "'forms:'"), "'forms:'");
        approval.by = same(call.named("by"), approval.by, Approving::group, "'by:'");
        approval.within = same(call.named("within"), approval.within, Approving::duration, "'within:'");
        if (approval.kind == Kind.NEVER && (approval.by != null || approval.within != null)) {
            throw new Unreadable(
                    call.line(), call.column(), "'approve never' goes without by: and within:; take them out");
        }
    }

    /** Lines can stand beside each other as long as they agree. */
    private static <T> T same(Value value, T before, Function<Value, T> reading, String whose) {
        T now = value == null ? before : reading.apply(value);
        if (before != null && !before.equals(now)) {
            throw Expect.unreadable(value, whose + " says something else in another 'approve' line; keep one");
        }
        return now;
    }

    private static int forms(Call call) {
        return call.values().size() + (call.named("over") == null ? 0 : 1) + (call.block() == null ? 0 : 1);
    }

    private static Kind kind(Call call) {
        if (forms(call) > 1) {
            throw new Unreadable(call.line(), call.column(), "'approve' has one form only; " + FORMS);
        }
        if (call.block() != null) {
            return Kind.RULE;
        }
        if (call.named("over") != null) {
            return Kind.OVER;
        }
        if (call.values().isEmpty()) {
            if (call.named().isEmpty()) {
                throw new Unreadable(call.line(), call.column(), "'approve' does not say when; " + FORMS);
            }
            return Kind.ALWAYS;
        }
        return word(call.values().get(0));
    }

    private static Kind word(Value word) {
        if (word.isWord("always")) {
            return Kind.ALWAYS;
        }
        if (word.isWord("never")) {
            return Kind.NEVER;
        }
        if (word.is() instanceof String text && WORDS.contains(text)) {
            throw Expect.unreadable(word, "'" + text + "' stands without quotes here; write approve " + text);
        }
        String near =
                word.is() instanceof Value.Bare bare ? Problems.didYouMean(bare.word(), WORDS, FORMS) : "; " + FORMS;
        throw Expect.unreadable(word, "'approve' has no such form" + near);
    }

    private static String group(Value by) {
        String group = Expect.text(by, "'by:'");
        if (!GROUP.matcher(group).matches()) {
            throw Expect.unreadable(
                    by,
                    Problems.quote(group) + " is no name of a group; use letters, digits and dashes, like 'finance'");
        }
        return group;
    }

    private static Duration duration(Value within) {
        return Durations.read(within, Expect.text(within, "'within:'"));
    }
}
