package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/money.md: each spend starts with the read that would find it. */
class LookFirstTest {
    private final Bench bench = new Bench(Database.H2);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void afterARestoreEverythingIsFoundAndNothingIsSent() {
        Authority who = bench.campaign("c");
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("a.com", Fate.OURS);
        assertThat(bench.order(who, "a.com", "b.com").outcome()).isEqualTo(Outcome.DONE);
        Vendor.Order order = bench.vendor.orders.get(0);
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.DONE);
        int posts = bench.vendor.posts.size();

        bench.forgetLedger();
        bench.clock.pass(Duration.ofDays(3));
        bench.restart();

        assertThat(bench.buy(who, "a.com", "b.com"))
                .containsEntry("a.com", Fate.OURS)
                .containsEntry("b.com", Fate.OURS);
        Ledger.Result found = bench.order(who, "a.com", "b.com");
        assertThat(found.outcome()).isEqualTo(Outcome.DONE);
        assertThat(found.orderId()).isEqualTo(order.id);
        assertThat(found.tag()).isEqualTo(order.tag);
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posts).hasSize(posts);
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    void anUnpaidOrderOlderThanARenewedApprovalIsFoundAfterARestore() {
        Authority who = bench.campaign("c");
        orderedUnpaidAndForgotten(who);
        bench.sql.sql("delete from approval").update();
        bench.clock.pass(Duration.ofDays(1));
        bench.engine.approvals.record("c", 1, who.planHash(), "ann", "task", null, null);
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void anUnpaidOrderIsFoundAfterARestoreThoughAnotherCampaignOrderedSince() {
        Authority who = bench.campaign("c");
        orderedUnpaidAndForgotten(who);
        bench.sql.sql("delete from approval").update();
        bench.clock.pass(Duration.ofDays(3));
        bench.order(bench.campaign("d"), "d.com");
        bench.engine.approvals.record("c", 1, who.planHash(), "ann", "task", null, null);
        assertThat(bench.order(who, "a.com").orderId()).isEqualTo(bench.vendor.orders.get(0).id);
        assertThat(bench.vendor.posted("create")).isEqualTo(2);
    }

    @Test
    void aRunOfAScheduleThatBeginsAgainAfterARestoreFindsItsOrder() {
        bench.campaign("s");
        bench.clock.pass(Duration.ofDays(30));
        Authority who = bench.campaign("s-r3");
        bench.sql.sql("update campaign set parent_id = 's' where id = 's-r3'").update();
        orderedUnpaidAndForgotten(who);
        bench.clock.pass(Duration.ofDays(3));
        bench.sql
                .sql("update campaign set created_at = ? where id = 's-r3'")
                .param(java.sql.Timestamp.from(bench.clock.instant()))
                .update();
        bench.order(bench.campaign("d"), "d.com");
        assertThat(bench.order(who, "a.com").orderId()).isEqualTo(bench.vendor.orders.get(0).id);
        assertThat(bench.vendor.posted("create")).isEqualTo(2);
    }

    @Test
    void anOrderIsFoundInItsDetailsWhereTheListOfDomainsNamesNone() {
        Authority who = bench.campaign("c");
        bench.vendor.domainsNameNoOrder = true;
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.order(who, "a.com");
        Vendor.Order order = bench.vendor.orders.get(0);
        order.form = false;
        order.submittedAt = bench.clock.instant();
        assertThat(bench.settle(bench.last()).state()).isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.last().vendorId()).isEqualTo(order.id);
        bench.forgetLedger();
        assertThat(bench.order(who, "a.com").orderId()).isEqualTo(order.id);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);

        bench.vendor.webOrder(List.of("b.com", "c.com"), "theirs", false);
        assertThatThrownBy(() -> bench.order(bench.campaign("d"), "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("in another order");
    }

    @Test
    void anOrderOfSomeOfTheNamesIsNotOurs() {
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com"), null, false);
        assertThatThrownBy(() -> bench.order(who, "a.com", "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("in another order");
        assertThat(bench.vendor.posts).isEmpty();
    }

    /** The first order: no list names its domain, and no row of the ledger speaks of it. */
    private void orderedUnpaidAndForgotten(Authority who) {
        bench.order(who, "a.com");
        bench.vendor.orders.get(0).form = false;
        bench.vendor.orders.get(0).submittedAt = null;
        bench.forgetLedger();
    }

    @Test
    void aNameInAnOrderOrTriedByAnotherCampaignIsLost() {
        Authority who = bench.campaign("c");
        Authority other = bench.campaign("d");
        bench.vendor.fail(Fault.REFUSES);
        bench.buy(other, "b.com");
        bench.vendor.registered.put("a.com", bench.clock.instant());
        bench.vendor.webOrder(List.of("a.com"), "theirs", true);
        bench.vendor.assigned.put("a.com", "recDom1");
        bench.vendor.registered.put("b.com", bench.clock.instant());
        assertThat(bench.buy(who, "a.com", "b.com", "c.com"))
                .containsEntry("a.com", Fate.LOST)
                .containsEntry("b.com", Fate.LOST)
                .containsEntry("c.com", Fate.LEFT);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
    }

    @Test
    void anotherCampaignsNameIsLostAndItsOrderNeedsAPerson() {
        Authority who = bench.campaign("c");
        Authority other = bench.campaign("d");
        bench.buy(other, "a.com");
        bench.order(other, "a.com");
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.LOST);
        assertThatThrownBy(() -> bench.order(who, "a.com", "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("by campaign d");
    }

    @Test
    void aVoidedPurchaseThatDidHappenIsTakenBackWhole() {
        Authority who = bench.campaign("c");
        bench.vendor.lag = Duration.ofHours(1);
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.buy(who, "a.com", "b.com");
        Attempt attempt = bench.settle(bench.last());
        assertThat(attempt.state()).isEqualTo(Attempt.State.VOIDED);
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);

        bench.clock.pass(Duration.ofHours(1));
        bench.vendor.hidden.add("b.com");
        assertThat(bench.buy(who, "a.com", "b.com"))
                .containsEntry("a.com", Fate.OURS)
                .containsEntry("b.com", Fate.OURS);
        assertThat(bench.engine.settling.find(attempt.id()).orElseThrow().state())
                .isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("24.00");
        assertThat(bench.vendor.duplicates).isEmpty();
    }

    @Test
    void whatWasSentAgainMeanwhileIsTakenBackWithAWordOfWarning() {
        Authority who = bench.campaign("c");
        bench.vendor.lag = Duration.ofHours(1);
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.buy(who, "a.com", "b.com");
        Attempt attempt = bench.settle(bench.last());
        bench.vendor.lag = Duration.ZERO;
        bench.vendor.registered.remove("b.com");
        assertThat(bench.buy(who, "b.com")).containsEntry("b.com", Fate.OURS);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        Attempt late = bench.engine.settling.find(attempt.id()).orElseThrow();
        assertThat(late.needsPerson()).isTrue();
        assertThat(late.vendorShows()).contains("invoices");
        assertThat(bench.engine.ledger.alarm("c")).contains(late.vendorShows());
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("36");
    }

    @Test
    void aVoidedOrderThatDidHappenIsTakenBackByItsTag() {
        Authority who = bench.campaign("c");
        bench.vendor.lag = Duration.ofHours(1);
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.order(who, "a.com");
        Attempt attempt = bench.settle(bench.last());
        assertThat(attempt.needsPerson()).isTrue();
        bench.engine.settling.decide(attempt.id(), false, "ann");
        bench.clock.pass(Duration.ofHours(1));
        Ledger.Result result = bench.order(who, "a.com");
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.tag()).isEqualTo(attempt.tag());
        assertThat(bench.last().id()).isEqualTo(attempt.id());
        assertThat(bench.last().state()).isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo(Bench.MONTHLY);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void anOrderMadeInTheWebAppWithExactlyTheseNamesIsFound() {
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("b.com", "A.com"), null, true);
        Ledger.Result result = bench.order(who, "a.com", "b.com");
        assertThat(result.orderId()).isEqualTo(order.id);
        assertThat(bench.engine.ledger.unsettled("c", 1, SpendKind.CREATE_CUSTOM_ORDER))
                .isFalse();
        assertThat(bench.order(who, "a.com", "b.com").tag())
                .isEqualTo(result.tag())
                .isNotNull();
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aLargerOrderThatHoldsTheNamesIsNotOurs() {
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com", "b.com", "c.com"), null, false);
        assertThatThrownBy(() -> bench.order(who, "a.com", "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("in another order");
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void anOrderThatAnotherCampaignMayHaveMadeIsNotTakenForOurs() {
        Authority other = bench.campaign("d");
        bench.vendor.lag = Duration.ofHours(1);
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.order(other, "a.com");
        bench.engine.settling.decide(bench.settle(bench.last()).id(), false, "ann");
        bench.vendor.lag = Duration.ZERO;
        Authority who = bench.campaign("c");
        assertThatThrownBy(() -> bench.order(who, "a.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("another attempt");
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void aCancelledOrderWithOurTagAsksAPerson() {
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com"), Tag.of("q1", who, 1), false).cancelled = true;
        assertThatThrownBy(() -> bench.order(who, "a.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("cancel order " + bench.vendor.orders.get(0).id + " here as well");
        assertThat(bench.vendor.posts).isEmpty();

        bench.engine.ledger.cancelOrder(bench.campaign("person"), bench.vendor.orders.get(0).id);
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posts).hasSize(1);
    }

    @Test
    void anOrderThatAPersonGaveUpAndCancelledIsOrderedAgain() {
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.ERROR_AFTER);
        bench.order(who, "a.com");
        bench.vendor.orders.get(0).cancelled = true;
        Attempt attempt = bench.settle(bench.last());
        assertThat(attempt.needsPerson()).isTrue();
        bench.engine.settling.decide(attempt.id(), false, "ann");
        Ledger.Result again = bench.order(who, "a.com");
        assertThat(again.outcome()).isEqualTo(Outcome.DONE);
        assertThat(again.orderId()).isEqualTo(bench.vendor.orders.get(1).id);
        assertThat(bench.vendor.duplicates).isEmpty();
    }

    @Test
    void aCancelledOrderCountsByItsTagOnly() {
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com"), "theirs", false).cancelled = true;
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void aYoungOrderListedWithoutDetailsIsWaitedFor() {
        Authority who = bench.campaign("c");
        bench.vendor.withoutDetails = true;
        bench.vendor.webOrder(List.of("x"), null, false);
        assertThatThrownBy(() -> bench.order(who, "a.com"))
                .isInstanceOf(TryAgainAt.class)
                .hasMessageContaining("without its details");
        bench.clock.pass(Duration.ofMinutes(11));
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void moreUnknownOrdersThanOneStepMayReadAreReadInTheNext() {
        Authority who = bench.campaign("c");
        Vendor.Order ours = bench.vendor.webOrder(List.of("x"), Tag.of("q1", who, 3), true);
        ours.form = false;
        bench.clock.pass(Duration.ofHours(20));
        for (int i = 0; i < 50; i++) bench.vendor.webOrder(List.of("w" + i + ".com"), null, false);
        bench.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> bench.order(who, "a.com"))
                .isInstanceOf(TryAgainAt.class)
                .hasMessageContaining("more orders");
        assertThat(bench.order(who, "a.com").orderId()).isEqualTo(ours.id);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aFormWhoseDomainsAreInAnOrderIsNotSubmittedAgainThoughItIsStillListed() {
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aFormThatAsksForOtherNamesIsNotSubmitted() {
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com", "b.com"), "t", true);
        assertThatThrownBy(() -> bench.engine.ledger.submitForm(
                        who, order.uuid, List.of("a.com"), "scaledmail", "t", Bench.body("t", true, "a.com")))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("asks for");
        bench.vendor.formsListNoNames = true;
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.DONE);
        assertThatThrownBy(() -> bench.engine.ledger.submitForm(
                        who, "gone", List.of("z.com"), "scaledmail", "t", Bench.body("t", true, "z.com")))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("gone from the vendor's list");
        assertThat(bench.vendor.posted("submit")).isEqualTo(1);
    }

    @Test
    void anOrderWithoutAnIdIsKnownByItsTagWhereFormsListNoNames() {
        Authority who = bench.campaign("c");
        bench.vendor.formsListNoNames = true;
        bench.vendor.fail(Fault.BARE);
        bench.order(who, "a.com");
        bench.vendor.webOrder(List.of("w.com"), "theirs", true);
        Vendor.Order ours = bench.vendor.orders.get(0);
        for (int i = 0; i < 2; i++)
            assertThat(bench.engine.ledger.identified(who, ours.tag)).contains(ours.id);
        assertThat(bench.last().vendorId()).isEqualTo(ours.id);
        assertThat(bench.engine.ledger.identified(who, "other")).isEmpty();
    }

    @Test
    void aFormThatAsksForAnotherNumberOfDomainsIsNotSubmitted() {
        Authority who = bench.campaign("c");
        bench.vendor.formsListNoNames = true;
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com", "b.com"), "t", true);
        assertThatThrownBy(() -> bench.engine.ledger.submitForm(
                        who, order.uuid, List.of("a.com"), "other", "t", Bench.body("t", true, "a.com")))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("asks for 2 domains, the plan has 1");
        assertThat(bench.vendor.posted("submit")).isZero();
    }

    @Test
    void theVendorsAmountReplacesTheEstimateThoughTheReplyNamedNoId() {
        Authority who = bench.campaign("c");
        bench.vendor.fail(Fault.BARE);
        assertThat(bench.order(who, "a.com").orderId()).isNull();
        Vendor.Order order = bench.vendor.orders.get(0);
        bench.engine.readings.forms(Bench.ORGANIZATION);
        for (int i = 0; i < 2; i++)
            bench.engine.ledger.amountSeen(Bench.ORGANIZATION, order.id, new BigDecimal("7.50"));
        assertThat(bench.last().vendorId()).isEqualTo(order.id);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("7.50");
        assertThat(bench.month().get(1)).isEqualByComparingTo("7.50");
    }

    @Test
    void tagsAreReproducibleAndShortEnough() {
        Authority who = new Authority("c", "recOrg", 1, 1, "hash");
        assertThat(Tag.of("elevenchars", who, 1)).hasSize(20).isEqualTo(Tag.of("elevenchars", who, 1));
        assertThat(Tag.of("", who, 1)).matches("[a-z2-7]{8}").isNotEqualTo(Tag.of("", who, 2));
        assertThat(Tag.of("", new Authority("c", "recOrg", 2, 9, "hash"), 1)).isNotEqualTo(Tag.of("", who, 1));
        assertThat(Tag.of("", new Authority("c", "recOrg", 1, 9, "hash"), 1)).isEqualTo(Tag.of("", who, 1));
    }
}
