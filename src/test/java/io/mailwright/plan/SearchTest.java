package io.mailwright.plan;

import static io.mailwright.plan.Example.at;
import static io.mailwright.plan.Example.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Example example = new Example();

    @Test
    void wholeBatchesUntilNamesAndAlternatesFit() {
        example.buy = Example.buy(
                2,
                IntStream.range(0, 40)
                        .mapToObj(i -> "acme" + (char) ('a' + i % 26) + i / 26)
                        .toList(),
                List.of(),
                List.of(),
                List.of("com"));
        assertThat(example.searched(example.allAt("10"), 3)).hasSize(2).allMatch(batch -> batch.size() == 3);

        Map<String, Quote> vendor = example.allAt("10");
        example.candidates().stream().limit(7).forEach(domain -> vendor.put(domain, taken(domain)));
        assertThat(example.searched(vendor, 3)).hasSize(4);
    }

    @Test
    void theEndOfTheListEndsTheSearch() {
        assertThat(example.searched(Map.of(), 5))
                .containsExactly(
                        List.of("acme.com", "acme.io", "getacme.com", "getacme.io", "tryacme.com"),
                        List.of("tryacme.io", "useacme.com", "useacme.io"));
    }

    @Test
    void sortingByPriceSearchesAllButAtMostFiveHundred() {
        example.prefer = TestRule.of("price", facts -> facts.get("price"), "price");
        assertThat(example.searched(example.allAt("10"), 5)).hasSize(2);

        example.buy = Example.buy(
                4, IntStream.range(0, 600).mapToObj(i -> "acme" + i).toList(), List.of(), List.of(), List.of("com"));
        assertThat(example.searched(example.allAt("10"), 10)).hasSize(50);
        assertThat(example.search(10).progress(Map.of())).isEqualTo(new Search.Progress(0, 500, 0, 4));
    }

    @Test
    void whatFitsIsAvailableWithinThePriceAndKeptByOnly() {
        example.only = TestRule.of("!blacklisted", facts -> !(Boolean) facts.get("blacklisted"), "blacklisted");
        Map<String, Quote> quotes = Example.quotes(
                at("acme.com", "16.00"),
                at("acme.io", "16.01"),
                taken("getacme.com"),
                new Quote("getacme.io", true, BigDecimal.TEN, null, true),
                new Quote("tryacme.com", true, null, null, false));
        assertThat(example.search(10).progress(quotes)).isEqualTo(new Search.Progress(5, 8, 1, 4));
    }

    @Test
    void withoutPreferTheChoiceKeepsCandidateOrder() {
        Map<String, Quote> quotes = new HashMap<>(example.allAt("10"));
        quotes.put("useacme.io", at("useacme.io", "1"));
        quotes.put("acme.io", taken("acme.io"));
        Choice choice = example.search(10).choose(quotes);
        assertThat(choice.names())
                .extracting(Quote::domain)
                .containsExactly("acme.com", "getacme.com", "getacme.io", "tryacme.com");
        assertThat(choice.alternates())
                .extracting(Quote::domain)
                .containsExactly("tryacme.io", "useacme.com", "useacme.io");
    }

    @Test
    void preferredNamesComeFirstThenCheapestThenByName() {
        example.prefer = TestRule.of("length", facts -> facts.get("length"), "length");
        Map<String, Quote> quotes = new HashMap<>(example.allAt("10"));
        quotes.put("useacme.io", at("useacme.io", "9.5"));
        quotes.put("tryacme.com", at("tryacme.com", "9.50"));
        Choice choice = example.search(10).choose(quotes);
        assertThat(choice.names())
                .extracting(Quote::domain)
                .containsExactly("acme.com", "acme.io", "tryacme.com", "useacme.io");
        assertThat(choice.alternates())
                .extracting(Quote::domain)
                .containsExactly("getacme.com", "getacme.io", "tryacme.io");
    }

    @Test
    void aFifthMoreAreAlternates() {
        example.buy = Example.buy(
                20, IntStream.range(0, 60).mapToObj(i -> "acme" + i).toList(), List.of(), List.of(), List.of("com"));
        assertThat(example.search(10).choose(example.allAt("1")).alternates()).hasSize(4);
    }

    @Test
    void shortagesSayHowManyAreMissingAndWhatDroppedMost() {
        Search search = example.search(10);
        assertThatThrownBy(() -> search.choose(Example.quotes(
                        at("acme.com", "1"), taken("acme.io"), at("getacme.io", "99"), at("getacme.com", "98"))))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("3 names are missing: 'buy' wants 4 and only 1 of its candidates fit; "
                        + "'maxPrice' dropped most (2), so raise it or add keywords, prefixes, suffixes or tlds");
        assertThatThrownBy(() -> search.choose(Example.quotes(taken("acme.com"))))
                .hasMessageContaining("4 names are missing")
                .hasMessageContaining("most were taken already (1)");
        example.only = TestRule.of("length <= 4", facts -> (Integer) facts.get("length") <= 4, "length");
        assertThatThrownBy(() -> example.search(10).choose(example.allAt("1")))
                .hasMessageContaining("only 2 of its candidates fit; 'only' dropped most (6), so loosen it");
    }

    @Test
    void aCampaignThatBuysNothingSearchesNothing() {
        example.buy = null;
        assertThat(example.search(10).next(Map.of())).isEmpty();
    }
}
