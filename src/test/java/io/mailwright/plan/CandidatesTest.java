package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final Example example = new Example();

    @Test
    void bareThenPrefixesThenSuffixesEachWithEachTld() {
        example.buy = Example.buy(
                1, List.of("acme", "Acme Labs"), List.of("get", "try"), List.of("hq"), List.of("com", ".IO"));
        assertThat(example.candidates())
                .containsExactly(
                        "acme.com",
                        "acme.io",
                        "getacme.com",
                        "getacme.io",
                        "tryacme.com",
                        "tryacme.io",
                        "acmehq.com",
                        "acmehq.io",
                        "acmelabs.com",
                        "acmelabs.io",
                        "getacmelabs.com",
                        "getacmelabs.io",
                        "tryacmelabs.com",
                        "tryacmelabs.io",
                        "acmelabshq.com",
                        "acmelabshq.io");
    }

    @Test
    void onlyLegalHostNamesOnceAndNoneThatIsOwned() {
        example.own = Example.owned("try-acme.com");
        example.buy = Example.buy(
                1,
                List.of("acme", "-x", "x-", "mü", "a_b", "xn--q", "x".repeat(64)),
                List.of("try-"),
                List.of("y".repeat(59)),
                List.of("com", "co.uk", "123", "c"));
        assertThat(example.candidates())
                .containsExactly(
                        "acme.com",
                        "acme.co.uk",
                        "try-acme.co.uk",
                        "acme" + "y".repeat(59) + ".com",
                        "acme" + "y".repeat(59) + ".co.uk",
                        "try--x.com",
                        "try--x.co.uk",
                        "x-" + "y".repeat(59) + ".com",
                        "x-" + "y".repeat(59) + ".co.uk",
                        "try-xn--q.com",
                        "try-xn--q.co.uk");
    }

    @Test
    void factsOfAName() {
        assertThat(new Candidate("get-acme2", "co.uk", "acme 2").facts())
                .isEqualTo(Map.of(
                        "name",
                        "get-acme2",
                        "tld",
                        "co.uk",
                        "keyword",
                        "acme 2",
                        "length",
                        9,
                        "hyphenated",
                        true,
                        "digits",
                        true));
        assertThat(new Candidate("acme", "io", "acme").facts(Example.at("acme.io", "12")))
                .containsEntry("blacklisted", false)
                .containsEntry("digits", false)
                .containsKeys("price", "renewal");
        assertThat(new Candidate("acme", "io", "acme").facts(Example.taken("acme.io")))
                .doesNotContainKeys("price", "renewal");
    }

    @Test
    void onlyDropsWhatNoAnswerOfTheVendorCouldSave() {
        example.only = threeValued();
        assertThat(example.candidates()).containsExactly("acme.com", "acme.io");
    }

    @Test
    void preferSortsAndKeepsTheOrderOfTies() {
        example.prefer = TestRule.of("tld == 'io' ? 0 : length", facts -> ioFirst(facts), "tld", "length");
        assertThat(example.candidates())
                .containsExactly(
                        "acme.io",
                        "getacme.io",
                        "tryacme.io",
                        "useacme.io",
                        "acme.com",
                        "getacme.com",
                        "tryacme.com",
                        "useacme.com");
    }

    @Test
    void preferWithPricesLeavesTheOrderToTheSearch() {
        example.prefer = TestRule.of("price", facts -> facts.get("price"), "price");
        assertThat(example.candidates()).startsWith("acme.com", "acme.io", "getacme.com");
    }

    @Test
    void rulesThatDoNotFitAreRefusedInTheirOwnWords() {
        example.only = TestRule.of("length", facts -> facts.get("length"), "length");
        assertThatThrownBy(example::candidates)
                .isInstanceOf(PlanRefused.class)
                .hasMessage("'only { length }' gives 4; it has to give true or false");
        example.only = TestRule.of(
                "name > 3",
                facts -> {
                    throw new RuleException("'>' needs two numbers");
                },
                "name");
        assertThatThrownBy(example::candidates).hasMessage("'only { name > 3 }': '>' needs two numbers");
    }

    @Test
    void listsWhoseProductIsHugeAreRefusedBeforeTheyAreMultiplied() {
        List<String> many = IntStream.range(0, 10_000).mapToObj(i -> "k" + i).toList();
        example.buy = Example.buy(1, many, many, many, many);
        assertThatThrownBy(example::candidates)
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("'buy' would make 2000100000000 names");
    }

    @Test
    void valuesOfPreferHaveOneOrder() {
        List<Object> ascending = List.of(
                -1,
                0.5,
                new BigDecimal("2.50"),
                10L,
                false,
                true,
                "10",
                "9",
                List.of(1),
                List.of(1, 0),
                List.of("a"),
                Rule.UNKNOWN);
        List<Object> shuffled = new ArrayList<>(ascending);
        Collections.reverse(shuffled);
        shuffled.sort(RuleValues.ASCENDING);
        assertThat(shuffled).isEqualTo(ascending);
    }

    private static Object ioFirst(Map<String, ?> facts) {
        return "io".equals(facts.get("tld")) ? Integer.valueOf(0) : facts.get("length");
    }

    /** {@code length <= 4 && !blacklisted}. */
    private static Rule threeValued() {
        return new Rule() {
            @Override
            public String text() {
                return "length <= 4 && !blacklisted";
            }

            @Override
            public Set<String> facts() {
                return Set.of("length", "blacklisted");
            }

            @Override
            public Object evaluate(Map<String, ?> facts) {
                if ((Integer) facts.get("length") > 4) {
                    return false;
                }
                return facts.containsKey("blacklisted") ? !(Boolean) facts.get("blacklisted") : UNKNOWN;
            }
        };
    }
}
