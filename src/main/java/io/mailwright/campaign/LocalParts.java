package io.mailwright.campaign;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

/** What names may hold, so that the vendor takes them (docs/scaledmail-api.md, rules 18 and 20–22) and local parts exist. */
public final class LocalParts {
    /** Characters of a local part, at most. */
    public static final int LONGEST = 64;

    private static final int LONGEST_NAME = 50;

    private LocalParts() {}

    /** One sentence for each thing wrong with a person's names, each naming the person; empty when all is well. */
    public static List<String> check(Person person) {
        List<String> complaints = new ArrayList<>();
        checkPart(complaints, person, "first name", person.first());
        checkPart(complaints, person, "last name", person.last());
        checkCharacters(complaints, person, "nick", person.nick());
        checkCharacters(complaints, person, "latin form", person.latin());
        if (complaints.isEmpty()) {
            checkLatin(complaints, person);
        }
        return complaints;
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static void checkPart(List<String> complaints, Person person, String what, String part) {
        if (blank(part)) {
            complaints.add("the person '%s' has no %s; the vendor needs both names".formatted(shown(person), what));
            return;
        }
        int length = Normalizer.normalize(part, Form.NFC).length();
        if (length > LONGEST_NAME) {
            complaints.add("the %s of '%s' has %s characters; at most %s are allowed"
                    .formatted(what, shown(person), length, LONGEST_NAME));
        }
        checkCharacters(complaints, person, what, part);
    }

    private static void checkCharacters(List<String> complaints, Person person, String what, String part) {
        if (blank(part)) {
            return;
        }
        NameCharacters.firstRefused(part)
                .ifPresent(character -> complaints.add(
                        "the %s of '%s' holds %s; a name holds letters, spaces, full stops, hyphens, apostrophes and middle dots"
                                .formatted(what, shown(person), NameCharacters.shown(character))));
    }

    private static void checkLatin(List<String> complaints, Person person) {
        if (blank(person.latin())) {
            checkLatin(complaints, person, "first name", person.first(), "latin: 'Given Family'");
            checkLatin(complaints, person, "last name", person.last(), "latin: 'Given Family'");
        } else {
            checkLatinForm(complaints, person);
        }
        if (!blank(person.nick())) {
            checkLatin(complaints, person, "nick", person.nick(), "it in the letters a to z");
        }
    }

    private static void checkLatinForm(List<String> complaints, Person person) {
        checkLatin(complaints, person, "latin form", person.latin(), "it in the letters a to z");
        LatinName latin = LatinName.of(person);
        if (complaints.isEmpty() && (latin.first().isEmpty() || latin.last().isEmpty())) {
            complaints.add(
                    "the latin form of '%s' needs a first and a last name in the letters a to z; write it like 'Xiaolong Li'"
                            .formatted(shown(person)));
        }
    }

    private static void checkLatin(List<String> complaints, Person person, String what, String part, String remedy) {
        int unknown =
                Transliteration.unknown(part).orElse(Transliteration.latin(part).isEmpty() ? part.codePointAt(0) : -1);
        if (unknown >= 0) {
            complaints.add("the %s of '%s' has no Latin form, because of %s; write %s"
                    .formatted(what, shown(person), NameCharacters.shown(unknown), remedy));
        }
    }

    private static String shown(Person person) {
        String first = person.first() == null ? "" : person.first();
        String last = person.last() == null ? "" : person.last();
        String name = (first + " " + last).strip().replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return name.length() <= 120 ? name : name.substring(0, name.offsetByCodePoints(0, 60)) + "…";
    }
}
