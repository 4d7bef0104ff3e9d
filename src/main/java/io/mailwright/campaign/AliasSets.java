package io.mailwright.campaign;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
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
    private final List<NamePattern> patterns;
    private final Collection<String> avoid;
    private final AvoidedWords avoided;
    private final List<LatinName> names;
    private final List<PlainPattern> plain;
    private final List<List<PatternPiece>> numbered;
    private int start;
    private int triesLeft = TRIES_IN_ALL;

    public AliasSets(List<Person> people, List<NamePattern> patterns, Collection<String> avoid) {
        this.people = people;
        this.patterns = patterns;
        this.avoid = avoid;
        avoided = new AvoidedWords(avoid);
        names = people.stream().map(LatinName::of).toList();
        plain = patterns.stream()
                .filter(pattern -> !pattern.numbered())
                .map(NamePattern::pieces)
                .map(PlainPattern::new)
                .toList();
        numbered = patterns.stream()
                .filter(NamePattern::numbered)
                .map(NamePattern::pieces)
                .toList();
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
            throw new TooFewAliases(shortage(provider, aliases.size()));
        }
        return aliases;
    }

    private List<Alias> collect(int wanted) {
        AliasSet set = new AliasSet(wanted);
        for (PlainPattern pattern : plain) {
            addRound(set, pattern::localPart);
        }
        for (int number = 1; number <= HIGHEST_NUMBER && !set.ended(); number++) {
            int numberNow = number;
            for (List<PatternPiece> pattern : numbered) {
                addRound(set, person -> localPart(pattern, names.get(person), numberNow));
            }
        }
        triesLeft -= set.tries;
        if (set.full()) {
            start = (set.lastPerson + 1) % people.size();
        }
        return List.copyOf(set.aliases);
    }

    private void addRound(AliasSet set, IntFunction<String> localParts) {
        for (int i = 0; i < people.size() && !set.ended(); i++) {
            int person = (start + i) % people.size();
            set.add(person, localParts.apply(person));
        }
    }

    /** Null where the name lacks what the pattern needs, or where the local part may not be used. */
    private String localPart(List<PatternPiece> pattern, LatinName name, int number) {
        StringBuilder text = new StringBuilder();
        for (PatternPiece piece : pattern) {
            String part = piece.render(name, number);
            if (part == null) {
                return null;
            }
            text.append(part);
        }
        String localPart = text.toString();
        return localPart.length() > LocalParts.LONGEST || avoided.contains(localPart) ? null : localPart;
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

    private static String nfc(String name) {
        return Normalizer.normalize(name, Form.NFC);
    }

    private AliasSets with(String pattern) {
        return new AliasSets(
                people,
                Stream.concat(patterns.stream(), Stream.of(NamePattern.of(pattern)))
                        .toList(),
                avoid);
    }

    private final class AliasSet {
        private final int wanted;
        private final List<Alias> aliases = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();
        private final int mostTries = Math.min(TRIES_A_DOMAIN, triesLeft);
        private int tries;
        private int lastPerson;

        AliasSet(int wanted) {
            this.wanted = wanted;
        }

        boolean ended() {
            return full() || tries >= mostTries;
        }

        boolean full() {
            return aliases.size() == wanted;
        }

        void add(int index, String localPart) {
            tries++;
            if (localPart != null && taken.add(localPart)) {
                Person person = people.get(index);
                aliases.add(new Alias(nfc(person.first()), nfc(person.last()), localPart, person.photo()));
                lastPerson = index;
            }
        }
    }

    /** A pattern without a number gives each person the same in every domain. */
    private final class PlainPattern {
        private final List<PatternPiece> pieces;
        private List<String> localParts;

        PlainPattern(List<PatternPiece> pieces) {
            this.pieces = pieces;
        }

        String localPart(int person) {
            if (localParts == null) {
                localParts = new ArrayList<>();
                names.forEach(name -> localParts.add(AliasSets.this.localPart(pieces, name, 0)));
            }
            return localParts.get(person);
        }
    }
}
