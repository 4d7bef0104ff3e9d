package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.ApprovalPolicy.Kind;
import io.mailwright.campaign.Rule;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovalCheckTest {
    private final Example example = new Example();
    private final Plan plan = example.plan(example.allAt("10"));

    @Test
    void factsOfThePlan() {
        assertThat(ApprovalCheck.facts(plan))
                .isEqualTo(Map.of(
                        "total", new BigDecimal("107"),
                        "monthly", new BigDecimal("67"),
                        "domains", 4,
                        "mailboxes", 33,
                        "google", 2,
                        "smtp", 1,
                        "outlook", 1));
    }

    @Test
    void alwaysNeverAndOver() {
        assertThat(asks(Kind.ALWAYS, null, null)).isTrue();
        assertThat(asks(Kind.NEVER, null, null)).isFalse();
        assertThat(asks(Kind.OVER, "106.99", null)).isTrue();
        assertThat(asks(Kind.OVER, "107.00", null)).isFalse();
    }

    @Test
    void aRuleLetsAPlanPassByFalseAlone() {
        assertThat(asks(Kind.RULE, null, TestRule.of("outlook > 0", facts -> (int) facts.get("outlook") > 0)))
                .isTrue();
        assertThat(asks(Kind.RULE, null, TestRule.of("smtp > 5", facts -> (int) facts.get("smtp") > 5)))
                .isFalse();
        assertThat(asks(Kind.RULE, null, TestRule.of("price", facts -> 1, "price")))
                .isTrue();
    }

    private boolean asks(Kind kind, String over, Rule rule) {
        return ApprovalCheck.asksPerson(
                new ApprovalPolicy(kind, over == null ? null : new BigDecimal(over), rule, "approvers", null, false),
                plan);
    }
}
