package io.mailwright.dsl;

/** Safety 1: no character that hides, reorders or escapes what a reader sees, and no file too long to read. */
final class Characters {
    private static final int LONGEST_FILE = 256 * 1024;
    private static final int SHOWN_BEFORE = 30;
    private static final int SHOWN = 60;

    private Characters() {}

    /** Notes every character that can't be seen. */
    static void check(SourceText text, Problems problems) {
        if (text.length() > LONGEST_FILE) {
            throw new Unreadable(
                    1, 1, "the file has more than 262,144 characters; put fewer people or domains in one campaign");
        }
        int line = 1;
        int column = 1;
        int hidden = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c != '\n' && c != '\t' && hides(c) && ++hidden <= Problems.SHOWN) {
                problems.at(
                        line, column, "the character U+%04X%s can't be seen; delete it".formatted(c, near(text, i)));
            }
            if (c == '\\' && text.at(i + 1) == 'u') {
                throw new Unreadable(line, column, "'\\u' escapes are not read; write the character itself");
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
    }

    /** Control, format (bidi, zero-width), line separators, half characters, and those that Unicode says to ignore. */
    static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default -> ignorable(c) || (c & 0xFFFE) == 0xFFFE;
        };
    }

    /** What Unicode's Default_Ignorable_Code_Point lists besides format characters: fillers, variation selectors, tags. */
    private static boolean ignorable(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2065
                || c == 0x3164
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /** The line around a place as it looks, for what can't be seen is hard to find. */
    private static String near(SourceText text, int place) {
        int from = place;
        while (from > 0 && place - from < SHOWN_BEFORE && text.at(from - 1) != '\n') {
            from--;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = from; i < from + SHOWN && i < text.length() && text.at(i) != '\n'; i++) {
            if (!hides(text.at(i))) {
                shown.appendCodePoint(text.at(i));
            }
        }
        return shown.toString().isBlank() ? "" : " in " + shown.toString().strip();
    }
}
