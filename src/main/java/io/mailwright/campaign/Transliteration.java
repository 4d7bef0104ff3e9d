package io.mailwright.campaign;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import net.gcardone.junidecode.Junidecode;

/**
 * Names of any script in the letters a–z, by junidecode. What it does not know counts as unknown rather than as
 * nothing, so a name never loses a letter unseen; it reads one UTF-16 unit at a time and so knows no character beyond
 * U+FFFF, answers {@code @} for the schwa, and lacks some letters that names are full of, which {@link #LACKING} holds.
 */
final class Transliteration {
    /** The Arabic and the Gurmukhi sign that double a letter; junidecode reads them as letters. */
    private static final String DOUBLING = "\u0651\u0A71";

    private static final Map<Integer, String> LACKING = lacking(
            "Ə e  ə e  Ǝ e  ǝ e  Ә a  ә a  Ӛ a  ӛ a", // the schwa as passports write it, ICAO 9303
            "ൺ n  ൻ n  ർ r  ൽ l  ൾ l  ൿ k  ൔ m  ൕ y  ൖ l  ൎ r  ഩ n  ഺ t",
            "ৎ t  ஶ s  ௐ om  ଵ v  ୱ w  ૡ l  ॲ a  ऄ a  ॻ g  ॼ j  ॾ d  ॿ b",
            "ຮ h  ኢ i  ሇ hwa  ቇ qwa  ኇ hwa  ኯ kwa  ዏ wa  ዯ ya  ጏ gwa  ጟ gwa  ፇ fwa",
            "﨑 qi  ې e  ۑ y  ဿ ss  ဨ e  ဢ a",
            "ျ y  ြ r  ွ w  ှ h  ါ aa",
            "ʌ a  Ʌ a  ɚ er  〆 shime");

    /** Letters that junidecode writes as a sign and that are no sound of their own: soft signs, carriers, clicks, glottal stops. */
    private static final String SILENT = "ǀǁǂǃЬьҌҍӀꚝʹʺʻʼʽʾʿˀˁˈˮʔʕऽઽอܐܥއޢ";

    /** Repeat the letter before them: of Han, and of kana, plain or voiced. */
    private static final String REPEATING = "々〻ゝヽ";

    private static final String REPEATING_VOICED = "ゞヾ";
    private static final char VOICED = '\u3099';

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

    /** The first letter that has no Latin form, as it stands in the name. */
    static OptionalInt unknown(String name) {
        if (lacks(compatible(name))) {
            OptionalInt written =
                    name.codePoints().filter(c -> lacks(compatible(text(c)))).findFirst();
            return written.isPresent()
                    ? written
                    : compatible(name)
                            .codePoints()
                            .filter(Transliteration::unknown)
                            .findFirst();
        }
        return OptionalInt.empty();
    }

    private static boolean lacks(String compatible) {
        return compatible.codePoints().anyMatch(Transliteration::unknown);
    }

    private static boolean unknown(int character) {
        return Character.isLetter(character) && !known(character);
    }

    private static boolean known(int letter) {
        String latin = decode(letter);
        return latin.chars().anyMatch(Transliteration::isLatin)
                ? latin.chars().noneMatch(Character::isDigit)
                : !latin.isEmpty() && SILENT.indexOf(letter) >= 0 || mayBeSilent(letter);
    }

    private static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String decode(int character) {
        String lacking = LACKING.get(character);
        if (lacking != null) {
            return lacking;
        }
        if (DOUBLING.indexOf(character) >= 0) {
            return "";
        }
        int plain = character > 0xFFFF || !unheard(character) ? character : Character.toLowerCase(character);
        return plain > 0xFFFF || unheard(plain) ? "" : Junidecode.unidecode(text(plain));
    }

    /** Scripts in which junidecode leaves a letter out on purpose: alef, ayin, the hard sign, the long vowel mark. */
    private static boolean mayBeSilent(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case ARABIC -> letter < 0x0700 && !unheard(letter);
            case CYRILLIC -> letter == 'Ъ' || letter == 'ъ';
            case HEBREW, GURMUKHI, LAO, ORIYA, TIBETAN, HANGUL -> !unheard(letter);
            default -> letter == 'ー' || letter == 'Ꞌ' || letter == 'ꞌ';
        };
    }

    private static boolean unheard(int letter) {
        return Junidecode.unidecode(text(letter)).contains("[?]");
    }

    private static Map<Integer, String> lacking(String... lines) {
        Map<Integer, String> latin = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" +");
            for (int i = 0; i < words.length; i += 2) {
                latin.put(words[i].codePointAt(0), words[i + 1]);
            }
        }
        return Map.copyOf(latin);
    }

    private static String text(int character) {
        return Character.toString(character);
    }

    /** With the letter itself where a mark repeats it. */
    private static String compatible(String name) {
        int[] letters = Normalizer.normalize(name, Form.NFKC).codePoints().toArray();
        for (int i = 1; i < letters.length; i++) {
            if (Character.isLetter(letters[i - 1])) {
                letters[i] = REPEATING.indexOf(letters[i]) >= 0
                        ? letters[i - 1]
                        : REPEATING_VOICED.indexOf(letters[i]) >= 0 ? voiced(letters[i - 1]) : letters[i];
            }
        }
        return new String(letters, 0, letters.length);
    }

    private static int voiced(int kana) {
        String composed = Normalizer.normalize(text(kana) + VOICED, Form.NFC);
        return composed.length() == 1 ? composed.charAt(0) : kana;
    }
}
