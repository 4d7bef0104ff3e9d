package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DomainMarkTest {
    /** The words are facts that hold, of: cancelled listed sure active enough missing strange elsewhere exported. */
    @ParameterizedTest
    @CsvSource({
        "active,     listed sure active enough exported,           FINE",
        "active,     listed sure active enough,                    EXPORT",
        "active,     listed sure active enough elsewhere exported, REDIRECT",
        "active,     listed sure active exported,                  SHORT",
        "active,     listed sure active enough missing exported,   SHORT",
        "active,     listed sure active enough strange exported,   STRANGE",
        "active,     listed sure enough exported,                  STOPPED",
        "active,     sure exported,                                GONE",
        "active,     exported,                                     UNREAD",
        "active,     listed sure active enough cancelled,          CANCELLED",
        "registered, sure cancelled,                               CANCELLED",
        "ordered,    sure,                                         WAITING",
        "ordered,    '',                                           UNREAD",
        "ordered,    listed sure,                                  WAITING",
        "ordered,    listed sure active,                           SHORT",
        "ordered,    listed sure active enough strange,            STRANGE",
        "ordered,    listed sure active enough,                    WAITING",
        "planned,    sure,                                         WAITING",
        "bought,     sure,                                         WAITING",
        "lost,       sure,                                         LOST",
        "dropped,    sure,                                         DROPPED"
    })
    void what_is_known_decides_the_mark(String state, String facts, DomainMark mark) {
        assertThat(DomainMark.of(new DomainMark.Facts(
                        DomainRow.State.valueOf(state.toUpperCase()),
                        facts.contains("cancelled"),
                        facts.contains("listed"),
                        facts.contains("sure"),
                        facts.contains("active"),
                        facts.contains("enough"),
                        facts.contains("missing"),
                        facts.contains("strange"),
                        facts.contains("elsewhere"),
                        facts.contains("exported"))))
                .isEqualTo(mark);
    }

    @ParameterizedTest
    @EnumSource(DomainMark.class)
    void no_repair_can_charge_twice(DomainMark mark) {
        assertThat(mark.repair.replaceAll("(buy and )?order nothing again|nothing is bought", ""))
                .doesNotContainPattern("\\b(buy|bought|order again|pay)\\b");
    }

    @Test
    void each_mark_has_a_word_of_its_own() {
        assertThat(Stream.of(DomainMark.values()).map(DomainMark::word)).doesNotHaveDuplicates();
    }
}
