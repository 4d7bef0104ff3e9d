package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/money.md: what must hold before a call leaves. */
class GuardsTest {
    private final Bench bench = new Bench(Database.H2);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anApprovalOfAnotherVersionHashOrCampaignIsNone() {
        Authority who = bench.planned("c");
        bench.engine.ledger.openBudget("c", new BigDecimal("100"), BigDecimal.ZERO);
        bench.engine.approvals.record("c", 2, who.planHash(), "ann", "task", null, null);
        bench.engine.approvals.record("c", 1, "another-hash", "ann", "task", null, null);
        bench.engine.approvals.record("d", 1, who.planHash(), "ann", "task", null, null);
        Vendor.Order order = bench.vendor.webOrder(List.of("f.com"), "t", true);
        nothingLeaves(NeedsPerson.class, who, order, "not approved");
        bench.engine.approvals.record("c", 1, who.planHash(), "ann", "task", null, null);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void namesThatSomebodyMustApproveAreNotSentBeforeExactlyTheseAreApproved() {
        Authority who = bench.campaign("c");
        Authority names = who.withNames("names");
        Approvals approvals = bench.engine.approvals;
        Vendor.Order order = bench.vendor.webOrder(List.of("f.com"), "t", true);
        approvals.recordNames(who.withNames("other names"), "ann", null, null);
        approvals.recordNames(new Authority("c", who.organization(), 2, 1, who.planHash(), "names"), "ann", null, null);
        approvals.recordNames(new Authority("c", who.organization(), 1, 2, who.planHash(), "names"), "ann", null, null);
        approvals.recordNames(new Authority("c", who.organization(), 1, 1, "other", "names"), "ann", null, null);
        nothingLeaves(NamesNotApproved.class, names, order, "not approved as they are now");
        approvals.recordNames(names, "ann", null, null);
        approvals.recordNames(names, "ben", null, null);
        assertThat(bench.submit(names, order).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anOlderPlanAndACancelledCampaignBuyNothing() {
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("f.com"), "t", true);
        bench.sql.sql("update campaign set plan_version = 2").update();
        nothingLeaves(NeedsPerson.class, who, order, "newer plan");
        bench.sql.sql("update campaign set plan_version = 1, stopped = true").update();
        nothingLeaves(NeedsPerson.class, who, order, "cancelled");
    }

    @Test
    void aCancellationWhilePricesAreReadStillStops() {
        Authority who = bench.campaign("c");
        assertThatThrownBy(() -> bench.engine.ledger.createOrder(
                        who,
                        "q1",
                        List.of("a.com"),
                        "scaledmail",
                        null,
                        Bench.MONTHLY,
                        () -> {
                            bench.sql.sql("update campaign set stopped = true").update();
                            return Bench.MONTHLY;
                        },
                        tag -> Bench.body(tag, false, "a.com")))
                .isInstanceOf(NeedsPerson.class);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void spendingOffSpendsNothingYetFindsWhatIsThere() {
        bench.spending = VendorSettings.Spending.OFF;
        bench.restart();
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("f.com"), "t", true);
        nothingLeaves(SpendingOff.class, who, order, "SCALEDMAIL_SPENDING=armed");
        bench.vendor.registered.put("b.com", bench.clock.instant());
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
    }

    private void nothingLeaves(
            Class<? extends RuntimeException> type, Authority who, Vendor.Order order, String message) {
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(type).hasMessageContaining(message);
        assertThatThrownBy(() -> bench.order(who, "a.com")).isInstanceOf(type).hasMessageContaining(message);
        assertThatThrownBy(() -> bench.submit(who, order)).isInstanceOf(type).hasMessageContaining(message);
        assertThat(bench.vendor.posts).isEmpty();
        assertThat(bench.sql
                        .sql("select count(*) from attempt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoUnknownsInARowPauseUntilAReadSucceeds() {
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);
        bench.buy(who, "a.com");
        bench.clock.pass(Duration.ofSeconds(1));
        Guards guards = bench.engine.bean(Guards.class);
        guards.pass(who, bench.clock.instant().minusSeconds(60));
        bench.buy(who, "b.com");
        assertThatThrownBy(() -> guards.pass(who, bench.clock.instant().minusSeconds(1)))
                .isInstanceOf(SpendingOff.class)
                .hasMessageContaining("unknown");
        bench.clock.pass(Duration.ofSeconds(1));
        assertThat(bench.buy(who, "c.com")).containsEntry("c.com", Fate.OURS);
        guards.pass(who, bench.clock.instant().minusSeconds(60));
    }

    @Test
    void aBudgetRefusesWhatItDoesNotCoverAndIsLeftAlone() {
        Authority who = bench.campaign("c", "20");
        assertThatThrownBy(() -> bench.buy(who, "a.com", "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("the campaign's budget");
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThatThrownBy(() -> bench.buy(who, "b.com")).isInstanceOf(NeedsPerson.class);
        assertThat(bench.budget(who).get(0)).isEqualByComparingTo("0");
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("12");
    }

    @Test
    void aMonthsCapHoldsForTheWholeOrganization() {
        bench.monthBudget = new BigDecimal("20");
        bench.restart();
        Authority one = bench.campaign("c");
        Authority two = bench.campaign("d");
        bench.buy(one, "a.com");
        assertThatThrownBy(() -> bench.buy(two, "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("MAILWRIGHT_MONTH_BUDGET");
        assertThat(bench.budget(two).get(0)).isEqualByComparingTo("0");
    }

    @Test
    void withoutABudgetLineTheApprovedTotalIsTheCap() {
        Authority who = bench.planned("c");
        bench.engine.approvals.record("c", 1, who.planHash(), "ann", "rule", null, null);
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(NeedsPerson.class);
        bench.engine.ledger.openBudget("c", null, new BigDecimal("12.00"));
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThatThrownBy(() -> bench.buy(who, "b.com")).isInstanceOf(NeedsPerson.class);
        bench.engine.ledger.openBudget("c", null, new BigDecimal("12.00"));
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
    }

    @Test
    void aDearerOrMissingNameIsLostAndNothingIsSent() {
        Authority who = bench.campaign("c");
        bench.vendor.prices.put("dear.com", "12.01");
        bench.vendor.leftOut.add("silent.com");
        bench.vendor.taken.add("taken.com");
        assertThat(bench.buy(who, "a.com", "dear.com", "silent.com", "taken.com"))
                .containsEntry("a.com", Fate.LEFT)
                .containsEntry("dear.com", Fate.LOST)
                .containsEntry("silent.com", Fate.LOST)
                .containsEntry("taken.com", Fate.LOST);
        assertThat(bench.vendor.reads.stream().filter("search-domains"::equals)).hasSize(2);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aDearerOrderNeedsAPerson() {
        Authority who = bench.campaign("c");
        assertThatThrownBy(() -> bench.engine.ledger.createOrder(
                        who,
                        "q1",
                        List.of("a.com"),
                        "scaledmail",
                        null,
                        Bench.MONTHLY,
                        () -> new BigDecimal("7.01"),
                        tag -> Bench.body(tag, false, "a.com")))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("7.01");
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aRefusedPurchaseIsLookedUpAgainAndThenAPersonIsAskedEachTime() {
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.REFUSES, Fault.LIMIT_JSON, Fault.REFUSES, Fault.REFUSES);
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("a.com", Fate.LEFT);
        assertThatThrownBy(() -> bench.buy(who, "a.com", "b.com")).isInstanceOf(TryAgainAt.class);
        for (int retry = 0; retry < 2; retry++)
            assertThatThrownBy(() -> bench.buy(who, "a.com", "b.com"))
                    .isInstanceOf(NeedsPerson.class)
                    .hasMessageContaining("names are invalid");
        assertThat(bench.vendor.posted("buy")).isEqualTo(4);
        bench.vendor.taken.add("b.com");
        assertThat(bench.buy(who, "a.com", "b.com"))
                .containsEntry("b.com", Fate.LOST)
                .containsEntry("a.com", Fate.LEFT);
        assertThat(bench.buy(who, "a.com", "c.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void aRefusedOrderSaysWhyAndMayBeSentAgainUnderItsNextTag() {
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.REFUSES);
        Ledger.Result refused = bench.order(who, "a.com");
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.reason()).contains("names are invalid");
        Ledger.Result done = bench.order(who, "a.com");
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);
        assertThat(done.tag()).isNotEqualTo(refused.tag());
        assertThat(bench.last().number()).isEqualTo(2);
    }

    @Test
    void aMachineThatSleptBetweenClaimAndSendDoesNotSend() {
        Authority who = bench.campaign("c");
        bench.database.haltWhen(sql -> {
            if (sql.startsWith("update attempt set state")) bench.clock.pass(Duration.ofSeconds(6));
            return false;
        });
        assertThatThrownBy(() -> bench.order(who, "a.com")).isInstanceOf(TryAgainAt.class);
        assertThat(bench.last().state()).isEqualTo(Attempt.State.NOT_SENT);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aListThatLostRowsIsNotBelievedAtOnce() {
        Authority who = bench.campaign("c");
        bench.vendor.registered.put("a.com", bench.clock.instant());
        bench.engine.readings.registrations(Bench.ORGANIZATION);
        bench.vendor.hidden.add("a.com");
        assertThatThrownBy(() -> bench.buy(who, "b.com")).isInstanceOf(TryAgainAt.class);
        bench.clock.pass(Duration.ofMinutes(1));
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
    }
}
