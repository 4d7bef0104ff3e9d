package io.mailwright.campaign;

import static io.mailwright.campaign.Provider.GOOGLE;
import static io.mailwright.campaign.Provider.OUTLOOK;
import static io.mailwright.campaign.Provider.SMTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AliasSetsTest {
    private static final Person ANNA = person("Anna", "Smith");
    private static final Person JOSE = person("José", "Núñez");
    private static final Person VINCENT = new Person("Vincent", "van der Berg", "Vince", null, "https://x.example/v");

    @Test
    void patternsInOrderAcrossPeopleAndPeopleGoOnWhereTheLastDomainEnded() {
        AliasSets sets = sets(List.of(ANNA, JOSE, VINCENT), "{first}.{last}", "{f}{last}");
        assertThat(localParts(sets.next(GOOGLE))).containsExactly("anna.smith", "jose.nunez");
        assertThat(localParts(sets.next(GOOGLE))).containsExactly("vincent.vanderberg", "anna.smith");
        assertThat(localParts(sets.next(SMTP)))
                .containsExactly("jose.nunez", "vincent.vanderberg", "anna.smith", "jnunez");
        assertThat(localParts(sets.next(GOOGLE))).containsExactly("vincent.vanderberg", "anna.smith");
    }

    @Test
    void anAliasCarriesTheNameAsWrittenAndTheOwnPhoto() {
        assertThat(sets(List.of(VINCENT, person("Jose\u0301", "Núñez")), "{nick}", "{first}")
                        .next(GOOGLE))
                .containsExactly(
                        new Alias("Vincent", "van der Berg", "vince", "https://x.example/v"),
                        new Alias("Vincent", "van der Berg", "vincent", "https://x.example/v"));
        assertThat(sets(List.of(person("Jose\u0301", "Núñez"), ANNA), "{first}")
                        .next(GOOGLE)
                        .get(0)
                        .firstName())
                .isEqualTo("Jos\u00e9");
    }

    @Test
    void numberedPatternsComeLastWhereverTheyAreWritten() {
        assertThat(localParts(
                        sets(List.of(ANNA), "{first}{nn}", "{first}", "{l}{n}").next(SMTP)))
                .containsExactly("anna", "anna01", "s1", "anna02");
    }

    @Test
    void twentyFiveForTheShortestUsefulFile() {
        AliasSets sets = sets(
                List.of(ANNA, JOSE, VINCENT),
                "{first}.{last}",
                "{f}{last}",
                "{first}{l}",
                "{last}.{first}",
                "{first}",
                "{first}{last}{n}");
        assertThat(localParts(sets.next(OUTLOOK)))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("anna.smith", "jose.nunez", "vincent.vanderberg", "asmith")
                .endsWith("annasmith3", "josenunez3", "vincentvanderberg3", "annasmith4");
    }

    @Test
    void repeatsAvoidedReservedAndTooLongOnesAreSkipped() {
        List<Person> people = List.of(
                person("Post", "Master"),
                person("Spam", "Mer"),
                person("Free", "Lance"),
                ANNA,
                person("ANNA", "Smith"));
        assertThat(localParts(sets(people, List.of("SPAM*", " Free "), "{first}{last}", "{first}", "{last}")
                        .next(SMTP)))
                .containsExactly("freelance", "annasmith", "post", "anna");

        Person longName = person("a".repeat(50), "b".repeat(14));
        assertThat(localParts(sets(List.of(longName), "{first}.{last}", "{first}{last}", "{first}-{l}")
                        .next(GOOGLE)))
                .containsExactly("a".repeat(50) + "b".repeat(14), "a".repeat(50) + "-b");
    }

    @Test
    void avoidedNumbersAreStridden() {
        assertThat(localParts(sets(List.of(ANNA), List.of("anna1", "anna2*"), "{first}{n}")
                        .next(GOOGLE)))
                .containsExactly("anna3", "anna4");
    }

    @Test
    void tooFewSaysHowManyAreThereAndWhatWouldDo() {
        AliasSets sets = sets(List.of(ANNA, JOSE), "{first}.{last}", "{f}{last}", "{nick}");
        assertThatThrownBy(() -> sets.next(OUTLOOK))
                .isInstanceOf(TooFewAliases.class)
                .hasMessage("outlook needs exactly 25 aliases a domain, but people and patterns make only 4; "
                        + "add a pattern with a number, such as '{first}{last}{n}', or at least 7 more people");
        assertThat(localParts(sets(List.of(ANNA, JOSE), "{first}.{last}", "{f}{last}", "{nick}", "{first}{last}{n}")
                        .next(OUTLOOK)))
                .hasSize(25);
    }

    @Test
    void theRemedyIsOneThatWorks() {
        Person onlyGiven = new Person("小龙", "李", null, "Xiaolong", null);
        assertThatThrownBy(() -> sets(List.of(onlyGiven), "{first}").next(SMTP))
                .hasMessageContaining("such as '{first}{n}', or at least 3 more people");
        assertThatThrownBy(() -> sets(List.of(ANNA), "{nick}{n}").next(SMTP))
                .hasMessageEndingWith("make only 0; add at least 4 more people");
        assertThatThrownBy(() -> sets(List.of(), "{first}").next(GOOGLE)).hasMessageContaining("make only 0");
    }

    @Test
    void aFailedDomainDoesNotMoveThePeople() {
        AliasSets sets = sets(List.of(ANNA, JOSE, VINCENT), "{first}");
        assertThatThrownBy(() -> sets.next(SMTP)).isInstanceOf(TooFewAliases.class);
        assertThat(localParts(sets.next(GOOGLE))).containsExactly("anna", "jose");
    }

    @Test
    void theBuiltInPatternsFillOutlookFromThreePeople() {
        assertThat(localParts(
                        new AliasSets(List.of(ANNA, JOSE, VINCENT), NamePattern.BUILT_IN, List.of()).next(OUTLOOK)))
                .hasSize(25)
                .noneMatch(localPart -> localPart.matches(".*\\d.*"));
    }

    @Test
    @Timeout(60)
    void itEndsForAnyFile() {
        List<Person> crowd = Collections.nCopies(20_000, ANNA);
        List<NamePattern> patterns = new ArrayList<>(Collections.nCopies(8_000, NamePattern.of("{nick}")));
        patterns.add(NamePattern.of("{first}{n}"));
        List<String> avoid = new ArrayList<>(Collections.nCopies(10_000, "x*"));
        avoid.add("*");
        assertThatThrownBy(() -> new AliasSets(crowd, patterns, avoid).next(GOOGLE))
                .hasMessageContaining("make only 0");
    }

    @Test
    void whoHasNoNickIsPassedOverInEachOfManyDomains() {
        List<Person> people = IntStream.range(0, 5_000)
                .mapToObj(i -> person("P" + letters(i), "Last"))
                .toList();
        AliasSets sets = sets(people, "{nick}", "{first}.{last}");
        for (int i = 0; i < 4_500; i++) {
            assertThat(sets.next(OUTLOOK)).hasSize(25);
        }
    }

    @Tag("long")
    @Test
    void domainsWithTheirOwnPeopleShareTheTries() {
        List<NamePattern> patterns = IntStream.range(0, 1_000)
                .mapToObj(i -> NamePattern.of("{first}a" + i + "{n}"))
                .toList();
        Campaign campaign = campaign(List.of(ANNA), patterns, List.of("*"));
        AliasSets sets = new AliasSets(campaign.people(), patterns, campaign.avoid());
        for (int i = 0; i < 25; i++) {
            OwnedDomain own = new OwnedDomain("d.example", null, null, List.of(ANNA), null, null, null);
            assertThatThrownBy(() -> sets.of(own, campaign).next(GOOGLE)).isInstanceOf(TooFewAliases.class);
        }
        assertThatThrownBy(() -> sets.next(GOOGLE)).hasMessageContaining("after 20,000,000 tries in all only 0");
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26);
    }

    private static Campaign campaign(List<Person> people, List<NamePattern> patterns, List<String> avoid) {
        return new Campaign(
                "a",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Map.of(),
                people,
                patterns,
                avoid,
                null,
                null,
                null,
                ApprovalPolicy.DEFAULT,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void tenThousandDomainsSpreadPeopleEvenly() {
        List<Person> people = IntStream.range(0, 500)
                .mapToObj(i -> person("P" + (char) ('a' + i / 26) + (char) ('a' + i % 26), "Last"))
                .toList();
        AliasSets sets = sets(people, "{first}.{last}");
        var uses = IntStream.range(0, 10_000)
                .boxed()
                .flatMap(i -> sets.next(SMTP).stream())
                .collect(Collectors.groupingBy(Alias::firstName, Collectors.counting()));
        assertThat(uses)
                .hasSize(500)
                .allSatisfy((name, count) -> assertThat(count).isEqualTo(80));
    }

    private static Person person(String first, String last) {
        return new Person(first, last, null, null, null);
    }

    private static AliasSets sets(List<Person> people, String... patterns) {
        return sets(people, List.of(), patterns);
    }

    private static AliasSets sets(List<Person> people, List<String> avoid, String... patterns) {
        return new AliasSets(
                people, Arrays.stream(patterns).map(NamePattern::of).toList(), avoid);
    }

    private static Stream<String> localParts(List<Alias> aliases) {
        return aliases.stream().map(Alias::localPart);
    }
}
