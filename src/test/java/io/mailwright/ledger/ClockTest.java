package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/operations.md: a machine's clock that is set wrong sends nothing again and holds nothing up. */
class ClockTest {
    /** Twice the claim's end and the window, and what two readings are apart. */
    private static final Duration BOUND = Duration.ofMinutes(25);

    private final Bench bench = new Bench(Database.H2);
    private final Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "P-1D"})
    void setBackAnUnknownCallIsSettledInItsTime(Duration back) {
        for (boolean restarted : List.of(false, true)) {
            bench.vendor.fail(Fault.ERROR_BEFORE);
            assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OPEN);
            bench.clock.set(back);
            if (restarted) bench.restart();
            assertThat(settled(BOUND).state()).isEqualTo(Attempt.State.VOIDED);
        }
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void setBackBetweenTwoReadingsTheSecondStillProves() {
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.buy(who, "a.com");
        bench.clock.pass(Engine.WINDOW.plus(LedgerSettings.CALL_OVER).plusSeconds(1));
        bench.engine.settling.look(bench.last().id());
        bench.clock.set(Duration.ofDays(-1));
        assertThat(settled(Duration.ofMinutes(2)).state()).isEqualTo(Attempt.State.VOIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D"})
    void setForwardNothingIsProvenEarly(Duration forward) {
        bench.vendor.lag = Duration.ofMinutes(9);
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.buy(who, "a.com");
        bench.clock.set(forward);
        for (int i = 0; i < 5; i++) {
            bench.clock.pass(Duration.ofSeconds(70));
            bench.engine.settling.look(bench.last().id());
        }
        assertThat(bench.last().state()).isEqualTo(Attempt.State.UNKNOWN);
        assertThat(bench.last().needsPerson()).isFalse();
        assertThatThrownBy(() -> bench.engine.settling.decide(bench.last().id(), false, "ann"))
                .hasMessageContaining("decide after");
        assertThat(settled(BOUND).state()).isEqualTo(Attempt.State.CONFIRMED);
    }

    @Test
    void setForwardBetweenTwoReadingsOfAnAbsenceTheyCountAsOne() {
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.buy(who, "a.com");
        bench.clock.pass(Engine.WINDOW.plus(LedgerSettings.CALL_OVER).plusSeconds(1));
        bench.engine.settling.look(bench.last().id());
        bench.clock.set(Duration.ofHours(1));
        bench.engine.settling.look(bench.last().id());
        assertThat(bench.last().state()).isEqualTo(Attempt.State.UNKNOWN);
        bench.clock.pass(Duration.ofMinutes(1));
        bench.engine.settling.look(bench.last().id());
        assertThat(bench.last().state()).isEqualTo(Attempt.State.VOIDED);
    }

    @Test
    void aCallNobodySawTheEndOfIsOverInTimeThoughTheClockWasSetBack() {
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.buy(who, "a.com");
        bench.sql.sql("update attempt set state = 'sent'").update();
        bench.clock.set(Duration.ofDays(-1));
        bench.restart();
        assertThatThrownBy(() -> bench.buy(who, "a.com"))
                .isInstanceOfSatisfying(
                        TryAgainAt.class,
                        early -> assertThat(early.time())
                                .isBeforeOrEqualTo(bench.clock.instant().plus(LedgerSettings.CALL_OVER)));
        assertThat(bench.engine.settling.over(bench.last())).isFalse();
        bench.clock.pass(LedgerSettings.CALL_OVER.plusSeconds(1));
        assertThat(bench.engine.settling.over(bench.last())).isTrue();
        assertThat(settled(BOUND).state()).isEqualTo(Attempt.State.CONFIRMED);
    }

    @Test
    void aPauseAfterTwoUnknownOutcomesEndsWithTheNextReadingThoughTheClockWasSetBack() {
        bench.vendor.fail(Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);
        bench.buy(who, "a.com");
        bench.buy(who, "b.com");
        bench.clock.set(Duration.ofDays(-1));
        assertThat(bench.buy(who, "c.com")).containsEntry("c.com", Fate.OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT1H"})
    void aRowThatIsMissingIsDoubtedForAsLongAsEver(Duration set) {
        bench.vendor.registered.put("a.com", bench.clock.instant());
        bench.engine.readings.registrations(Bench.ORGANIZATION);
        bench.vendor.hidden.add("a.com");
        assertThat(bench.engine.readings.registrations(Bench.ORGANIZATION).sure())
                .isFalse();
        bench.clock.set(set);
        assertThat(bench.engine.readings.registrations(Bench.ORGANIZATION).sure())
                .isFalse();
        bench.clock.pass(Duration.ofMinutes(1));
        var read = bench.engine.readings.registrations(Bench.ORGANIZATION);
        assertThat(read.sure()).isTrue();
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void anUnpaidOrderMadeWhileTheClockWasADayAheadIsFound() {
        bench.clock.set(Duration.ofDays(1));
        Authority ahead = bench.campaign("ahead");
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.order(ahead, "z.com");
        bench.vendor.orders.get(0).form = false;
        bench.vendor.orders.get(0).submittedAt = null;
        bench.clock.set(Duration.ofDays(-1));
        assertThat(settled(BOUND).state()).isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.order(ahead, "z.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void wholeCampaignsWhoseClockIsSetAtEveryTurn() {
        for (int seed = 0; seed < 12; seed++) {
            bench.forget();
            SplittableRandom chance = new SplittableRandom(seed);
            Authority campaign = bench.campaign("s" + seed);
            Operator.Person truth = attempt -> bench.vendor.orders.stream()
                    .anyMatch(order -> order.names.equals(attempt.names())
                            && (attempt.kind() != SpendKind.SUBMIT_FORM || order.submittedAt != null));
            Operator operator = new Operator(bench, campaign, truth, "a" + seed + ".com", "b" + seed + ".com");
            List<Fault> faults = List.of(Fault.NONE, Fault.ERROR_AFTER, Fault.ERROR_BEFORE, Fault.DROPPED_AFTER);
            Instant begun = bench.clock.right().instant();
            for (int step = 0; step < 300 && !operator.done; step++) {
                if (bench.vendor.faults.isEmpty()) bench.vendor.fail(faults.get(chance.nextInt(faults.size())));
                bench.clock.set(Duration.ofMinutes(chance.nextInt(-1500, 1500)));
                operator.step();
                Books.check(bench);
            }
            assertThat(operator.done).as("seed " + seed + ": " + operator.asked).isTrue();
            assertThat(bench.vendor.duplicates).as("seed " + seed).isEmpty();
            assertThat(Duration.between(begun, bench.clock.right().instant()))
                    .as("seed " + seed)
                    .isLessThan(Duration.ofHours(8));
        }
    }

    /** Looks as often as it is worth it, for so long. */
    private Attempt settled(Duration atMost) {
        Instant begun = bench.clock.right().instant();
        Attempt settled = bench.settle(bench.last());
        assertThat(Duration.between(begun, bench.clock.right().instant())).isLessThanOrEqualTo(atMost);
        return settled;
    }
}
