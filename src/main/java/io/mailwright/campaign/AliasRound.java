package io.mailwright.campaign;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One pattern with one number over all people: the same in every domain, so each alias is made once, and who has none is
 * passed over from then on.
 */
final class AliasRound {
    private final List<Person> people;
    private final List<LatinName> names;
    private final List<PatternPiece> pattern;
    private final int number;
    private final AvoidedWords avoided;
    private Alias[] made;
    /** Of each person, the same or a later one who may have an alias, as far as is known. */
    private int[] next;

    AliasRound(
            List<Person> people, List<LatinName> names, List<PatternPiece> pattern, int number, AvoidedWords avoided) {
        this.people = people;
        this.names = names;
        this.pattern = pattern;
        this.number = number;
        this.avoided = avoided;
    }

    /** The first of the people from there on who may have an alias; their number when there is none. */
    int from(int person) {
        begin();
        int found = person;
        while (next[found] != found) {
            next[found] = next[next[found]];
            found = next[found];
        }
        return found;
    }

    /** Null where the name lacks what the pattern needs, or where the local part may not be used. */
    Alias of(int person) {
        begin();
        if (made[person] == null) {
            made[person] = make(people.get(person), localPart(names.get(person)));
            if (made[person] == null) {
                next[person] = person + 1;
            }
        }
        return made[person];
    }

    private void begin() {
        if (made == null) {
            made = new Alias[people.size()];
            next = IntStream.rangeClosed(0, people.size()).toArray();
        }
    }

    private static Alias make(Person person, String localPart) {
        return localPart == null ? null : new Alias(person.first(), person.last(), localPart, person.photo());
    }

    private String localPart(LatinName name) {
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
}
