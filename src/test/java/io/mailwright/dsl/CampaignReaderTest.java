package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.ApprovalPolicy.Kind;
import io.mailwright.campaign.Budget;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Purchase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignReaderTest {
    private static final String OWNED = "campaign 'acme'\nown 'acme-mail.com'\nproviders google: 1\n";
    private static final String FILE = OWNED + "person 'Anna', 'Smith'\nperson 'Ben', 'Okafor'\n";

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("dsl-examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheExamples(Path example) throws IOException {
        String text = Files.readString(example);
        Campaign campaign = CampaignReader.read(text);
        assertThat(campaign.people()).isNotEmpty();
        assertThat(campaign.providers().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(campaign.recipe() ? 0 : campaign.buy().count());
        assertThat(CampaignReader.read(text)).isEqualTo(campaign);
    }

    @Test
    void readsTheShortestUsefulFile() throws IOException {
        Campaign campaign = CampaignReader.read(Files.readString(Path.of("src/test/resources/story/shortest.groovy")));
        assertThat(campaign.name()).isEqualTo("acme-q3");
        assertThat(campaign.buy())
                .isEqualTo(new Purchase(
                        4,
                        List.of("acme"),
                        List.of("get", "try", "use"),
                        List.of(),
                        List.of("com", "io"),
                        BigDecimal.valueOf(16)));
        assertThat(campaign.only().text()).isEqualTo("length <= 12 && !hyphenated");
        assertThat(campaign.providers())
                .containsExactly(
                        Map.entry(Provider.GOOGLE, 2), Map.entry(Provider.SMTP, 1), Map.entry(Provider.OUTLOOK, 1));
        assertThat(campaign.people())
                .contains(new Person("José", "Núñez", null, null, null))
                .hasSize(3);
        assertThat(campaign.patterns()).hasSize(6).contains(NamePattern.of("{first}{last}{n}"));
        assertThat(campaign.redirect()).isEqualTo("https://acme.example");
        assertThat(campaign.budget()).isEqualTo(new Budget(BigDecimal.valueOf(200), BigDecimal.valueOf(90)));
        assertThat(campaign.approve()).isEqualTo(ApprovalPolicy.DEFAULT);
        assertThat(campaign.prefer()).isNull();
    }

    @Test
    void aByteOrderMarkTabsAndAnyLineEndsChangeNothing() {
        String file = FILE + "people '''first,last\nEve,Doe\n'''\nbudget 500,\n monthly: 200\n";
        assertThat(CampaignReader.read("\uFEFF" + file.replace("\n", "\r\n").replace(", ", ",\t")))
                .isEqualTo(CampaignReader.read(file))
                .isEqualTo(CampaignReader.read(file.replace('\n', '\r')));
    }

    @Test
    void valuesAreJoined() {
        Campaign campaign = CampaignReader.read(FILE.replace("own 'acme-mail.com'\nproviders google: 1", """
                def site = 'https://' + "acme.example"
                def most = 16
                def words = ['acme', "acme labs"] + ['acmer']
                buy 2, keywords: words, prefixes: ["get"], tlds: ['COM'], maxPrice: most + 0.50
                providers smtp: 1, google: 1
                redirect "${site}/start/${most}"
                workspace "North" + 'wind'"""));
        assertThat(campaign.redirect()).isEqualTo("https://acme.example/start/16");
        assertThat(campaign.buy().keywords()).containsExactly("acme", "acme labs", "acmer");
        assertThat(campaign.buy().tlds()).containsExactly("com");
        assertThat(campaign.buy().maxPrice()).isEqualByComparingTo("16.50");
        assertThat(campaign.workspace()).isEqualTo("Northwind");
        assertThat(campaign.providers().keySet()).containsExactly(Provider.SMTP, Provider.GOOGLE);
    }

    @Test
    void peopleAreATableWithColumnsInAnyOrder() {
        Campaign campaign = CampaignReader.read(OWNED + """
                people '''photo,last,FIRST,nick
                https://acme.example/a.jpg, Smith ,"Anna",
                ,"van
                 der Berg",José\u00A0\u3000 María,Vince
                '''
                """);
        assertThat(campaign.people())
                .containsExactly(
                        new Person("Anna", "Smith", null, null, "https://acme.example/a.jpg"),
                        new Person("José María", "van der Berg", "Vince", null, null));
    }

    @Test
    void quotesInATableAreDoubled() {
        assertThat(Csv.rows("a,\"b\"\"c\" , d\n\n,"))
                .containsExactly(
                        List.of(new Csv.Field("a", 1, 1), new Csv.Field("b\"c", 1, 3), new Csv.Field(" d", 1, 11)),
                        List.of(new Csv.Field("", 3, 1), new Csv.Field("", 3, 2)));
    }

    @Test
    void namesAreComposed() {
        assertThat(CampaignReader.read(FILE + "person 'Jose\u0301', '  Nu\u0301n\u0303ez '")
                        .people())
                .contains(new Person("José", "Núñez", null, null, null));
    }

    @Test
    void ownedNamesAreLowerCaseAndAscii() {
        String file = FILE.replace("'acme-mail.com'", "'ACME-Mail.com', 'münchen.example'\nown 'b.example'")
                .replace("google: 1", "google: 3");
        assertThat(CampaignReader.read(file).own())
                .extracting(OwnedDomain::domain)
                .containsExactly("acme-mail.com", "xn--mnchen-3ya.example", "b.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "approve always; ALWAYS; approvers;",
                "approve(always); ALWAYS; approvers;",
                "approve always, by: 'finance', within: '30 minutes'; ALWAYS; finance; PT30M",
                "approve by: 'finance'; ALWAYS; finance;",
                "approve never; NEVER; approvers;",
                "approve over: 300, by: 'finance', within: '2 days'; OVER; finance; PT48H",
                "approve { total > 300 || outlook > 0 }; RULE; approvers;",
                "approve { total > 300 }, by: 'finance'; RULE; finance;",
                "approve(by: 'finance', within: '1 hour') { total > 300 }; RULE; finance; PT1H"
            })
    void approvalHasFourForms(String line, Kind kind, String by, Duration within) {
        ApprovalPolicy approve = CampaignReader.read(FILE + line).approve();
        assertThat(approve.kind()).isEqualTo(kind);
        assertThat(approve.by()).isEqualTo(by);
        assertThat(approve.within()).isEqualTo(within);
        assertThat(approve.over()).isEqualTo(kind == Kind.OVER ? BigDecimal.valueOf(300) : null);
        assertThat(approve.rule() != null).isEqualTo(kind == Kind.RULE);
    }

    @Test
    void withoutPatternsTheBuiltInOnesAreMeant() {
        assertThat(CampaignReader.read(FILE).patterns()).isEqualTo(NamePattern.BUILT_IN);
    }

    @Test
    void nullLeavesANamedValueOut() {
        assertThat(CampaignReader.read(FILE + "person 'Eve', 'Doe', nick: null, photo: null")
                        .people())
                .contains(new Person("Eve", "Doe", null, null, null));
    }

    @Test
    void noTextAtAllIsAnError() {
        assertThatThrownBy(() -> CampaignReader.read(null)).isInstanceOf(CampaignErrors.class);
        assertThatThrownBy(() -> CampaignReader.read("")).isInstanceOf(CampaignErrors.class);
    }

    @Test
    void aLongFileIsReadInTime() {
        StringBuilder file = new StringBuilder(FILE).append("people '''first,last\n");
        for (int i = 0; i < 6_000; i++) {
            file.append("Ann")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(",Smith\n");
        }
        assertThat(CampaignReader.read(file.append("'''").toString()).people()).hasSize(6_002);
    }
}
