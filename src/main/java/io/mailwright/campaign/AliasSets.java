package io.mailwright.campaign;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The aliases of a fleet, domain by domain: exactly as many as the mailbox type needs, each local part once a domain.
 * The people of a domain start after the person of the domain before's last alias. Tries are bounded, so it ends for any
 * file. Not for several threads.
 */
public final class AliasSets {
    private static final int HIGHEST_NUMBER = 999;
    private static final int TRIES_A_DOMAIN = 1_000_000;
    private static final int TRIES_IN_ALL = 20_000_000;
    private static final List<String> NUMBERED =
            List.of("{first}{last}{n}", "{first}{n}", "{last}{n}", "{nick}{n}", "{f}{l}{n}");

    private final List<Person> people;
    private final List<LatinName> names;
    private final List<NamePattern> patterns;
    private final AvoidedWords avoided;
    private final Place place;
    private final Tries tries;
    private final List<AliasRound> plain;
    private final NumberedRounds numbered;

    /** Where the next domain starts. */
    private static final class Place {
        private int person;
    }

    /** How much may still be tried, by all sets of a campaign together. */
    private static final class Tries {
        private int left = TRIES_IN_ALL;
    }

    public AliasSets(List<Person> people, List<NamePattern> patterns, Collection<String> avoid) {
        this(
                people.stream().map(AliasSets::composed).toList(),
                people.stream().map(LatinName::of).toList(),
                patterns,
                new AvoidedWords(avoid),
                new Place(),
                new Tries());
    }

    private AliasSets(
            List<Person> people,
            List<LatinName> names,
            List<NamePattern> patterns,
            AvoidedWords avoided,
            Place place,
            Tries tries) {
        this.people = people;
        this.names = names;
        this.patterns = patterns;
        this.avoided = avoided;
        this.place = place;
        this.tries = tries;
        plain = patterns.stream()
                .filter(pattern -> !pattern.numbered())
                .map(pattern -> round(pattern.pieces(), 0))
                .toList();
        numbered = new NumberedRounds(
                patterns.stream()
                        .filter(NamePattern::numbered)
                        .map(NamePattern::pieces)
                        .toList(),
                people.size(),
                this::round);
    }

    /** The same people at the same place with other patterns: a domain that they make moves the place of both. */
    public AliasSets patterned(List<NamePattern> others) {
        return new AliasSets(people, names, others, avoided, place, tries);
    }

    /** Other people with these avoided words, and a place of their own. */
    private AliasSets peopled(List<Person> others, List<NamePattern> theirs) {
        return new AliasSets(
                others.stream().map(AliasSets::composed).toList(),
                others.stream().map(LatinName::of).toList(),
                theirs,
                avoided,
                new Place(),
                tries);
    }

    /**
     * The sets from which a domain takes the next: those of its own people, which move no other's place, or these, with
     * the domain's own patterns if it has any.
     */
    public AliasSets of(OwnedDomain own, Campaign campaign) {
        List<NamePattern> theirs = own.patterns() == null ? campaign.patterns() : own.patterns();
        return own.people() != null ? peopled(own.people(), theirs) : own.patterns() == null ? this : patterned(theirs);
    }

    /** Whether there is no pattern: the vendor makes the aliases of the {@link #nextPerson()}. */
    public boolean madeByVendor() {
        return patterns.isEmpty();
    }

    /**
     * The aliases of the next domain, in the order in which they were found.
     *
     * @throws TooFewAliases saying how many are possible and what would add enough
     */
    public List<Alias> next(Provider provider) {
        int wanted = provider.aliasesPerDomain();
        List<Alias> aliases = collect(wanted);
        if (aliases.size() < wanted) {
            throw new TooFewAliases(
                    tries.left > 0 ? shortage(provider, aliases.size()) : exhausted(provider, aliases.size()));
        }
        return aliases;
    }

