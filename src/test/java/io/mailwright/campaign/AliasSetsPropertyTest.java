package io.mailwright.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AliasSetsPropertyTest {
    @Property(tries = 400)
    void everyDomainHasExactlyItsNumberOfLegalDifferentLocalParts(
            @ForAll("people") List<Person> people,
            @ForAll("patterns") List<NamePattern> patterns,
            @ForAll("avoided") List<String> avoid,
            @ForAll List<Provider> fleet) {
        AliasSets sets = new AliasSets(people, patterns, avoid);
        AliasSets again = new AliasSets(people, patterns, avoid);
        for (Provider type : fleet.stream().limit(20).toList()) {
            List<Alias> aliases = aliases(sets, type);
            assertThat(aliases(again, type)).isEqualTo(aliases);
            if (!aliases.isEmpty()) {
                assertLegal(aliases, type, avoid);
            }
        }
    }

    @Property(tries = 200)
    void aNumberedPatternIsAlwaysEnough(
            @ForAll("people") List<Person> people,
            @ForAll("patterns") List<NamePattern> patterns,
            @ForAll Provider type) {
        List<NamePattern> more = new ArrayList<>(patterns);
        more.add(NamePattern.of("{f}{n}"));
        assertThat(aliases(new AliasSets(people, more, List.of()), type)).hasSize(type.aliasesPerDomain());
    }

    @Property(tries = 400)
    void anyTextIsANameWithALatinFormOrAComplaint(@ForAll("letters") String first) {
        Person person = new Person(first, "Smith", null, null, null);
        if (LocalParts.check(person).isEmpty()) {
            assertThat(LatinName.of(person).first()).matches("[a-z]+");
        }
    }

    private static void assertLegal(List<Alias> aliases, Provider type, List<String> avoid) {
        assertThat(aliases).hasSize(type.aliasesPerDomain());
        assertThat(aliases.stream().map(alias -> alias.localPart().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(localPart -> localPart.matches("[a-z0-9]+([._-][a-z0-9]+)*") && localPart.length() <= 64)
                .noneMatch(avoid::contains)
                .doesNotContain("postmaster", "abuse", "noreply");
    }

    private static List<Alias> aliases(AliasSets sets, Provider type) {
        try {
            return sets.next(type);
        } catch (TooFewAliases e) {
            assertThat(e).hasMessageContaining(type.word()).hasMessageContaining("; add ");
            return List.of();
        }
    }

    @Provide
    Arbitrary<List<Person>> people() {
        Arbitrary<String> names = Arbitraries.of(
                "Anna",
                "Ana",
                "van der Berg",
                "O'Brien",
                "Groß",
                "李",
                "小龙",
                "Abuse",
                "Şükrü",
                "J.",
                "x".repeat(50),
                "Ъа");
        Arbitrary<Person> person = Combinators.combine(
                        names,
                        names,
                        names.injectNull(0.7),
                        Arbitraries.of("Xiao Li", "Xiao").injectNull(0.8))
                .as((first, last, nick, latin) -> new Person(first, last, nick, latin, null));
        return person.list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.integers()
                .between(0, 0x1FFFF)
                .filter(Character::isLetter)
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(letters -> String.join("", letters));
    }

    @Provide
    Arbitrary<List<NamePattern>> patterns() {
        Arbitrary<String> names =
                Arbitraries.of("{first}", "{last}", "{f}", "{l}", "{nick}", "{first:3}", "{last:64}", "{nick:1}");
        return Combinators.combine(
                        names,
                        Arbitraries.of("", ".", "_", "-"),
                        names,
                        Arbitraries.of("", "", "", "{n}", "{nn}", ".{n}"))
                .as((one, separator, other, number) -> NamePattern.of(one + separator + other + number))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> avoided() {
        return Arbitraries.of("ana.groß", "annaana", "anna.ana", "a1", "aa1", "x*", "j")
                .list()
                .ofMaxSize(4);
    }
}
