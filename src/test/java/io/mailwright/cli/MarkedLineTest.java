package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedLineTest {
    @Test
    void theMarkStandsUnderItsCharacter() {
        assertThat(MarkedLine.of("buy 4", 5)).isEqualTo(new MarkedLine("buy 4", 4));
        assertThat(MarkedLine.of("buy", 9)).isEqualTo(new MarkedLine("buy", 3));
        assertThat(MarkedLine.of("", 1)).isEqualTo(new MarkedLine("", 0));
    }

    @Test
    void tabsGoToTheirStops() {
        assertThat(MarkedLine.of("\tbuy", 2)).isEqualTo(new MarkedLine("    buy", 4));
        assertThat(MarkedLine.of("ab\tbuy", 4)).isEqualTo(new MarkedLine("ab  buy", 4));
    }

    @Test
    void wideLettersTakeTwoColumnsAndMarksNone() {
        assertThat(MarkedLine.of("'小龙', x", 7).before()).isEqualTo(8);
        assertThat(MarkedLine.of("'ﾊﾝｶｸ', x", 9).before()).isEqualTo(8);
        assertThat(MarkedLine.of("'한국', x", 7).before()).isEqualTo(8);
        assertThat(MarkedLine.of("'e\u0301', x", 6).before()).isEqualTo(4);
        assertThat(MarkedLine.of("'e\u0301', x", 3).before()).isEqualTo(1);
        assertThat(MarkedLine.of("'😀', x", 6).before()).isEqualTo(6);
    }

    @Test
    void whatCannotBeSeenIsSeenAndMovesNothing() {
        assertThat(MarkedLine.of("a\u202Eb\u001bc", 5)).isEqualTo(new MarkedLine("a\uFFFDb\uFFFDc", 4));
    }

    @Test
    void ofALongLineThePartAroundTheMark() {
        MarkedLine line = MarkedLine.of("x".repeat(500) + "!" + "y".repeat(500), 501);
        assertThat(line.text()).hasSizeLessThan(120).startsWith("…x").endsWith("y…");
        assertThat(line.text().charAt(line.before())).isEqualTo('!');
        MarkedLine end = MarkedLine.of("x".repeat(500), 501);
        assertThat(end.before()).isEqualTo(end.text().length());
    }
}
