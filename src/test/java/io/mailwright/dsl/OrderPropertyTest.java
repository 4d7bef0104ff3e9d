package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Campaign;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of lines means nothing, except that of {@code def} before use, of owned domains, and of people. */
class OrderPropertyTest {
    private static final String FIRST = "def site = 'https://acme.example'\n";
    private static final List<String> LINES = List.of(
            "campaign 'acme'\n",
            "workspace 'Northwind'\n",
            "tag 'spring'\n",
            "buy 3, keywords: ['acme'], tlds: ['com'], maxPrice: 16\n",
            "only { length <= 14 && !hyphenated }\n",
            "prefer { tld == 'com' ? 0 : length }\n",
            "own 'a.example', 'b.example', hosting: 'namecheap'\n",
            "prewarmed google: 2\n",
            "providers google: 3, smtp: 2\n",
            "people '''first,last\nAnna,Smith\nBen,Okafor\n'''\n",
            "patterns '{first}', '{last}', '{f}{last}'\n",
            "avoid 'sales'\n",
            "redirect \"${site}/start\"\n",
            "photo \"${site}/p.jpg\"\n",
            "domain('b.example', provider: 'smtp') {\n  redirect \"${site}/b\"\n}\n",
            "domain('a.example') { photo 'https://acme.example/a.jpg' }\n",
            "budget 500, monthly: 200\n",
            "approve { total > 300 }, by: 'finance'\n",
            "approve forms: true\n",
            "schedule '0 9 * * MON', perRun: 3\n",
            "sequencer 'Instantly', secret: 'instantly-main'\n",
            "export 'csv', 'json'\n",
            "coupon 'SPRING'\n");
    private static final Campaign CAMPAIGN = CampaignReader.read(FIRST + String.join("", LINES));

    @Property(tries = 200)
    void anyOrderIsTheSameCampaign(@ForAll("shuffled") List<String> lines) {
        assertThat(CampaignReader.read(FIRST + String.join("", lines))).isEqualTo(CAMPAIGN);
    }

    @Property(tries = 200)
    void aLineLessIsAnotherCampaignOrAnError(@ForAll("shuffled") List<String> lines) {
        String less = FIRST + String.join("", lines.subList(1, lines.size()));
        try {
            assertThat(CampaignReader.read(less)).isNotEqualTo(CAMPAIGN);
        } catch (CampaignErrors e) {
            assertThat(e.errors()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<List<String>> shuffled() {
        return Arbitraries.shuffle(LINES);
    }
}
