package io.mailwright.campaign;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The {@code approve} line: when a person is asked, who, and for how long before the operators are asked too.
 *
 * @param over dollars, with {@link Kind#OVER} only, else null
 * @param rule with {@link Kind#RULE} only, else null; true asks a person
 * @param by a group; {@code approvers} when none is written
 * @param within null: the setting for people (P2D)
 * @param forms whether a person looks again before names are submitted
 */
public record ApprovalPolicy(Kind kind, BigDecimal over, Rule rule, String by, Duration within, boolean forms) {
    public enum Kind {
        ALWAYS,
        NEVER,
        OVER,
        RULE
    }

    /** What a file without an {@code approve} line means. */
    public static final ApprovalPolicy DEFAULT = new ApprovalPolicy(Kind.ALWAYS, null, null, "approvers", null, false);
}
