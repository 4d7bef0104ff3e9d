package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is bought, and may be ordered, stays in its slot when the plan is made again. */
class KeptSlotsTest {
    private final Example example = new Example();
    private final Map<String, Quote> quotes = new HashMap<>(example.allAt("10"));

    @Test
    void anOrderedNameStaysInItsSlotWhenOneBeforeItIsLost() {
        List<PlannedDomain> first = example.plan(quotes).domains();
        assertThat(first).hasSizeGreaterThan(3);
        PlannedDomain lost = first.get(1);
        List<KeptName> kept = first.stream()
                .filter(domain -> domain != lost)
                .map(domain -> new KeptName(domain.domain(), domain.slot(), domain.provider()))
                .toList();
        kept.forEach(name -> quotes.put(name.domain(), new Quote(name.domain(), true, BigDecimal.ZERO, null, false)));
        quotes.put(lost.domain(), new Quote(lost.domain(), false, null, null, false));

        List<PlannedDomain> second = example.plan(quotes, kept).domains();

        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).provider()).isEqualTo(first.get(i).provider());
            assertThat(second.get(i).aliases()).isEqualTo(first.get(i).aliases());
            if (i == 1) assertThat(second.get(i).domain()).isNotEqualTo(lost.domain());
            else assertThat(second.get(i).domain()).isEqualTo(first.get(i).domain());
        }
    }

    /** What is paid for says 0 dollars, and the vendor no longer says what it renews for. */
    @Test
    void rulesAboutPricesDropNoNameThatIsBought() {
        example.only = TestRule.of(
                "renewal < 20 && price > 5",
                facts -> number(facts.get("renewal")) < 20 && number(facts.get("price")) > 5,
                "renewal",
                "price");
        List<PlannedDomain> first = example.plan(quotes).domains();
        List<KeptName> kept = first.stream()
                .map(domain -> new KeptName(domain.domain(), domain.slot(), domain.provider()))
                .toList();
        kept.forEach(name -> quotes.put(name.domain(), new Quote(name.domain(), true, BigDecimal.ZERO, null, false)));

        assertThat(example.plan(quotes, kept).domains())
                .extracting(PlannedDomain::domain)
                .containsExactlyElementsOf(
                        first.stream().map(PlannedDomain::domain).toList());
    }

    @Test
    void aNameThatMayHaveToBePaidYetIsKeptWhateverTheMostPriceIsNow() {
        String name = example.plan(quotes).domains().get(0).domain();
        quotes.put(name, new Quote(name, true, new BigDecimal("99"), null, false));

        assertThat(example.plan(quotes, List.of(new KeptName(name, 1, Provider.GOOGLE)))
                        .domains()
                        .get(0)
                        .domain())
                .isEqualTo(name);
    }

    private static int number(Object fact) {
        return ((BigDecimal) fact).intValue();
    }

    @Test
    void aNameWhoseSlotIsOfAnotherTypeNowGoesToOneOfItsOwn() {
        List<PlannedDomain> first = example.plan(quotes).domains();
        PlannedDomain smtp = first.stream()
                .filter(domain -> domain.provider() == Provider.SMTP)
                .findFirst()
                .orElseThrow();
        quotes.put(smtp.domain(), new Quote(smtp.domain(), true, BigDecimal.ZERO, null, false));

        List<PlannedDomain> second = example.plan(quotes, List.of(new KeptName(smtp.domain(), 1, Provider.SMTP)))
                .domains();

        assertThat(second)
                .filteredOn(domain -> domain.domain().equals(smtp.domain()))
                .extracting(PlannedDomain::provider)
                .containsExactly(Provider.SMTP);
    }
}
