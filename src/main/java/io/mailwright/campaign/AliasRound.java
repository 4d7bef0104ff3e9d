package io.mailwright.campaign;

import java.util.List;

/** One pattern with one number over all people: the same in every domain, so each alias is made once. */
final class AliasRound {
    private static final Alias NONE = new Alias(null, null, null, null);

    private final List<Person> people;
    private final List<LatinName> names;
    private final List<PatternPiece> pattern;
    private final int number;
    private final AvoidedWords avoided;
    private Alias[] made;

    AliasRound(
            List<Person> people, List<LatinName> names, List<PatternPiece> pattern, int number, AvoidedWords avoided) {
        this.people = people;
        this.names = names;
        this.pattern = pattern;
        this.number = number;
        this.avoided = avoided;
    }

    /** Null where the name lacks what the pattern needs, or where the local part may not be used. */
    Alias of(int person) {
        if (made == null) {
            made = new Alias[people.size()];
        }
        if (made[person] == null) {
            made[person] = make(people.get(person), localPart(names.get(person)));
        }
        return made[person] == NONE ? null : made[person];
    }

    private static Alias make(Person person, String localPart) {
        return localPart == null ? NONE : new Alias(person.first(), person.last(), localPart, person.photo());
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
