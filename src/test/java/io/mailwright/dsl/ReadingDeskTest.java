package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The last resort: whatever happens while a file is read becomes an error with a line. */
class ReadingDeskTest {
    private final ReadingDesk desk = new ReadingDesk(Duration.ofSeconds(1));

    @Test
    void readingEndsAtItsDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> desk.read(() -> {
                    never.await();
                    return "";
                }))
                .isInstanceOf(CampaignErrors.class)
                .hasMessageContaining("line 1, column 1: reading took more than 1 seconds");
    }

    @Test
    void anOverflowingStackIsAnError() {
        assertThatThrownBy(() -> desk.read(() -> deeper(1)))
                .isInstanceOf(CampaignErrors.class)
                .hasMessageContaining("StackOverflowError");
    }

    @Test
    void anyOtherFailureIsAnError() {
        assertThatThrownBy(() -> desk.read(() -> "".charAt(1))).isInstanceOf(CampaignErrors.class);
        assertThatThrownBy(() -> desk.read(() -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(CampaignErrors.class);
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> desk.read(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES)))
                .isInstanceOf(CampaignErrors.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theTokenTableIsTheOneThatThePomPins() {
        Tokens.testTokenTable();
        assertThat(TokenKind.of(-1)).isEqualTo(TokenKind.EOF);
        assertThat(TokenKind.of(Integer.MAX_VALUE)).isNull();
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
