package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same pace on every database. */
abstract class PaceContract {
    private DataSource database;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        JdbcClient.create(database).sql("delete from pace").update();
    }

    private Pace node(int perSecond, int perMinute) {
        return Bench.pace(database, Bench.settings(perSecond, perMinute));
    }

    @Test
    void noSlidingSecondHoldsMoreThanNFromManyThreadsOnManyNodes() throws Exception {
        Queue<Long> sends = new ConcurrentLinkedQueue<>();
        Queue<TryAgainAt> refused = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> callers = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            Pace node = node(4, 14);
            for (int t = 0; t < 8; t++) {
                callers.add(() -> {
                    try {
                        node.takeSecond(Effect.Kind.READ);
                        sends.add(System.nanoTime());
                    } catch (TryAgainAt full) {
                        refused.add(full);
                    }
                    return null;
                });
            }
        }
        run(callers);
        // one every 288 ms; the rest, and what a busy machine missed, is too far away
        assertThat(sends).hasSizeGreaterThan(5);
        assertThat(refused)
                .hasSize(24 - sends.size())
                .allSatisfy(
                        full -> assertThat(full.time()).isAfter(Instant.now().minusSeconds(2)));
        // as a thread notes it, which may be some time after it was let go
        keeps(sends.stream().sorted().toList(), 4, Duration.ofMillis(800));
        keeps(sends.stream().sorted().toList(), 1, Duration.ofMillis(288 - 250));
    }

    @Test
    void noMinuteHoldsMoreThanMOfOneEndpoint() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        Queue<TryAgainAt> refused = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> callers = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            Pace node = node(4, 14);
            for (int t = 0; t < 10; t++) {
                callers.add(() -> {
                    try {
                        node.takeCritical("buy-domains");
                        taken.incrementAndGet();
                    } catch (TryAgainAt full) {
                        refused.add(full);
                    }
                    return null;
                });
            }
        }
        run(callers);
        assertThat(taken).hasValue(14);
        assertThat(refused)
                .hasSize(6)
                .allSatisfy(full -> assertThat(full.time())
                        .isCloseTo(Instant.now().plusSeconds(60), within(10, ChronoUnit.SECONDS)));
        node(4, 14).takeCritical("search-domains");
    }

    @Test
    void theUseIsToldToEveryNode() {
        for (int call = 0; call < 3; call++) node(4, 3).takeCritical("search-domains");
        node(4, 3).takeCritical("buy-domains");
        Pace.Use use = node(4, 3).use();
        assertThat(use.critical())
                .extracting(Pace.Minute::endpoint, Pace.Minute::used)
                .containsExactly(tuple("search-domains", 3), tuple("buy-domains", 1), tuple("suggest-domains", 0));
        assertThat(use.critical().get(0).opens())
                .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(67));
        assertThat(use.critical().get(1).opens()).isNull();
        assertThat(use.booked()).isZero();

        JdbcClient.create(database)
                .sql(
                        "insert into pace (bucket, sends) select replace(bucket, 'buy-domains', 'requests per second'), :ahead"
                                + " from pace where bucket like 'buy-domains%'")
                .param("ahead", "" + Instant.now().plusSeconds(2).toEpochMilli())
                .update();
        assertThat(node(4, 3).use().booked()).as("one every 288 ms").isBetween(4, 8);
    }

    @Test
    void aRestartRemembersAndAnotherKeyHasItsOwnLimit() {
        node(4, 1).takeCritical("buy-domains");
        assertThat(catchThrowableOfType(TryAgainAt.class, () -> node(4, 1).takeCritical("buy-domains")))
                .isNotNull();
        VendorSettings other = new VendorSettings("http://vendor.test", "another-key", "", null, null, 4, 1, 10);
        Bench.pace(database, other).takeCritical("buy-domains");
        assertThat(JdbcClient.create(database)
                        .sql("select bucket from pace")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(bucket -> bucket.matches("buy-domains:[0-9a-f]{16}"));
    }

    @Test
    void aClockThatWasMovedBackDelaysButDoesNotBlock() {
        Pace node = node(1, 14);
        node.takeSecond(Effect.Kind.READ);
        JdbcClient.create(database)
                .sql("update pace set sends = :far")
                .param("far", "" + Instant.now().plusSeconds(90_000).toEpochMilli())
                .update();
        TryAgainAt once = catchThrowableOfType(TryAgainAt.class, () -> node.takeSecond(Effect.Kind.READ));
        assertThat(once.time())
                .isBetween(Instant.now().plusSeconds(3), Instant.now().plusSeconds(6));
        assertThat(JdbcClient.create(database)
                        .sql("select sends from pace")
                        .query(Long.class)
                        .single())
                .as("what is remembered of it")
                .isLessThan(Instant.now().plusSeconds(5).toEpochMilli());
    }

    private static void run(List<Callable<Void>> callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            for (Future<Void> done : threads.invokeAll(callers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void keeps(List<Long> sends, int limit, Duration window) {
        for (int i = limit; i < sends.size(); i++) {
            assertThat(Duration.ofNanos(sends.get(i) - sends.get(i - limit)))
                    .as("send %s and the %sth before it", i, limit)
                    .isGreaterThanOrEqualTo(window);
        }
    }
}
