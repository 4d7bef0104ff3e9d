package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

class CallLogTest {
    private final Hands hands = new Hands();
    private final CallLog log = new CallLog(hands);

    @Test
    void callsAreCountedInTenSecondsByHowTheyEnded() {
        log.answered();
        log.answered();
        log.failed("orders", 429, "too many");
        hands.now = hands.now.plusSeconds(10);
        log.failed("orders", 400, "no");
        log.failed("orders", 503, "away");
        log.failed("orders", 0, "nobody there");

        assertThat(log.calls(Duration.ofHours(1)))
                .extracting(CallLog.Interval::calls)
                .containsExactly(
                        Map.of(CallLog.End.ANSWERED, 2, CallLog.End.LIMITED, 1),
                        Map.of(CallLog.End.REFUSED, 1, CallLog.End.FAILED, 2));
        assertThat(log.calls(Duration.ofSeconds(5))).hasSize(1);
    }

    @Test
    void whatNeverLeftIsNoCallButIsTold() {
        log.ended("buy-domains", new Reply(Reply.Outcome.NOT_SENT, 0, "nobody there", null, hands.instant(), false));
        assertThat(log.calls(Duration.ofHours(1))).isEmpty();
        assertThat(log.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.operation()).isEqualTo("buy-domains");
            assertThat(failed.why()).isEqualTo("It did not leave: nobody there");
        });
    }

    @Test
    void anHourAndFiftyFailuresAreKept() {
        for (int i = 0; i < 500; i++) {
            log.failed("orders", 500, "number " + i + " " + "x".repeat(400));
            hands.now = hands.now.plusSeconds(10);
        }
        assertThat(log.calls(Duration.ofDays(1))).hasSize(360);
        assertThat(log.failures()).hasSize(50);
        assertThat(log.failures().get(0).why()).startsWith("number 499").hasSize(300);
    }

    @Test
    void eachTryOfAReadCountsAndNoSecretIsKept() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            Bench bench = new Bench(server);
            server.enqueue(Bench.reply(500, "{\"error\":\"no luck with " + Bench.KEY + "\"}"));
            server.enqueue(Bench.json("[]"));
            bench.mail.orders("recOrg1");
            server.enqueue(Bench.reply(403, "{\"error\":\"go away\"}"));
            assertThatThrownBy(() -> bench.mail.orders("recOrg1")).isInstanceOf(VendorException.class);
            server.enqueue(Bench.reply(400, "{\"error\":\"the login hunter2 of bot@acme.com is wrong\"}"));
            bench.sender.buyPreWarmInboxes(Bench.permit(), "recOrg1", Bench.WARM);

            assertThat(bench.calls.calls(Duration.ofHours(1)).stream()
                            .flatMap(interval -> interval.calls().entrySet().stream())
                            .mapToInt(Map.Entry::getValue)
                            .sum())
                    .isEqualTo(4);
            assertThat(bench.calls.failures())
                    .extracting(CallLog.FailedCall::operation)
                    .containsExactly("buy-pre-warm-inboxes", "orders", "orders");
            assertThat(bench.calls.failures())
                    .allSatisfy(
                            failed -> assertThat(failed.why()).doesNotContain(Bench.KEY, "hunter2", "bot@acme.com"));
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-26T10:00:03Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
