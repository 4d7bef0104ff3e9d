package io.mailwright.cli;

import java.util.stream.Collectors;

/** Words of other people on a terminal. */
final class Plain {
    private Plain() {}

    /** One line without control characters, so that nothing moves the cursor or colours the screen. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
    }

    /** The same of more than one line. */
    static String lines(String text) {
        return text.lines().map(Plain::text).collect(Collectors.joining("\n"));
    }

    /** The character, or one that is seen in place of one that is not or that would move the cursor. */
    static String visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> "\uFFFD";
            default -> Character.toString(character);
        };
    }
}
