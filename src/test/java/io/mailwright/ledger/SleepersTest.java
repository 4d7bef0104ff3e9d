package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes run one job, since the first was asleep when its lock expired: it wakes up late and must not send. */
class SleepersTest {
    private Bench bench;
    private Engine other;
    private Authority who;

    @AfterEach
    void close() {
        Books.check(bench);
        assertThat(bench.vendor.duplicates).isEmpty();
        bench.close();
    }

    private void open(Database database) {
        bench = new Bench(database);
        other = bench.another();
        who = bench.campaign("c");
    }

    private void asleepAfterThe(String statement, Runnable meanwhile) {
        boolean[] done = {false};
        bench.database.haltWhen(StoppingTest.once(
                event -> {
                    done[0] |= event.startsWith(statement);
                    return done[0] && event.equals("after commit");
                },
                meanwhile));
    }

    @ParameterizedTest
    @EnumSource
    void asleepSinceItsClaimUntilTheOtherHasBought(Database database) {
        open(database);
        asleepAfterThe("insert into attempt (", () -> {
            bench.clock.pass(Engine.WINDOW.plusSeconds(26));
            other.settling.look(bench.last().id());
            assertThat(bench.last().state()).isEqualTo(Attempt.State.NOT_SENT);
            assertThat(Bench.buy(other, who, "a.com")).containsEntry("a.com", Fate.OURS);
        });
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(TryAgainAt.class);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("12");
    }

    @ParameterizedTest
    @EnumSource
    void asleepBetweenSentAndTheCallUntilTheOtherHasBought(Database database) {
        open(database);
        asleepAfterThe("update attempt set state", () -> {
            bench.clock.pass(Engine.WINDOW.plusSeconds(26));
            long id = bench.last().id();
            other.settling.look(id);
            bench.clock.pass(Duration.ofMinutes(2));
            other.settling.look(id);
            assertThat(bench.last().state()).isEqualTo(Attempt.State.VOIDED);
            assertThat(Bench.buy(other, who, "a.com")).containsEntry("a.com", Fate.OURS);
        });
        bench.buy(who, "a.com");
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("12");
    }

    /** While the call is at the vendor, whoever else runs the job is told when to come again. */
    @ParameterizedTest
    @EnumSource
    void aLiveClaimIsMetAndLeftAlone(Database database) {
        open(database);
        AtomicReference<Throwable> met = new AtomicReference<>();
        bench.vendor.beforeReply = () -> {
            if (bench.vendor.posted("buy") == 1 && met.get() == null)
                met.set(catchThrowable(() -> Bench.buy(other, who, "a.com")));
        };
        Instant claimed = bench.clock.instant();
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThat(met.get())
                .isInstanceOfSatisfying(
                        TryAgainAt.class, early -> assertThat(early.time()).isEqualTo(claimed.plusSeconds(25)));
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
        assertThat(Bench.buy(other, who, "a.com")).containsEntry("a.com", Fate.OURS);
    }
}
