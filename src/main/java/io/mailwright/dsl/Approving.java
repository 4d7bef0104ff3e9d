package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.ApprovalPolicy.Kind;
import io.mailwright.campaign.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code approve always}, {@code never}, {@code over: 300}, {@code { total > 300 }}; {@code by:} and {@code within:} with any but never. */
final class Approving {
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final String FORMS =
            "write approve always, approve never, approve over: 300 or approve { total > 300 }";

    private Approving() {}

    static void read(Call call, Draft draft, Problems problems) {
        Call.Named forms = call.named().get("forms");
        if (forms != null) {
            if (!(forms.value().is() instanceof Boolean yes)) {
                throw Expect.unreadable(forms.value(), "'forms:' is true or false");
            }
            draft.approveForms = yes;
            if (call.named().size() == 1 && call.values().isEmpty() && call.block() == null) {
                return;
            }
        }
        Kind kind = kind(call);
        Value over = call.named("over");
        BigDecimal limit = over == null ? null : Expect.dollars(over, "'over:'", 0);
        Rule rule = call.block() == null
                ? null
                : RuleReader.read(call.block(), draft.source, OF_PLANS, Set.of(YES_OR_NO), "'approve'");
        Value by = call.named("by");
        Value within = call.named("within");
        if (kind == Kind.NEVER && (by != null || within != null)) {
            throw new Unreadable(call.line(), call.column(), "'approve never' asks nobody; take by: and within: out");
        }
        draft.approve = new ApprovalPolicy(
                kind,
                limit,
                rule,
                by == null ? ApprovalPolicy.DEFAULT.by() : group(by),
                within == null ? null : duration(within),
                false);
    }

    private static Kind kind(Call call) {
        int forms = call.values().size() + (call.named("over") == null ? 0 : 1) + (call.block() == null ? 0 : 1);
        if (forms > 1) {
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
        Value word = call.values().get(0);
        if (word.isWord("always")) {
            return Kind.ALWAYS;
        }
        if (word.isWord("never")) {
            return Kind.NEVER;
        }
        throw Expect.unreadable(word, "'approve' has no such form; " + FORMS);
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
