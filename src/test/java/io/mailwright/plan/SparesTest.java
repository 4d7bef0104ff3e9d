package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.dsl.CampaignReader;
import io.mailwright.plan.Spares.Registered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SparesTest {
    @Test
    void alternatesAndCandidatesGoBeforeOthersAndOthersByName() {
        assertThat(spares("", List.of("tryacme.com"), Map.of(), "zebra.net", "acme.com", "apple.net", "tryacme.com"))
                .containsExactly("tryacme.com", "acme.com", "apple.net", "zebra.net");
    }

    @Test
    void preferSortsEachOfThem() {
        assertThat(spares("prefer { -length }", List.of(), Map.of(), "z.net", "acme.com", "apple.net", "tryacme.com"))
                .containsExactly("tryacme.com", "acme.com", "apple.net", "z.net");
    }

    @Test
    void onlyRefusesByWhatIsKnown() {
        String rule = "only { tld == 'com' && price < 20 && !blacklisted }";
        Quote listed = new Quote("acme.com", true, BigDecimal.TEN, null, true);
        assertThat(spares(rule, List.of(), Map.of("acme.com", listed), "acme.com", "tryacme.com", "apple.net"))
                .containsExactly("tryacme.com");
    }

    @Test
    void theRenewalOfARegisteredNameIsKnown() {
        assertThat(Spares.inOrder(
                        CampaignReader.read(text("only { renewal < 20 }")),
                        List.of(),
                        Map.of(),
                        List.of(
                                new Registered("dear.com", new BigDecimal("25")),
                                new Registered("cheap.com", new BigDecimal("17")))))
                .containsExactly("cheap.com");
    }

    private static List<String> spares(
            String rule, List<String> alternates, Map<String, Quote> quotes, String... registered) {
        return Spares.inOrder(
                CampaignReader.read(text(rule)),
                alternates,
                quotes,
                Stream.of(registered).map(name -> new Registered(name, null)).toList());
    }

    private static String text(String rule) {
        return """
                campaign 'acme'
                buy 1, keywords: ['acme'], prefixes: ['try'], tlds: ['com']
                providers google: 1
                person 'Anna', 'Smith'
                person 'Ben', 'Okafor'
                %s
                """.formatted(rule);
    }
}
