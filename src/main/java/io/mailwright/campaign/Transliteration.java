package io.mailwright.campaign;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.OptionalInt;
import net.gcardone.junidecode.Junidecode;

/**
 * Names of any script in the letters a–z, by junidecode. What it does not know counts as unknown rather than as
 * nothing, so a name never loses a letter unseen; it reads one UTF-16 unit at a time and so knows no character beyond
 * U+FFFF, answers {@code @} for the schwa, and lacks the Malayalam chillus.
 */
final class Transliteration {
    private Transliteration() {}

    /** The name in a–z, "" for null and for a name without any letter that is heard. */
    static String latin(String name) {
        if (name == null) {
            return "";
        }
        StringBuilder latin = new StringBuilder();
        compatible(name).codePoints().mapToObj(Transliteration::decode).forEach(latin::append);
        return latin.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** The first letter that has no Latin form. */
    static OptionalInt unknown(String name) {
        return compatible(name)
                .codePoints()
                .filter(Character::isLetter)
                .filter(letter -> !known(letter))
                .findFirst();
    }

    private static boolean known(int letter) {
        String latin = decode(letter);
        return latin.isEmpty() ? mayBeSilent(letter) : latin.chars().noneMatch(Character::isDigit);
    }

    private static String decode(int character) {
        return switch (character) {
            case 'Ə', 'ə', 'ǝ' -> "e"; // as passports write the schwa, ICAO 9303
            case 'Ә', 'ә', 'Ӛ', 'ӛ' -> "a";
            case 'ൺ', 'ൻ' -> "n";
            case 'ർ' -> "r";
            case 'ൽ', 'ൾ' -> "l";
            case 'ൿ' -> "k";
            default -> character > 0xFFFF || unheard(character) ? "" : Junidecode.unidecode(text(character));
        };
    }

    /** Scripts in which junidecode leaves a letter out on purpose: alef, ayin, the hard sign, the long vowel mark. */
    private static boolean mayBeSilent(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case ARABIC -> letter < 0x0700 && !unheard(letter);
            case CYRILLIC -> letter == 'Ъ' || letter == 'ъ';
            case HEBREW, GURMUKHI, LAO, ORIYA, TIBETAN, HANGUL -> !unheard(letter);
            default -> letter == 'ー';
        };
    }

    private static boolean unheard(int letter) {
        return Junidecode.unidecode(text(letter)).contains("[?]");
    }

    private static String text(int character) {
        return Character.toString(character);
    }

    private static String compatible(String name) {
        return Normalizer.normalize(name, Form.NFKC);
    }
}
