package io.mailwright.plan;

import static io.mailwright.plan.Example.at;
import static io.mailwright.plan.Example.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a campaign's own candidates run out. */
class SuggestionsTest {
    private static final List<String> TLDS = List.of("com", "io");

    private final Example example = new Example();
    private final Map<String, Quote> quotes = new HashMap<>();

    @BeforeEach
    void oneCandidateOfEachKeywordIsTaken() {
        example.buy = Example.buy(2, List.of("acme", "Acme Labs"), List.of(), List.of(), List.of("com", ".io"));
        example.providers = Example.providers(2, 0, 0);
        quotes.putAll(
                Example.quotes(taken("acme.com"), taken("acme.io"), taken("acmelabs.com"), at("acmelabs.io", "12")));
    }

    @Test
    void theyAreAskedForWhenTheListHasEndedAndTooFewFit() {
        assertThat(example.search(10).request(Map.of())).isEmpty();
        assertThat(example.search(10).request(quotes)).contains(request("acme", 1));
        quotes.put("acme.io", at("acme.io", "12"));
        assertThat(example.search(10).request(quotes)).isEmpty();
    }

    @Test
    void aPageOfEachKeywordThenTheNextOfThoseThatHaveOne() {
        Search search = example.search(10);
        search.suggested(page("acme", 1, false));
        assertThat(search.request(quotes)).contains(request("acmelabs", 1));
        search.suggested(page("acmelabs", 1, true));
        assertThat(search.request(quotes)).contains(request("acme", 2));
        search.suggested(page("acme", 2, true));
        assertThat(search.request(quotes)).isEmpty();
        example.suggested = search.suggested();
        assertThat(example.search(10).request(quotes)).isEmpty();
    }

    @Test
    void atMostTwentyPagesAreAskedFor() {
        example.buy = Example.buy(
                2, IntStream.range(0, 30).mapToObj(i -> "acme" + i).toList(), List.of(), List.of(), List.of("com"));
        example.candidates().forEach(name -> quotes.put(name, taken(name)));
        Search search = example.search(10);
        int pages = 0;
        for (Optional<SuggestionRequest> next = search.request(quotes); next.isPresent(); pages++) {
            search.suggested(new SuggestedPage(next.get(), List.of(), false));
            next = search.request(quotes);
        }
        assertThat(pages).isEqualTo(20);
    }

    @Test
    void theyComeAfterTheFilesOwnInTheVendorsOrderAndMakeUpTheNumber() {
        example.suggested = List.of(
                page("acme", 1, false, "tryacme.io", "goacme.com"), page("acmelabs", 1, true, "acmelabshq.com"));
        List.of("tryacme.io", "goacme.com", "acmelabshq.com").forEach(name -> quotes.put(name, at(name, "9")));
        Plan plan = example.plan(quotes);
        assertThat(plan.domains()).extracting(PlannedDomain::domain).containsExactly("acmelabs.io", "tryacme.io");
        assertThat(plan.alternates()).extracting(Quote::domain).containsExactly("goacme.com", "acmelabshq.com");
    }

    @Test
    void theyPassTheRulesAndTheirKeywordIsTheOneTheyWereAskedWith() {
        example.only = TestRule.of(
                "keyword == 'Acme Labs'", facts -> facts.get("keyword").equals("Acme Labs"), "keyword");
        example.prefer = TestRule.of("length", facts -> facts.get("length"), "length");
        example.suggested = List.of(
                page("acme", 1, true, "getacme.com"), page("acmelabs", 1, true, "getacmelabs.com", "acmelabsx.com"));
        List.of("getacme.com", "getacmelabs.com", "acmelabsx.com").forEach(name -> quotes.put(name, at(name, "9")));
        Plan plan = example.plan(quotes);
        assertThat(plan.domains()).extracting(PlannedDomain::domain).containsExactly("acmelabs.io", "acmelabsx.com");
        assertThat(plan.alternates()).extracting(Quote::domain).containsExactly("getacmelabs.com");
    }

    @Test
    void whatWasSuggestedWithoutAPriceIsSearched() {
        example.suggested = List.of(page("acme", 1, true, "tryacme.io", "goacme.com", "acme.com", "goacme.com"));
        quotes.put("tryacme.io", taken("tryacme.io"));
        assertThat(example.search(10).next(quotes)).containsExactly("goacme.com");
    }

    @Test
    void otherTldsOwnedAndIllegalNamesAreNoCandidates() {
        example.own = Example.owned("ownacme.com");
        example.suggested = List.of(page(
                "acme",
                1,
                true,
                "acme.xyz",
                "ownacme.com",
                "-acme.com",
                "a_b.com",
                "acme",
                ".com",
                "acme.co.io",
                "ok.io"));
        assertThat(example.search(10).next(quotes)).containsExactly("ok.io");
    }

    @Test
    void pagesOfAnotherFileArePassedOver() {
        example.suggested = List.of(
                page("other", 1, true, "a.com"),
                new SuggestedPage(new SuggestionRequest("acme", List.of("com"), 1), List.of("b.com"), true));
        Search search = example.search(10);
        assertThat(search.next(quotes)).isEmpty();
        assertThat(search.suggested()).isEmpty();
        assertThat(search.request(quotes)).contains(request("acme", 1));
    }

    @Test
    void stillShortSaysSo() {
        example.suggested = List.of(page("acme", 1, true, "tryacme.io"), page("acmelabs", 1, true, "acmelabsx.com"));
        quotes.put("tryacme.io", taken("tryacme.io"));
        quotes.put("acmelabsx.com", at("acmelabsx.com", "99"));
        assertThatThrownBy(() -> example.plan(quotes))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("1 name is missing: 'buy' wants 2 and only 1 of its candidates and of the vendor's "
                        + "suggestions fit; most were taken already (4), so add keywords, prefixes, suffixes or tlds");
    }

    private static SuggestionRequest request(String keyword, int page) {
        return new SuggestionRequest(keyword, TLDS, page);
    }

    private static SuggestedPage page(String keyword, int page, boolean last, String... names) {
        return new SuggestedPage(request(keyword, page), List.of(names), last);
    }
}