    /**
     * Goes on as if a domain of that type had been given its aliases, or its person.
     *
     * @throws TooFewAliases as {@link #next} does
     */
    public void pass(Provider provider) {
        if (madeByVendor()) nextPerson();
        else next(provider);
    }

    /**
     * Somebody for a whole domain; the next domain starts after them.
     *
     * @throws TooFewAliases when there is nobody
     */
    public Person nextPerson() {
        if (people.isEmpty()) {
            throw new TooFewAliases("the vendor makes aliases of a person's names, but there are no people; add one");
        }
        Person next = people.get(place.person);
        place.person = (place.person + 1) % people.size();
        return next;
    }

    private List<Alias> collect(int wanted) {
        AliasSet set = new AliasSet(wanted);
        plain.forEach(set::add);
        for (int number = 1; number <= HIGHEST_NUMBER && !numbered.isEmpty() && !set.ended(); number++) {
            numbered.of(number).forEach(set::add);
        }
        tries.left -= set.tried;
        if (set.full()) {
            place.person = (set.lastPerson + 1) % people.size();
        }
        return List.copyOf(set.aliases);
    }

    private AliasRound round(List<PatternPiece> pattern, int number) {
        return new AliasRound(people, names, pattern, number, avoided);
    }

    private String shortage(Provider provider, int possible) {
        int wanted = provider.aliasesPerDomain();
        int more = (wanted - possible + patterns.size() - 1) / Math.max(1, patterns.size());
        String people = "at least %s more %s".formatted(more, more == 1 ? "person" : "people");
        String remedy = numbered.isEmpty()
                ? NUMBERED.stream()
                        .filter(pattern -> with(pattern).collect(wanted).size() == wanted)
                        .findFirst()
                        .map(pattern -> "a pattern with a number, such as '%s', or %s".formatted(pattern, people))
                        .orElse(people)
                : people;
        return "%s needs exactly %s aliases a domain, but people and patterns make only %s; add %s"
                .formatted(provider.word(), wanted, possible, remedy);
    }

    private static String exhausted(Provider provider, int found) {
        return ("%s needs exactly %s aliases a domain, but after %,d tries in all only %s were found here; most of what"
                        + " people and patterns make repeats or is avoided, so use fewer of them, or avoid less")
                .formatted(provider.word(), provider.aliasesPerDomain(), TRIES_IN_ALL, found);
    }

    private AliasSets with(String pattern) {
        List<NamePattern> more = Stream.concat(patterns.stream(), Stream.of(NamePattern.of(pattern)))
                .toList();
        return new AliasSets(people, names, more, avoided, new Place(), tries);
    }

    private static Person composed(Person person) {
        return new Person(nfc(person.first()), nfc(person.last()), person.nick(), person.latin(), person.photo());
    }

    private static String nfc(String name) {
        return name == null ? null : Normalizer.normalize(name, Form.NFC);
    }

    private final class AliasSet {
        private final int wanted;
        private final List<Alias> aliases;
        private final Set<String> taken;
        private final int mostTries = Math.min(TRIES_A_DOMAIN, tries.left);
        private final int start = place.person;
        private int tried;
        private int lastPerson;

        AliasSet(int wanted) {
            this.wanted = wanted;
            aliases = new ArrayList<>(wanted);
            taken = new HashSet<>(2 * wanted);
        }

        boolean ended() {
            return full() || tried >= mostTries;
        }

        boolean full() {
            return aliases.size() == wanted;
        }

        /** Everybody once, from the start round to the one before it; a round costs a try even where nobody fits it. */
        void add(AliasRound round) {
            Reading.stopIfOver();
            tried++;
            add(round, start, people.size());
            add(round, 0, start);
        }

        private void add(AliasRound round, int from, int to) {
            for (int person = round.from(from); person < to && !ended(); person = round.from(person + 1)) {
                Alias alias = round.of(person);
                tried++;
                if (alias != null && taken.add(alias.localPart())) {
                    aliases.add(alias);
                    lastPerson = person;
                }
            }
        }
    }
}
