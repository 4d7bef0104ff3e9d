package io.mailwright.dsl;

import io.mailwright.campaign.LocalParts;
import io.mailwright.campaign.Person;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One person from named parts, however they were written. */
final class PersonReader {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LATIN = 101;
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\n]+");

    private final Draft draft;
    private final Problems problems;

    PersonReader(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /**
     * @param part column → value, or null when not given
     * @param at where to complain about the person as a whole
     */
    void read(Function<String, Value> part, Value at) {
        problems.attempt(() -> {
            Value photo = part.apply("photo");
            Person person = new Person(
                    name(part, "first", "last", at),
                    name(part, "last", "first", at),
                    optional(part.apply("nick"), "'nick:'", LONGEST_NAME),
                    latin(part.apply("latin")),
                    empty(photo) ? null : Addresses.photo(photo, Expect.text(photo, "'photo:'")));
            List<String> complaints = LocalParts.check(person);
            complaints.forEach(complaint -> problems.at(at, complaint));
            if (complaints.isEmpty() && !draft.everybody.add(person)) {
                problems.at(at, whole(person) + " is given twice; keep one");
            } else if (complaints.isEmpty()) {
                draft.people.add(person);
            }
            return null;
        });
    }

    private static String name(Function<String, Value> part, String which, String other, Value at) {
        Value value = part.apply(which);
        if (empty(value)) {
            Value given = part.apply(other);
            String whose = empty(given) || !(given.is() instanceof String name) ? "a person" : Problems.quote(name);
            throw Expect.unreadable(
                    value == null ? at : value, whose + " has no " + which + " name; write both, like 'Anna', 'Smith'");
        }
        return optional(value, "a " + which + " name", LONGEST_NAME);
    }

    private static String latin(Value value) {
        String latin = optional(value, "'latin:'", LONGEST_LATIN);
        if (latin != null && latin.indexOf(' ') < 0) {
            throw Expect.unreadable(value, "'latin:' holds the first and the last name; write it like 'Xiaolong Li'");
        }
        return latin;
    }

    private static String optional(Value value, String whose, int longest) {
        if (empty(value)) {
            return null;
        }
        String name = value.is() instanceof String text
                ? Normalizer.normalize(SPACES.matcher(text).replaceAll(" ").strip(), Normalizer.Form.NFC)
                : Expect.text(value, whose);
        if (name.length() > longest) {
            throw Expect.unreadable(
                    value,
                    whose + " has at most " + longest + " characters, " + Problems.quote(name) + " has " + name.length()
                            + "; shorten it");
        }
        return name;
    }

    private static boolean empty(Value value) {
        return value == null
                || value.is() == null
                || value.is() instanceof String text
                        && SPACES.matcher(text).replaceAll("").isEmpty();
    }

    private static String whole(Person person) {
        return Problems.quote(person.first() + " " + person.last());
    }
}
