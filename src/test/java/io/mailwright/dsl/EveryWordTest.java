package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.ApprovalPolicy.Kind;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.Sequencer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each word of a file becomes. */
class EveryWordTest {
    private static final String PEOPLE = "person 'Anna', 'Smith'\nperson 'Ben', 'Okafor'\n";
    private static final String OWNED = "campaign 'acme'\nown 'a.example', 'b.example'\n" + PEOPLE;
    private static final String BOUGHT =
            "campaign 'acme'\nbuy 4, keywords: ['acme'], tlds: ['com']\nproviders google: 4\n" + PEOPLE;
    private static final Person KAETHE = new Person("Käthe", "Weiß", null, null, null);

    @Test
    void theHeadlineFileIsReadAsItStands() throws IOException {
        Campaign campaign = CampaignReader.read(Files.readString(Path.of("src/test/resources/dsl/headline.groovy")));
        assertThat(campaign.name()).isEqualTo("acme-spring");
        assertThat(campaign.workspace()).isEqualTo("Northwind");
        assertThat(campaign.tag()).isEqualTo("acme-spring");
        assertThat(campaign.own())
                .containsExactly(
                        OwnedDomain.of("acme-mail.com"),
                        new OwnedDomain(
                                "acme-team.de",
                                null,
                                Provider.SMTP,
                                List.of(new Person("Jürgen", "Groß", null, "Juergen Gross", null), KAETHE),
                                List.of(
                                        NamePattern.of("{first}.{last}"),
                                        NamePattern.of("{f}.{last}"),
                                        NamePattern.of("{last}")),
                                "https://acme.example/de",
                                null),
                        new OwnedDomain("acme.dev", "namecheap", null, null, null, null, null));
        assertThat(campaign.prewarmed()).isEqualTo(new Prewarmed(Map.of(Provider.GOOGLE, 2), BigDecimal.valueOf(30)));
        assertThat(campaign.people()).hasSize(5);
        assertThat(campaign.approve())
                .isEqualTo(new ApprovalPolicy(
                        Kind.OVER, BigDecimal.valueOf(300), null, "finance", Duration.ofDays(2), true));
        assertThat(campaign.sequencer()).isEqualTo(new Sequencer("Instantly", "instantly-main", "acme", "{{ID}}"));
        assertThat(campaign.exports()).containsExactly(ExportFormat.SMARTLEAD, ExportFormat.CSV);
        assertThat(campaign.recipe()).isFalse();
    }

    @Test
    void aBlockMayStandBeforeItsDomainAndReplacesOnlyWhatItSays() {
        String block = "domain('B.example') {\n  photo 'https://acme.example/b.jpg'\n}\n";
        Campaign campaign = CampaignReader.read(block + OWNED + "providers google: 2\n");
        assertThat(campaign.own())
                .containsExactly(
                        OwnedDomain.of("a.example"),
                        new OwnedDomain("b.example", null, null, null, null, null, "https://acme.example/b.jpg"));
        assertThat(CampaignReader.read(OWNED + "providers google: 2\n" + block)).isEqualTo(campaign);
    }

    @Test
    void blocksTakeTheirTypesFirst() {
        assertThat(CampaignReader.read(
                                OWNED
                                        + "providers smtp: 1, google: 1\nperson 'Eve', 'Doe'\ndomain('b.example', provider: 'smtp') { }")
                        .own()
                        .get(1)
                        .provider())
                .isEqualTo(Provider.SMTP);
    }

    @Test
    void whoeverOnlyOwnsAndSaysItAllInBlocksNeedsNobodyElse() {
        String block = "domain('a.example') {\n people '''first,last\nKäthe,Weiß\nEve,Doe\n'''\n}";
        Campaign campaign = CampaignReader.read("campaign 'acme'\nown 'a.example'\nproviders google: 1\n" + block);
        assertThat(campaign.people()).isEmpty();
        assertThat(campaign.own().get(0).people()).contains(KAETHE).hasSize(2);
        assertThatThrownBy(() -> CampaignReader.read(
                        "campaign 'acme'\nown 'a.example', 'b.example'\nproviders google: 2\n" + block))
                .hasMessageContaining("names nobody");
    }

    @Test
    void theVendorMakesTheAliasesOfAllOrOfOneType() {
        assertThat(CampaignReader.read(OWNED + "providers google: 1, outlook: 1\npatterns vendor")
                        .patterns())
                .isEmpty();
        Campaign campaign = CampaignReader.read(
                OWNED + "providers google: 1, outlook: 1\navoid 'x'\ndomain('b.example') { patterns vendor }");
        assertThat(campaign.patterns()).isEqualTo(NamePattern.BUILT_IN);
        assertThat(campaign.own().get(1).patterns()).isEmpty();
    }

