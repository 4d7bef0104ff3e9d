package io.mailwright.cli;

import java.lang.Character.UnicodeScript;

/** Columns that a terminal gives to a character: East Asian ones take two, marks on another one none. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    static int of(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    private static boolean wide(int character) {
        boolean halfForm = character >= 0xFF61 && character <= 0xFFDC || character >= 0xFFE8 && character <= 0xFFEE;
        boolean medialJamo = character >= 0x1160 && character <= 0x11FF;
        if (halfForm || medialJamo) {
            return false;
        }
        return character >= 0x3000 && character <= 0x303E
                || character >= 0xFF01 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF
                || switch (UnicodeScript.of(character)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default -> false;
                };
    }
}
