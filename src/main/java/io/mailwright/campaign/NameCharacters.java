package io.mailwright.campaign;

import java.util.OptionalInt;

/** Which characters a name may hold, docs/campaign-file.md "Local parts". */
final class NameCharacters {
    private static final String HYPHENS = "-\u2010\u2011\u058A\u05BE\uFF0D";
    private static final String APOSTROPHES = "'\u2018\u2019\u02BC\u02BB\u055A\u05F3\uFF07";
    /** Keys that are hit for an apostrophe, and the sign of Hebrew abbreviations: between letters only. */
    private static final String BETWEEN_LETTERS = "`\u00B4\u05F4";

    private static final String MIDDLE_DOTS = "\u00B7\u2027\u30FB\uFF65";
    private static final String SIGNS = ".\uFF0E" + HYPHENS + APOSTROPHES + MIDDLE_DOTS;

    private NameCharacters() {}

    static OptionalInt firstRefused(String name) {
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            if (!allowed(name, at)) {
                return OptionalInt.of(name.codePointAt(at));
            }
        }
        return OptionalInt.empty();
    }

    /** The character as an error shows it: also by number, for some cannot be seen. */
    static String shown(int character) {
        boolean visible = Character.isLetterOrDigit(character) || character > 0x20 && character < 0x7F;
        String number = "U+%04X".formatted(character);
        return visible ? "'%s' (%s)".formatted(Character.toString(character), number) : number;
    }

    private static boolean allowed(String name, int at) {
        int character = name.codePointAt(at);
        if (BETWEEN_LETTERS.indexOf(character) >= 0) {
            return at > 0
                    && at + 1 < name.length()
                    && letterOrMark(name.codePointBefore(at))
                    && letterOrMark(name.codePointAt(at + 1));
        }
        return letterOrMark(character)
                || Character.getType(character) == Character.SPACE_SEPARATOR
                || SIGNS.indexOf(character) >= 0;
    }

    private static boolean letterOrMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetter(character);
        };
    }
}
