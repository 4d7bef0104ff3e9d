package io.mailwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.simulator.RunningSimulator.Answer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private final State state = State.beginning(7);
    private final Limits limits = new Limits();

    @Test
    void noSecondHoldsMoreThanFiveCalls() {
        IntStream.of(0, 200, 400, 600, 999).forEach(this::passes);
        passes(1_000);
        assertThat(limits.turnedAway("orders", 1_199, state)).hasValue(11_199);
        assertThat(limits.turnedAway("orders", 11_198, state)).hasValue(11_199);
        passes(11_199);
    }

    @Test
    void noMinuteHoldsMoreThanFifteenOfACriticalEndpoint() {
        IntStream.range(0, 15)
                .forEach(i -> assertThat(limits.turnedAway("search-domains", i * 1_000L, state))
                        .isEmpty());
        assertThat(limits.turnedAway("search-domains", 59_999, state)).hasValue(60_000);
        assertThat(limits.turnedAway("buy-domains", 59_999, state)).isEmpty();
        assertThat(limits.turnedAway("search-domains", 60_000, state)).isEmpty();
    }

    @Test
    void anOverrunIsA429WithATimeAndIsCounted(@TempDir Path folder) throws Exception {
        try (RunningSimulator vendor = new RunningSimulator(folder.resolve("state.json"))) {
            Answer last = vendor.get("organizations");
            // its first call took long; those that count follow each other within a second
            Thread.sleep(1_100);
            for (int i = 0; i < 7; i++) {
                last = vendor.get("organizations");
            }
            assertThat(last.status()).isEqualTo(429);
            long wait = last.at("/retryAfter").asLong() - System.currentTimeMillis() / 1_000;
            assertThat(wait).isBetween(5L, 11L);
            assertThat(last.at("/message").asText()).startsWith("Too many");
            assertThat(last.response().headers().firstValue("Retry-After")).isEmpty();
            assertThat(vendor.manage("GET", "ledger", null).at("/overruns").asInt())
                    .isEqualTo(2);
        }
    }

    private void passes(long now) {
        assertThat(limits.turnedAway("orders", now, state)).isEmpty();
    }
}
