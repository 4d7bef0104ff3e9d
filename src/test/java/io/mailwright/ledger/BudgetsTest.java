package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money is reserved before a call and spent or released after it, under two caps. */
class BudgetsTest {
    private Bench bench;

    @AfterEach
    void close() {
        Books.check(bench);
        bench.close();
    }

    private void capped(Database database, String month) {
        bench = new Bench(database);
        bench.monthBudget = new BigDecimal(month);
        bench.restart();
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesAndManyCampaignsStayBelowTheMonthsCap(Database database) throws Exception {
        capped(database, "30");
        Engine other = bench.another();
        List<Callable<Boolean>> calls = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(8);
        for (int i = 0; i < 8; i++) {
            Authority who = bench.campaign("c" + i);
            Engine engine = i % 2 == 0 ? bench.engine : other;
            String name = "n" + i + ".com";
            calls.add(() -> {
                start.await();
                try {
                    return Bench.buy(engine, who, name).get(name) == Fate.OURS;
                } catch (NeedsPerson refused) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int bought = 0;
        for (Future<Boolean> call : threads.invokeAll(calls)) if (call.get()) bought++;
        threads.shutdown();
        assertThat(bought).isEqualTo(2).isEqualTo((int) bench.vendor.posted("buy"));
        assertThat(bench.month().get(1)).isEqualByComparingTo("24");
    }

    /** The month is that of the claim, in UTC, wherever the machine stands and whenever the outcome is known. */
    @Test
    void aMonthEndsAtMidnightUtcAndKeepsItsOwnCalls() {
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try {
            capped(Database.H2, "20");
            Instant midnight = YearMonth.from(bench.clock.instant().atOffset(ZoneOffset.UTC))
                    .plusMonths(1)
                    .atDay(1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            bench.clock.reach(midnight.minusSeconds(1));
            Authority who = bench.campaign("c");
            bench.vendor.fail(Fault.ERROR_AFTER);
            bench.buy(who, "a.com");
            List<BigDecimal> old = bench.month();
            assertThat(old.get(0)).isEqualByComparingTo("12");
            assertThatThrownBy(() -> bench.buy(who, "b.com")).hasMessageContaining("MAILWRIGHT_MONTH_BUDGET");

            bench.clock.reach(midnight);
            assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
            assertThat(bench.settle(attemptOf("a.com")).state()).isEqualTo(Attempt.State.CONFIRMED);
            assertThat(bench.month().get(1)).isEqualByComparingTo("12");
            assertThat(spent(midnight.minusSeconds(1))).isEqualByComparingTo("12");
            assertThatThrownBy(() -> bench.buy(who, "c.com")).hasMessageContaining("MAILWRIGHT_MONTH_BUDGET");
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownCallKeepsItsReservationAcrossARestart(Database database) {
        capped(database, "20");
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.buy(who, "a.com");
        Attempt unknown = bench.last();
        bench.restart();
        assertThat(bench.budget(who).get(0)).isEqualByComparingTo("12");
        assertThatThrownBy(() -> bench.buy(bench.campaign("d"), "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("MAILWRIGHT_MONTH_BUDGET");
        assertThat(bench.settle(unknown).state()).isEqualTo(Attempt.State.VOIDED);
        assertThat(bench.budget(who).get(0)).isEqualByComparingTo("0");
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
    }

    /** A process that died between claim and reply has reserved too. */
    @ParameterizedTest
    @EnumSource
    void aClaimLeftBehindKeepsItsReservation(Database database) {
        capped(database, "20");
        Authority who = bench.campaign("c");
        bench.database.haltWhen(event -> bench.vendor.posted("buy") == 1);
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(Halt.class);
        bench.restart();
        assertThatThrownBy(() -> bench.buy(bench.campaign("d"), "b.com")).isInstanceOf(NeedsPerson.class);
        bench.clock.pass(Duration.ofSeconds(26));
        assertThat(bench.settle(bench.last()).state()).isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.month().get(0)).isEqualByComparingTo("0");
        assertThat(bench.month().get(1)).isEqualByComparingTo("12");
    }

    @Test
    void whatIsReservedIsThePriceReadJustBefore() {
        capped(Database.H2, "1000");
        Authority who = bench.campaign("c");
        bench.vendor.prices.put("a.com", "9.50");
        bench.buy(who, "a.com");
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("9.50");
        bench.vendor.prices.put("b.com", "12.01");
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.LOST);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
    }

    /** The vendor's amount counts from then on, in both books, above the cap too: it has been taken. */
    @Test
    void theVendorsAmountReplacesTheEstimate() {
        capped(Database.H2, "10");
        Authority who = bench.campaign("c");
        Ledger.Result placed = bench.order(who, "a.com");
        bench.engine.ledger.amountSeen(Bench.ORGANIZATION, placed.orderId(), new BigDecimal("11.25"));
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("11.25");
        assertThat(bench.month().get(1)).isEqualByComparingTo("11.25");
        assertThatThrownBy(() -> bench.order(who, "b.com")).isInstanceOf(NeedsPerson.class);
    }

    private Attempt attemptOf(String name) {
        return bench.engine
                .settling
                .find(bench.sql
                        .sql("select id from attempt where names = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .orElseThrow();
    }

    private BigDecimal spent(Instant at) {
        return bench.sql
                .sql("select spent from budget where scope = ?")
                .param("month:" + Bench.ORGANIZATION + ":" + at.toString().substring(0, 7))
                .query(BigDecimal.class)
                .single();
    }
}