    @Test
    void prewarmedAloneNeedsNeitherTypesNorPeople() {
        Campaign campaign = CampaignReader.read("campaign 'warm'\nprewarmed outlook: 1, google: 2");
        assertThat(campaign.prewarmed())
                .isEqualTo(new Prewarmed(Map.of(Provider.GOOGLE, 2, Provider.OUTLOOK, 1), null));
        assertThat(campaign.prewarmed().domains().keySet()).containsExactly(Provider.OUTLOOK, Provider.GOOGLE);
        assertThat(campaign.recipe()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'0 9 * * MON', perRun: 3; 0 9 * * MON;;;3;UTC",
                "'*/15  8-17 1,15 jan-jun mon-fri', perRun: 1, zone: 'Europe/Berlin'; */15 8-17 1,15 JAN-JUN MON-FRI;;;1;Europe/Berlin",
                "'0 0 29 2 *', perRun: 4; 0 0 29 2 *;;;4;UTC",
                "'0 0 31 2 FRI', perRun: 4; 0 0 31 2 FRI;;;4;UTC",
                "start: '2026-03-02', every: '2 days', perRun: 3, zone: 'UTC';;2026-03-02;PT48H;3;UTC",
                "start: '2028-02-29', every: '12 hours', perRun: 4;;2028-02-29;PT12H;4;UTC",
            })
    void schedules(String said, String cron, LocalDate start, Duration every, int perRun, ZoneId zone) {
        assertThat(CampaignReader.read(BOUGHT + "schedule " + said).schedule())
                .isEqualTo(new Schedule(cron, start, every, perRun, zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 9 31 2 *",
                "0 0 30 FEB *",
                "0 0 31 4,6,9,11 *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "* * * *",
                "* * * * * *",
                "@daily",
                "0 9 ? * MON",
                "0 9 L * *",
                "0 9 * * MON#1",
                "0 9 */0 * *",
                "0 9 * * FRI-MON",
                "5-1 * * * *",
                "- * * * *",
                "a b c d e",
                "0 9 * * MON,",
                "99999999999 * * * *"
            })
    void cronTimesThatNeverComeOrAreNone(String cron) {
        assertThatThrownBy(() -> CampaignReader.read(BOUGHT + "schedule '" + cron + "', perRun: 1"))
                .isInstanceOf(CampaignErrors.class)
                .hasMessageStartingWith("line 6, column 10: '");
    }

    @Test
    void theRestOfTheHandOver() {
        Campaign campaign = CampaignReader.read(OWNED + """
                providers google: 2
                sequencer 'Instantly', secret: 'instantly-main'
                coupon 'SPRING-26'
                export 'json', 'emailbison', 'instantly'
                """);
        assertThat(campaign.sequencer()).isEqualTo(new Sequencer("Instantly", "instantly-main", null, null));
        assertThat(campaign.coupon()).isEqualTo("SPRING-26");
        assertThat(campaign.exports())
                .containsExactly(ExportFormat.JSON, ExportFormat.EMAILBISON, ExportFormat.INSTANTLY);
        assertThat(CampaignReader.read(OWNED + "providers google: 2").exports()).containsExactly(ExportFormat.CSV);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "approve forms: true; ALWAYS; approvers",
                "approve forms: true, by: 'finance'; ALWAYS; finance",
                "approve always|approve forms: true; ALWAYS; approvers",
                "approve forms: true|approve over: 300, by: 'finance'; OVER; finance",
                "approve over: 300, forms: true; OVER; approvers",
                "approve never, forms: true; NEVER; approvers",
                "approve never|approve forms: true; NEVER; approvers",
                "approve { total > 300 }, forms: true; RULE; approvers",
                "approve(forms: true) { total > 300 }; RULE; approvers",
                "approve forms: true|approve forms: true|approve never; NEVER; approvers",
            })
    void formsAreLookedAtBesideAnyApproval(String lines, Kind kind, String by) {
        ApprovalPolicy policy = CampaignReader.read(OWNED + "providers google: 2\n" + lines.replace('|', '\n'))
                .approve();
        assertThat(policy.forms()).isTrue();
        assertThat(policy.kind()).isEqualTo(kind);
        assertThat(policy.by()).isEqualTo(by);
    }

    @Test
    void aFileWithoutDomainsIsARecipe() {
        Campaign recipe = CampaignReader.read("""
                campaign 'follow-up'
                person 'Anna', 'Smith'
                patterns '{first}'
                redirect 'https://acme.example'
                sequencer 'Instantly', secret: 'instantly-main'
                """);
        assertThat(recipe.recipe()).isTrue();
        assertThat(recipe.own()).isEmpty();
        assertThat(recipe.providers()).isEmpty();
    }

    @Test
    void everythingButARecipeIsStarted() throws IOException {
        String headline = Files.readString(Path.of("src/test/resources/dsl/headline.groovy"));
        assertThat(CampaignReader.readToStart(headline)).isEqualTo(CampaignReader.read(headline));
        assertThat(CampaignReader.readToStart("campaign 'warm'\nprewarmed google: 2")
                        .prewarmedAlone())
                .isTrue();
        assertNotStarted(
                "// for forms paid elsewhere\n  campaign 'follow-up'\n" + PEOPLE,
                "line 2, column 3: a file without domains is a recipe: it starts nothing by itself,");
        for (String carriedOut : List.of(BOUGHT, BOUGHT + "schedule '0 9 * * MON', perRun: 3"))
            assertThat(CampaignReader.readToStart(carriedOut)).isEqualTo(CampaignReader.read(carriedOut));
        assertThatThrownBy(() -> CampaignReader.readToStart("campain 'a'")).hasMessageContaining("did you mean");
    }

    private static void assertNotStarted(String file, String message) {
        assertThat(CampaignReader.read(file)).isEqualTo(CampaignReader.read(file));
        assertThatThrownBy(() -> CampaignReader.readToStart(file))
                .isInstanceOf(CampaignErrors.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aSecretWrittenIntoTheFileIsNotRepeated() {
        for (String line :
                List.of("own 'c.example', hosting: 'hunter two!'", "sequencer 'Instantly', secret: 'hunter two!'")) {
            assertThatThrownBy(() -> CampaignReader.read(OWNED + "providers google: 2\n" + line))
                    .isInstanceOf(CampaignErrors.class)
                    .hasMessageNotContainingAny("hunter", "two");
        }
    }
}
