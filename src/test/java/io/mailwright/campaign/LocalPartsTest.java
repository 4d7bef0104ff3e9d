package io.mailwright.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPartsTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en-US", "tr-TR", "az-AZ", "lt-LT", "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "hi-IN-u-nu-deva"})
    void hardNamesReadTheSameUnderAnyLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        List<String> rows = rows().toList();
        assertThat(rows).hasSizeGreaterThan(500).allSatisfy(row -> {
            String[] cells =
                    Arrays.stream(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            Person person = new Person(cells[0], cells[1], null, cells[2], null);
            assertThat(answer(person, cells[3])).isEqualTo(cells[3]);
        });
    }

    /** Every character there is: a legal local part, or a complaint that names it. */
    @Tag("long")
    @Test
    void noCharacterSlipsThrough() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            Person person = new Person("Ax" + Character.toString(c) + "by", "Smith", null, null, null);
            List<String> complaints = LocalParts.check(person);
            if (complaints.isEmpty()) {
                assertThat(LatinName.of(person).first()).matches("ax[a-z]{0,60}by");
            } else {
                assertThat(complaints)
                        .singleElement()
                        .asString()
                        .contains("U+%04X".formatted(c))
                        .hasSizeLessThan(300);
            }
        }
    }

    @Test
    void aMarkThatDoublesALetterIsNoLetter() {
        assertThat(Transliteration.latin("مُحَمَّد")).isEqualTo("muhamad");
        assertThat(Transliteration.latin("ਗਿੱਲ")).isEqualTo("gil");
    }

    @Test
    void complaintsNameThePersonAndTheCharacter() {
        assertThat(LocalParts.check(new Person("An@na", "Sm!th", "A=", null, null)))
                .containsExactly(
                        "the first name of 'An@na Sm!th' holds '@' (U+0040); a name holds letters, spaces, full stops, hyphens, apostrophes and middle dots",
                        "the last name of 'An@na Sm!th' holds '!' (U+0021); a name holds letters, spaces, full stops, hyphens, apostrophes and middle dots",
                        "the nick of 'An@na Sm!th' holds '=' (U+003D); a name holds letters, spaces, full stops, hyphens, apostrophes and middle dots");
    }

    @Test
    void aNameHasAtMostFiftyCharactersOnceComposed() {
        String fifty = "e\u0301".repeat(50);
        assertThat(LocalParts.check(new Person(fifty, "Smith", null, null, null)))
                .isEmpty();
        assertThat(LocalParts.check(new Person("Anna", "x".repeat(51), null, null, null)))
                .singleElement()
                .asString()
                .startsWith("the last name of 'Anna xxx")
                .endsWith("has 51 characters; at most 50 are allowed");
    }

    @Test
    void bothNamesAreNeeded() {
        assertThat(LocalParts.check(new Person(null, " ", null, null, null)))
                .containsExactly(
                        "the person '' has no first name; the vendor needs both names",
                        "the person '' has no last name; the vendor needs both names");
    }

    @Test
    void aLatinFormStandsInForANameWithoutOne() {
        assertThat(LocalParts.check(new Person("𠮷田", "太郎", null, "Taro Yoshida", null)))
                .isEmpty();
        assertThat(LatinName.of(new Person("𠮷田", "太郎", "Ken", "Taro van Yoshida", null)))
                .isEqualTo(new LatinName("taro", "vanyoshida", "ken"));
        assertThat(LocalParts.check(new Person("Anna", "Smith", "𠮷", "A 𠮷", null)))
                .hasSize(2)
                .allMatch(complaint -> complaint.contains("because of '𠮷' (U+20BB7)"));
    }

    private static String answer(Person person, String expected) {
        List<String> complaints = LocalParts.check(person);
        if (complaints.isEmpty()) {
            LatinName name = LatinName.of(person);
            return name.first() + "." + name.last();
        }
        return expected.startsWith("! ") && complaints.get(0).contains(expected.substring(2))
                ? expected
                : complaints.toString();
    }

    private static Stream<String> rows() throws IOException {
        try (var in = LocalPartsTest.class.getResourceAsStream("/campaign/names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }
}
