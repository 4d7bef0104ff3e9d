package io.mailwright.dsl;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.ApprovalPolicy.Kind;
import io.mailwright.campaign.Rule;
import java.math.BigDecimal;
import java.time.Duration;

/** What the {@code approve} lines have said so far; null is not said. */
final class Approval {
    int line;
    Kind kind;
    BigDecimal over;
    Rule rule;
    String by;
    Duration within;
    Boolean forms;

    ApprovalPolicy policy() {
        ApprovalPolicy usual = ApprovalPolicy.DEFAULT;
        return new ApprovalPolicy(
                kind == null ? usual.kind() : kind,
                over,
                rule,
                by == null ? usual.by() : by,
                within,
                forms == null ? usual.forms() : forms);
    }
}
