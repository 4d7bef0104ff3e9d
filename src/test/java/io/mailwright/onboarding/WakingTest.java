package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes to wait while the watch goes home is not overlooked. */
@MortalFlowTest
class WakingTest {
    @Autowired
    Waking waking;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void who_comes_between_the_end_of_a_watch_and_its_commit_starts_another() throws Exception {
        jdbc.sql("insert into watch (organization, running, generation, seen) values ('recEnds', true, 0, 0)")
                .update();
        AtomicReference<CompletableFuture<Boolean>> comes = new AtomicReference<>();
        new TransactionTemplate(transactions).executeWithoutResult(watch -> {
            assertThat(waking.end("recEnds")).isTrue();
            comes.set(CompletableFuture.supplyAsync(this::watchedOnceWoken));
            Flows.sleep(500);
        });
        assertThat(comes.get().get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_watch_does_not_end_when_somebody_is_just_coming() throws Exception {
        jdbc.sql("insert into watch (organization, running, generation, seen) values ('recStays', true, 0, 0)")
                .update();
        AtomicReference<CompletableFuture<Boolean>> ends = new AtomicReference<>();
        new TransactionTemplate(transactions).executeWithoutResult(waiter -> {
            waking.wake("recStays");
            ends.set(CompletableFuture.supplyAsync(
                    () -> new TransactionTemplate(transactions).execute(watch -> waking.end("recStays"))));
            Flows.sleep(500);
        });
        assertThat(ends.get().get(10, TimeUnit.SECONDS)).isFalse();
    }

    private boolean watchedOnceWoken() {
        return new TransactionTemplate(transactions).execute(waiter -> {
            waking.wake("recEnds");
            return processes.running("watch", "recEnds");
        });
    }
}
