package io.mailwright.dsl;

import java.util.Set;

/** Safety 1: no character that hides, reorders or escapes what a reader sees, and no file too long to read. */
final class Characters {
    private static final int LONGEST_FILE = 256 * 1024;
    private static final Set<Integer> INVISIBLE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0, 0xFFFE, 0xFFFF);

    private Characters() {}

    static void check(SourceText text) {
        if (text.length() > LONGEST_FILE) {
            throw new Unreadable(
                    1, 1, "the file has more than 262,144 characters; put fewer people or domains in one campaign");
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c != '\n' && c != '\t' && hides(c)) {
                throw new Unreadable(line, column, "the character U+%04X can't be seen; delete it".formatted(c));
            }
            if (c == '\\' && text.at(i + 1) == 'u') {
                throw new Unreadable(line, column, "'\\u' escapes are not read; write the character itself");
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
    }

    /** Control, format (bidi, zero-width), line separators, half characters. */
    static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default -> INVISIBLE.contains(c);
        };
    }
}
