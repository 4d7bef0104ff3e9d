package io.mailwright.onboarding.parts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.scaledmail.TryAgainAt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** docs/money.md: all calls in a step take less than the engine's lock. */
    @Test
    void aStepGoesOnInTheNextOneAfterTwentySeconds() {
        assertThatCode(() -> at(NOW.plusSeconds(20)).goOnLater(at(NOW).until(), "more"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> at(NOW.plusSeconds(21)).goOnLater(at(NOW).until(), "more"))
                .isInstanceOf(TryAgainAt.class)
                .hasMessage("more");
    }

    private static Answers at(Instant time) {
        return new Answers(null, null, Clock.fixed(time, ZoneOffset.UTC));
    }
}
