package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTest {
    private static final Duration APART = Duration.ofMillis(250);

    @Test
    void callsTakeTheirTurns() {
        assertThat(Remaining.of(160, APART, 0, "buy-domains", 14, 0))
                .isEqualTo(new Remaining(Duration.ofSeconds(40), "160 calls at 4.0 a second"));
        assertThat(Remaining.of(1, APART, 1, "buy-domains", 14, 3).basis()).isEqualTo("1 call at 4.0 a second");
    }

    @Test
    void aMinuteThatIsFullHoldsBackLonger() {
        assertThat(Remaining.of(60, APART, 42, "buy-domains", 14, 14))
                .isEqualTo(new Remaining(Duration.ofMinutes(3), "42 of them buy-domains, 14 a minute"));
        assertThat(Remaining.of(60, APART, 42, "buy-domains", 14, 0).atLeast()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void nothingWaits() {
        assertThat(Remaining.of(0, APART, 0, "buy-domains", 14, 14).atLeast()).isNull();
    }
}
