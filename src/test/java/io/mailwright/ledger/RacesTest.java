package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database, at the same moment; on both databases. */
@Timeout(120)
class RacesTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Bench bench;
    private Engine other;

    @AfterEach
    void close() {
        threads.shutdownNow();
        Books.check(bench);
        assertThat(bench.vendor.duplicates).isEmpty();
        bench.close();
    }

    private void open(Database database) {
        bench = new Bench(database);
        other = bench.another();
    }

    /** Runs all at once; what comes too early or is refused by a budget is null, anything else thrown fails. */
    private <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<T>> results = new ArrayList<>();
        for (Callable<T> call : calls)
            results.add(threads.submit(() -> {
                start.await();
                try {
                    return call.call();
                } catch (TryAgainAt | NeedsPerson notNow) {
                    return null;
                }
            }));
        List<T> all = new ArrayList<>();
        for (Future<T> result : results) all.add(result.get(60, TimeUnit.SECONDS));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theSameBatchOrderAndFormAreEachSentOnce(Database database) throws Exception {
        open(database);
        Authority who = bench.campaign("c");
        List<Engine> engines = List.of(bench.engine, other, bench.engine, other);
        together(engines.stream()
                .<Callable<Object>>map(engine -> () -> Bench.buy(engine, who, "a.com", "b.com"))
                .toList());
        together(engines.stream()
                .<Callable<Object>>map(engine -> () -> Bench.order(engine, who, "a.com", "b.com"))
                .toList());
        Vendor.Order order = bench.vendor.orders.get(0);
        together(engines.stream()
                .<Callable<Object>>map(engine -> () -> Bench.submit(engine, who, order))
                .toList());
        assertThat(bench.vendor.posts)
                .containsExactly("buy-domains", "create-custom-order", "submit-form/" + order.uuid);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("31");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoCampaignsThatWantANameOneGetsIt(Database database) throws Exception {
        open(database);
        Authority one = bench.campaign("c");
        Authority two = bench.campaign("d");
        together(List.<Callable<Object>>of(
                () -> Bench.buy(bench.engine, one, "a.com", "x.com"), () -> Bench.buy(other, two, "b.com", "x.com")));
        List<Fate> fates = List.of(
                Bench.buy(bench.engine, one, "x.com").get("x.com"),
                Bench.buy(other, two, "x.com").get("x.com"));
        assertThat(fates).containsExactlyInAnyOrder(Fate.OURS, Fate.LOST);
    }

    @ParameterizedTest
    @EnumSource
    void aBudgetLetsThroughWhatItCoversAndNoMore(Database database) throws Exception {
        open(database);
        Authority who = bench.campaign("c", "30");
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Engine engine = i % 2 == 0 ? bench.engine : other;
            String name = "n" + i + ".com";
            calls.add(() -> Bench.buy(engine, who, name));
        }
        assertThat(together(calls).stream().filter(fates -> fates != null)).hasSize(2);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("24");
    }

    @ParameterizedTest
    @EnumSource
    void overlappingBatchesInAnyOrderNeverWaitForEachOther(Database database) throws Exception {
        open(database);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Authority who = bench.campaign("c" + i);
            Engine engine = i % 2 == 0 ? bench.engine : other;
            String[] names =
                    i % 2 == 0 ? new String[] {"a.com", "b.com", "c.com"} : new String[] {"c.com", "b.com", "a.com"};
            calls.add(() -> Bench.buy(engine, who, names));
            calls.add(() -> Bench.order(engine, who, names));
        }
        together(calls);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLateReplyAndASettlementAtTheSameMomentCountTheMoneyOnce(Database database) throws Exception {
        open(database);
        Authority who = bench.campaign("c");
        Recorder here = bench.engine.bean(Recorder.class);
        Recorder there = other.bean(Recorder.class);
        for (int i = 0; i < 8; i++) {
            bench.vendor.fail(Fault.ERROR_BEFORE);
            Bench.buy(bench.engine, who, "a" + i + ".com", "b" + i + ".com");
            bench.clock.pass(java.time.Duration.ofSeconds(1));
            long id = bench.last().id();
            Reply late = new Reply(Reply.Outcome.CONFIRMED, 200, "{}", null, null, false);
            together(List.<Callable<Object>>of(
                    () -> here.reply(id, late),
                    () -> {
                        there.settledNothing(id, Attempt.State.VOIDED, "ann", "a person says it did not happen");
                        return id;
                    },
                    () -> {
                        there.settledHappened(id, null, "reading", "seen");
                        return id;
                    }));
            assertThat(bench.last().state()).isEqualTo(Attempt.State.CONFIRMED);
        }
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo(new BigDecimal(8 * 24));
    }

    @ParameterizedTest
    @EnumSource
    void manyFirstUnknownsAtOnceAreAllWrittenDown(Database database) throws Exception {
        open(database);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Authority who = bench.campaign("c" + i);
            Engine engine = i % 2 == 0 ? bench.engine : other;
            String name = "n" + i + ".com";
            bench.vendor.fail(Fault.ERROR_BEFORE);
            calls.add(() -> Bench.buy(engine, who, name));
        }
        together(calls);
        long unknown = bench.sql
                .sql("select count(*) from attempt where state = 'unknown'")
                .query(Long.class)
                .single();
        assertThat(unknown).isEqualTo(bench.vendor.posted("buy")).isPositive();
        assertThat(bench.sql
                        .sql("select unknowns from spending")
                        .query(Long.class)
                        .single())
                .isEqualTo(unknown);
    }
}
