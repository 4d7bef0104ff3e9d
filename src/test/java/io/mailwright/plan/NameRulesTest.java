package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameRulesTest {
    private static final String LINES = "\n  length < 12\n\t&& digits\n";

    @Test
    void aRuleOfSeveralLinesIsQuotedOnOne() {
        assertThat(refusal(TestRule.of(LINES, facts -> 3)))
                .isEqualTo("'only { length < 12 && digits }' gives 3; it has to give true or false");
        assertThat(refusal(failing(LINES))).isEqualTo("'only { length < 12 && digits }': 12 is not a text");
    }

    @Test
    void aLongRuleIsQuotedByItsBeginning() {
        assertThat(refusal(failing("length < 12 && ".repeat(2_000) + "digits")))
                .startsWith("'only { length < 12 && length")
                .endsWith("… }': 12 is not a text")
                .hasSizeLessThan(150);
    }

    private static Rule failing(String text) {
        return TestRule.of(text, facts -> {
            throw new RuleException("12 is not a text");
        });
    }

    private static String refusal(Rule only) {
        Example example = new Example();
        example.only = only;
        Throwable refused = catchThrowable(() -> example.plan(Map.of()));
        assertThat(refused).isInstanceOf(PlanRefused.class);
        return refused.getMessage();
    }
}
