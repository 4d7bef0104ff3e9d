package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private static final Map<String, Object> FACTS = Map.of(
            "name", "getacme", "tld", "com", "keyword", "acme", "length", 7, "hyphenated", false, "digits", false);

    private static Rule only(String rule) {
        return CampaignReader.read(file("only", rule)).only();
    }

    private static Object prefer(String rule) {
        return CampaignReader.read(file("prefer", rule)).prefer().evaluate(FACTS);
    }

    private static String file(String word, String rule) {
        return "campaign 'a'\nown 'a.example'\nproviders google: 1\nperson 'Anna', 'Smith'\n" + word + " { " + rule
                + " }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "length <= 14 && !hyphenated && !digits",
                "length == 7 && length != 8 && 7.0 == length",
                "tld in ['com', 'io'] && tld !in ['de']",
                "length in [6 + 1, 2]",
                "name ==~ '[a-z]+' && !(name ==~ 'acme')",
                "name ==~ 'get\\\\w+'",
                "keyword + 'x' == 'acmex'",
                "keyword < name && name > keyword",
                "(length + 1) * 2 - 10 / 4 == 13.5",
                "(length ?: 9) == 7 && (length - 7 ?: 9) == 9 && (digits ?: true)",
                "-length < 0 && length > -3",
                "tld == 'com' ? length < 8 : digits",
                "!(digits || hyphenated)\n  && length > 3 // seven\n  && true",
                "length / 3 > 2.33 && length / 3 < 2.34",
            })
    void holds(String rule) {
        assertThat(only(rule).test(FACTS)).isTrue();
        assertThat(only("!(" + rule + "\n)").test(FACTS)).isFalse();
    }

    @Test
    void preferIsANumberTextOrYesAndNo() {
        assertThat(prefer("tld == 'com' ? 0 : length")).isEqualTo(BigDecimal.ZERO);
        assertThat(prefer("keyword")).isEqualTo("acme");
        assertThat(prefer("hyphenated")).isEqualTo(false);
    }

    @Test
    void keepsItsTextAndTheFactsItMentions() {
        Rule rule = only("length <= 14\n   && !blacklisted");
        assertThat(rule.text()).isEqualTo("length <= 14\n   && !blacklisted");
        assertThat(rule.facts()).containsExactlyInAnyOrder("length", "blacklisted");
        assertThat(rule).isEqualTo(only("length <= 14\n   && !blacklisted")).isNotEqualTo(only("length <= 14"));
    }

    @Test
    void whatIsNotKnownStaysUnknownUnlessItDoesNotMatter() {
        assertThat(only("price < 10").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("price < 10").test(FACTS)).isFalse();
        assertThat(only("!blacklisted").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("price < 10 && digits").evaluate(FACTS)).isEqualTo(false);
        assertThat(only("digits && price < 10").evaluate(FACTS)).isEqualTo(false);
        assertThat(only("price < 10 || !digits").evaluate(FACTS)).isEqualTo(true);
        assertThat(only("price < 10 || digits").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("price < 10 && !digits").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("!digits && price < 10").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("blacklisted ? digits : true").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("length in [price, 7]").evaluate(FACTS)).isEqualTo(true);
        assertThat(only("length in [price, 8]").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
        assertThat(only("price + 1 > price * 2").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
    }

    @Test
    void anyNumberWillDoAndNullIsNotKnown() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("total", 300.5);
        facts.put("monthly", null);
        assertThat(CampaignReader.rule("total > 300").test(facts)).isTrue();
        assertThat(CampaignReader.rule("total > 300 && monthly > 1").evaluate(facts))
                .isSameAs(Rule.UNKNOWN);
        facts.put("total", Rule.UNKNOWN);
        assertThat(CampaignReader.rule("total > 300").evaluate(facts)).isSameAs(Rule.UNKNOWN);
    }

    @Test
    void aValueOfTheWrongTypeIsARuleException() {
        assertThatThrownBy(() -> CampaignReader.rule("total > 300").evaluate(Map.of("total", "many")))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("'total' is a number");
        assertThatThrownBy(() -> CampaignReader.rule("total > 300").evaluate(Map.of("total", Double.NaN)))
                .isInstanceOf(RuleException.class);
    }

    /** A plan without google domains must not stop a rule about them; approve then asks a person. */
    @Test
    void whatIsDividedByZeroIsNotKnown() {
        Rule rule = CampaignReader.rule("total / google > 3");
        assertThat(rule.evaluate(Map.of("total", 9, "google", 0))).isSameAs(Rule.UNKNOWN);
        assertThat(rule.evaluate(Map.of("total", 9, "google", 1))).isEqualTo(true);
        assertThat(CampaignReader.rule("google > 0 && total / google > 3").evaluate(Map.of("total", 9, "google", 0)))
                .isEqualTo(false);
        assertThat(only("10 / (length - 7) > 1").evaluate(FACTS)).isSameAs(Rule.UNKNOWN);
    }

    @Test
    void aTextThatGrowsTooLongIsNotKnown() {
        String name = "name + ".repeat(30) + "'x'";
        assertThat(only(name + " != 'x'").evaluate(Map.of("name", "y".repeat(63))))
                .isEqualTo(true);
        assertThat(only(name + " != 'x'").evaluate(Map.of("name", "y".repeat(70))))
                .isSameAs(Rule.UNKNOWN);
    }

    @Test
    void theKeywordIsAsWritten() {
        Rule rule = CampaignReader.read(
                        "campaign 'a'\nbuy 1, keywords: ['Acme Labs'], tlds: ['com']\nproviders google: 1\n"
                                + "person 'Anna', 'Smith'\nonly { keyword == 'Acme Labs' }")
                .only();
        assertThat(rule.test(Map.of("keyword", "Acme Labs"))).isTrue();
    }
}
