package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x61C, 0x115F, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D,
                0x200E, 0x2028, 0x202E, 0x2060, 0x2065, 0x2066, 0x3164, 0xD800, 0xDFFF, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0,
                0xFFF9, 0xFFFE, 0x1FFFF, 0xE0041, 0xE0100, 0x10FFFF
            })
    void areRefusedWithTheNameTheyHideIn(int c) {
        assertThatThrownBy(
                        () -> CampaignReader.read("campaign 'a'\nperson 'Anna', 'Sm" + Character.toString(c) + "ith'"))
                .isInstanceOf(CampaignErrors.class)
                .hasMessage("line 2, column 19: the character U+%04X in person 'Anna', 'Smith' can't be seen; delete it"
                        .formatted(c));
    }

    @Test
    void areToldTogether() {
        assertThatThrownBy(() -> CampaignReader.read("people '''first,last\nعلی\u200Cرضا,رضایی\nAnna,Sm\u200Bith\n'''"))
                .hasMessage("""
                        line 2, column 4: the character U+200C in علیرضا,رضایی can't be seen; delete it
                        line 3, column 8: the character U+200B in Anna,Smith can't be seen; delete it""");
        assertThatThrownBy(() -> CampaignReader.read("\u0000".repeat(200_000)))
                .satisfies(e -> assertThat(((CampaignErrors) e).errors()).hasSize(20));
    }

    @Test
    void aQuoteOfManyWideCharactersIsCutBetweenThem() {
        assertThat(Problems.quote("😀".repeat(31))).isEqualTo("'" + "😀".repeat(31) + "'");
        assertThat(Problems.quote("😀".repeat(61))).isEqualTo("'" + "😀".repeat(40) + "…'");
        assertThatThrownBy(() -> CampaignReader.read("campaign '" + "😀".repeat(31) + "'"))
                .hasMessageContaining("is no campaign name");
    }

    @Test
    void aPlaceInATableIsAPlaceInTheFile() {
        for (String table : new String[] {
            "'first,last\\nA,B@\\nC,D@'",
            "'''first,last\\\n\nA,B@\n'''",
            "\"\"\"first,last\\n\\n\\nA,B@\"\"\"",
            "'first,last\\n' + 'A,B@'"
        }) {
            assertThatThrownBy(() -> CampaignReader.read("people " + table))
                    .satisfies(e -> assertThat(((CampaignErrors) e).errors())
                            .filteredOn(error -> error.message().contains("U+0040"))
                            .isNotEmpty()
                            .allSatisfy(error -> assertThat(error.line()).isEqualTo(1))
                            .allSatisfy(error -> assertThat(error.column()).isEqualTo(8)));
        }
        assertThatThrownBy(() -> CampaignReader.read("people \"\"\"first,last\nA,B\nC,D@\"\"\""))
                .hasMessageContaining("line 3, column 1: the last name of 'C D@'");
    }
}
