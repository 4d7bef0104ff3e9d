package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is thrown at the reader, a Campaign or CampaignErrors with lines come back. */
class TokenSoupPropertyTest {
    private static final String[] PIECES = {
        "campaign",
        "workspace",
        "tag",
        "def",
        "buy",
        "only",
        "prefer",
        "own",
        "people",
        "person",
        "patterns",
        "avoid",
        "providers",
        "redirect",
        "photo",
        "budget",
        "approve",
        "domain",
        "schedule",
        "prewarmed",
        "sequencer",
        "export",
        "coupon",
        "vendor",
        "site",
        "length",
        "tld",
        "digits",
        "total",
        "always",
        "never",
        "keywords:",
        "tlds:",
        "nick:",
        "over:",
        "by:",
        "forms:",
        "hosting:",
        "provider:",
        "secret:",
        "perRun:",
        "start:",
        "every:",
        "'0 9 * * MON'",
        "google:",
        "'acme'",
        "'a.example'",
        "'{first}'",
        "\"${site}\"",
        "\"${",
        "\"",
        "'",
        "'''",
        "'''first,last\nA,B\n'''",
        "12",
        "0.5",
        "true",
        "null",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ",",
        ":",
        "=",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        "&&",
        "||",
        "!",
        "in",
        "!in",
        "+",
        "-",
        "*",
        "/",
        "?",
        "?:",
        "==~",
        ".",
        "@",
        "->",
        ";",
        "new",
        "as",
        "\\",
        "$",
        "\n",
        "\n",
        "\n",
        " ",
        "//",
        "/*",
        "*/",
        "é",
        "\t",
        "\r\n"
    };
    private static final String[] LINES = {
        "campaign 'acme'\n",
        "own 'a.example'\n",
        "own 'b.example', 'c.example'\n",
        "providers google: 1\n",
        "person 'Anna', 'Smith'\n",
        "def site = 'https://acme.example'\n",
        "redirect \"${site}/x\"\n",
        "only { length <= 12 && (digits || tld in ['com']) }\n",
        "prefer { tld == 'com' ? 0 : length * 2 }\n",
        "approve { total / 2 > 300 }, by: 'finance'\n",
        "budget 500,\n  monthly: 200\n",
        "buy 4, keywords: ['acme'], tlds: ['com']\n",
        "people '''first,last\nBen,Okafor\n'''\n",
        "patterns '{f}{last}', '{first}'\n",
        "patterns vendor\n",
        "domain('a.example', provider: 'smtp') {\n person 'Käthe', 'Weiß'\n patterns '{first}', '{last}{n}'\n}\n",
        "domain('b.example') { redirect 'https://acme.example/b' }\n",
        "own 'd.example', hosting: 'namecheap'\n",
        "prewarmed google: 2, maxPrice: 30\n",
        "schedule '0 9 * * MON', perRun: 3\n",
        "schedule start: '2026-03-02', every: '2 days', perRun: 3, zone: 'Europe/Berlin'\n",
        "sequencer 'Instantly', secret: 'instantly-main', tag: '{{ID}}'\n",
        "export 'smartlead', 'csv'\n",
        "coupon 'SPRING'\n",
        "approve forms: true\n"
    };

    @Property(tries = 400)
    void soup(@ForAll("soups") List<String> soup) {
        onlyCampaignOrErrors(String.join(" ", soup));
    }

    @Property(tries = 300)
    void anyText(@ForAll String text) {
        onlyCampaignOrErrors(text);
    }

    @Property(tries = 400)
    void fileWithOneSlip(@ForAll("files") List<String> lines, @ForAll int place, @ForAll("pieces") String piece) {
        String file = String.join("", lines);
        int at = Math.floorMod(place, file.length());
        onlyCampaignOrErrors(file.substring(0, at) + piece + file.substring(at));
        onlyCampaignOrErrors(file.substring(0, at) + file.substring(at + 1));
    }

    @Property(tries = 400)
    void fileWithLinesCutOrSwapped(@ForAll("files") List<String> lines, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        String file = String.join("", shuffled);
        int from = random.nextInt(file.length());
        int to = from + random.nextInt(file.length() - from);
        onlyCampaignOrErrors(file.substring(0, from) + file.substring(to));
        onlyCampaignOrErrors(file.substring(0, to) + file.substring(from));
        onlyCampaignOrErrors(file.substring(to) + file.substring(0, from));
    }

    @Property(tries = 300)
    void rules(@ForAll("soups") List<String> soup) {
        try {
            assertThat(CampaignReader.rule(String.join(" ", soup)).facts()).isNotNull();
        } catch (CampaignErrors e) {
            assertReadable(e, Integer.MAX_VALUE);
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<List<String>> soups() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<String>> files() {
        return Arbitraries.of(LINES).list().ofMinSize(1).ofMaxSize(14);
    }

    private static void onlyCampaignOrErrors(String text) {
        try {
            assertThat(CampaignReader.read(text).name()).isNotEmpty();
        } catch (CampaignErrors e) {
            assertReadable(e, 1 + (int) text.lines().count());
        }
    }

    /** @param lines of the text, and one more: an end that is missed stands behind the last */
    private static void assertReadable(CampaignErrors errors, int lines) {
        assertThat(errors.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(20).allSatisfy(error -> {
            assertThat(error.line()).isBetween(1, Math.max(1, lines));
            assertThat(error.column()).isPositive();
            assertThat(error.message())
                    .isNotBlank()
                    .hasSizeLessThan(600)
                    .doesNotContain("can't be read (")
                    .doesNotContain("\n");
        });
    }
}
