package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.CONFIRMED;
import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.UNKNOWN;
import static io.mailwright.ledger.Attempt.State.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/money.md: what proves that a call happened, what that it did not, and when a person decides. */
class SettlingTest {
    private final Bench bench = new Bench(Database.H2);
    private final Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        bench.close();
    }

    private Attempt look(Attempt attempt) {
        bench.engine.settling.look(attempt.id());
        return bench.engine.settling.find(attempt.id()).orElseThrow();
    }

    private Attempt unknownPurchase(Fault fault) {
        bench.vendor.fail(fault);
        bench.buy(who, "a.com", "b.com");
        return bench.last();
    }

    private Attempt unknownOrder(Fault fault) {
        bench.vendor.fail(fault);
        bench.order(who, "a.com");
        return bench.last();
    }

    @Test
    void happenedIsSettledAsSoonAsItIsReadAndOneNameProvesAll() {
        Attempt attempt = unknownPurchase(Fault.DROPPED_AFTER);
        bench.vendor.hidden.add("b.com");
        assertThat(look(attempt).state()).isEqualTo(CONFIRMED);
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("b.com", Fate.OURS);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("24");
    }

    @Test
    void aPurchaseIsVoidAfterTheWindowAndTwoReadingsApart() {
        Attempt attempt = unknownPurchase(Fault.DROPPED_BEFORE);
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("a.com", Fate.OPEN);
        bench.clock.pass(Duration.ofSeconds(25).plus(Engine.WINDOW));
        assertThat(look(attempt).state()).isEqualTo(UNKNOWN);
        bench.clock.pass(Duration.ofSeconds(1));
        look(attempt);
        bench.clock.pass(Duration.ofSeconds(59));
        assertThat(look(attempt).state()).isEqualTo(UNKNOWN);
        bench.clock.pass(Duration.ofSeconds(2));
        assertThat(look(attempt).state()).isEqualTo(VOIDED);
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void aSubscriptionThatASuccessSpeaksOfIsNotSentAgainByItself() {
        bench.vendor.complaint = "Subscription created but unable to charge";
        Attempt attempt = bench.settle(unknownPurchase(Fault.COMPLAINS));
        assertThat(attempt.state()).isEqualTo(Attempt.State.UNKNOWN);
        assertThat(attempt.needsPerson()).isTrue();
        assertThat(attempt.vendorShows()).contains("card is confirmed");
    }

    @Test
    void aPurchaseWhoseSubscriptionWasMadeIsNeverVoidByItself() {
        Attempt attempt = unknownPurchase(Fault.CREATED_400);
        assertThat(attempt.cardToConfirm()).isTrue();
        bench.vendor.registered.clear();
        Attempt asked = bench.settle(attempt);
        assertThat(asked.state()).isEqualTo(UNKNOWN);
        assertThat(asked.needsPerson()).isTrue();
        assertThat(asked.vendorShows()).contains("once the card is confirmed");
        assertThat(bench.engine.ledger.cardsToConfirm(who.campaign()))
                .extracting(Attempt::id)
                .containsExactly(attempt.id());
        bench.clock.pass(Duration.ofHours(1));
        assertThat(look(attempt).state()).isEqualTo(UNKNOWN);
        bench.vendor.registered.put("b.com", bench.clock.instant());
        assertThat(look(attempt).state()).isEqualTo(CONFIRMED);
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
    }

    @Test
    void whatAPersonSaysDidNotHappenHasNoCardToConfirm() {
        Attempt attempt = unknownOrder(Fault.CREATED_400);
        bench.vendor.orders.clear();
        bench.settle(attempt);
        assertThat(bench.engine.ledger.cardsToConfirm(who.campaign())).hasSize(1);
        bench.engine.settling.decide(attempt.id(), false, "ann");
        assertThat(bench.engine.ledger.cardsToConfirm(who.campaign())).isEmpty();
    }

    @Test
    void oneNameOfABatchProvenVoidProvesAll() {
        Attempt attempt = unknownPurchase(Fault.ERROR_BEFORE);
        bench.vendor.taken.add("a.com");
        assertThat(bench.settle(attempt).state()).isEqualTo(VOIDED);
        assertThat(bench.buy(who, "a.com", "b.com")).containsEntry("a.com", Fate.LOST);
    }

    @Test
    void absentAndTakenTwiceNeedsAPersonAndLookingGoesOn() {
        Attempt attempt = unknownPurchase(Fault.ERROR_BEFORE);
        bench.vendor.taken.addAll(List.of("a.com", "b.com"));
        bench.clock.pass(Duration.ofMinutes(11));
        assertThat(look(attempt).needsPerson()).isFalse();
        bench.clock.pass(Duration.ofMinutes(1));
        assertThat(look(attempt).needsPerson()).isTrue();
        bench.vendor.registered.put("b.com", bench.clock.instant());
        assertThat(look(attempt).state()).isEqualTo(CONFIRMED);
    }

    @Test
    void aNameLeftOutOfTheSearchProvesNothing() {
        Attempt attempt = unknownPurchase(Fault.ERROR_BEFORE);
        bench.vendor.leftOut.addAll(List.of("a.com", "b.com"));
        Attempt settled = bench.settle(attempt);
        assertThat(settled.state()).isEqualTo(UNKNOWN);
        assertThat(settled.needsPerson()).isTrue();
        bench.vendor.leftOut.clear();
        bench.clock.pass(Duration.ofMinutes(2));
        look(attempt);
        bench.clock.pass(Duration.ofMinutes(2));
        assertThat(look(attempt).state()).isEqualTo(VOIDED);
    }

    @Test
    void anOrderIsFoundByTagWhenItBecomesVisible() {
        bench.vendor.lag = Duration.ofMinutes(30);
        Attempt attempt = unknownOrder(Fault.CREATED_400);
        Attempt asked = bench.settle(attempt);
        assertThat(asked.state()).isEqualTo(UNKNOWN);
        assertThat(asked.needsPerson()).isTrue();
        assertThat(asked.vendorShows()).contains(attempt.tag());
        bench.clock.pass(Duration.ofMinutes(30));
        Attempt settled = look(attempt);
        assertThat(settled.state()).isEqualTo(CONFIRMED);
        assertThat(settled.vendorId()).isEqualTo(bench.vendor.orders.get(0).id);
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @Test
    void anOrderThatIsNotFoundNeedsAPersonAtTheFirstLookAfterTheWindow() {
        Attempt attempt = unknownOrder(Fault.ERROR_BEFORE);
        bench.clock.pass(Duration.ofMinutes(5));
        assertThat(look(attempt).needsPerson()).isFalse();
        assertThatThrownBy(() -> bench.engine.settling.decide(attempt.id(), false, "ann"))
                .hasMessageContaining("decide after");
        bench.clock.pass(Duration.ofMinutes(6));
        assertThat(look(attempt).needsPerson()).isTrue();
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.OPEN);
        bench.engine.settling.decide(attempt.id(), false, "ann");
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.duplicates).isEmpty();
    }

    @Test
    void anUnknownOrderFoundCancelledNeedsAPerson() {
        Attempt attempt = unknownOrder(Fault.ERROR_AFTER);
        bench.vendor.orders.get(0).cancelled = true;
        Attempt settled = bench.settle(attempt);
        assertThat(settled.state()).isEqualTo(UNKNOWN);
        assertThat(settled.needsPerson()).isTrue();
        assertThat(settled.vendorShows()).contains("cancelled");
    }

    @Test
    void anEarlierAttemptsOrderDoesNotSettleALaterOne() {
        bench.vendor.lag = Duration.ofHours(1);
        Attempt first = unknownOrder(Fault.ERROR_AFTER);
        bench.engine.settling.decide(bench.settle(first).id(), false, "ann");
        Attempt second = unknownOrder(Fault.ERROR_BEFORE);
        bench.vendor.lag = Duration.ZERO;
        Attempt settled = bench.settle(second);
        assertThat(settled.state()).isEqualTo(UNKNOWN);
        assertThat(settled.needsPerson()).isTrue();
        assertThat(settled.vendorShows()).contains("another attempt");
    }

    @Test
    void aFormGoneWithItsDomainsListedIsConfirmed() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.vendor.lag = Duration.ofMinutes(20);
        bench.clock.pass(Duration.ofMinutes(30));
        bench.vendor.fail(Fault.HTML);
        bench.submit(who, order);
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.OPEN);
        bench.clock.pass(Duration.ofMinutes(9));
        assertThat(look(bench.last()).state()).isEqualTo(UNKNOWN);
        bench.clock.pass(Duration.ofMinutes(12));
        assertThat(look(bench.last()).state()).isEqualTo(CONFIRMED);
        assertThat(order.submissions).isEqualTo(1);
    }

    @Test
    void aFormStillListedIsSentOnceMoreAndThenAPersonDecides() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.vendor.fail(Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);
        bench.submit(who, order);
        assertThat(bench.settle(bench.last()).state()).isEqualTo(VOIDED);
        assertThat(bench.submit(who, order).outcome()).isEqualTo(Outcome.OPEN);
        Attempt second = bench.settle(bench.last());
        assertThat(second.state()).isEqualTo(UNKNOWN);
        assertThat(second.needsPerson()).isTrue();
        assertThat(second.vendorShows()).contains("sent twice");
    }

    @Test
    void aFormThatVanishedWithoutItsDomainsIsReadUntilItsDeadline() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.submit(who, order);
        bench.vendor.hidden.add(order.uuid);
        bench.clock.pass(Duration.ofMinutes(60));
        assertThat(look(bench.last()).needsPerson()).isFalse();
        bench.clock.pass(Duration.ofMinutes(61));
        assertThat(look(bench.last()).needsPerson()).isTrue();
        bench.vendor.hidden.clear();
        order.submittedAt = bench.clock.instant();
        assertThat(look(bench.last()).state()).isEqualTo(CONFIRMED);
    }

    @Test
    void aLiveClaimIsMetWithALaterTimeAndADeadOneIsSettled() {
        bench.database.haltWhen(sql -> sql.startsWith("update attempt set state"));
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(Halt.class);
        Instant claimed = bench.last().claimedAt();
        assertThatThrownBy(() -> bench.buy(who, "a.com"))
                .isInstanceOfSatisfying(
                        TryAgainAt.class, early -> assertThat(early.time()).isEqualTo(claimed.plusSeconds(25)));
        bench.clock.reach(claimed.plusSeconds(25));
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OPEN);
        assertThat(look(bench.last()).state()).isEqualTo(Attempt.State.CLAIMED);
        bench.clock.pass(Engine.WINDOW.plusSeconds(1));
        assertThat(look(bench.last()).state()).isEqualTo(NOT_SENT);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("12");
    }

    @Test
    void aSentRowWhoseEndNobodySawIsUnknownAfterTheCallIsOver() {
        bench.database.haltWhen(sql -> !bench.vendor.posts.isEmpty());
        assertThatThrownBy(() -> bench.order(who, "a.com")).isInstanceOf(Halt.class);
        bench.clock.pass(Duration.ofSeconds(25));
        assertThat(look(bench.last()).state()).isEqualTo(Attempt.State.SENT);
        bench.clock.pass(Duration.ofSeconds(1));
        assertThat(look(bench.last()).state()).isEqualTo(CONFIRMED);
    }

    @Test
    void aLateReplyWinsOverAPersonsWordAndTheMoneyIsCountedOnce() {
        Attempt attempt = unknownOrder(Fault.ERROR_BEFORE);
        bench.engine.settling.decide(bench.settle(attempt).id(), false, "ann");
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        Recorder recorder = bench.engine.bean(Recorder.class);
        for (int i = 0; i < 2; i++)
            recorder.reply(attempt.id(), new Reply(Reply.Outcome.CONFIRMED, 200, "{}", "recLate", null, false));
        Attempt late = bench.engine.settling.find(attempt.id()).orElseThrow();
        assertThat(late.state()).isEqualTo(CONFIRMED);
        assertThat(late.needsPerson()).isTrue();
        assertThat(late.vendorShows()).contains("invoices");
        assertThat(bench.settledHow(late)).contains("late reply");
        assertThat(bench.budget(who).get(0)).isEqualByComparingTo("0");
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("14");
    }

    @Test
    void aWordThatComesTooLateChangesNothing() {
        Attempt attempt = unknownOrder(Fault.ERROR_AFTER);
        assertThat(look(attempt).state()).isEqualTo(CONFIRMED);
        bench.clock.pass(Duration.ofHours(1));
        String how = bench.settledHow(attempt);
        bench.engine.bean(Recorder.class).settledNothing(attempt.id(), VOIDED, "ann", "a person says so");
        bench.engine.settling.decide(attempt.id(), false, "ann");
        assertThat(bench.settledHow(attempt)).isEqualTo(how);
        assertThat(look(attempt).state()).isEqualTo(CONFIRMED);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo(Bench.MONTHLY);
    }

    @Test
    void aPersonsHappenedConfirmsWithoutAnId() {
        Attempt attempt = unknownOrder(Fault.ERROR_BEFORE);
        bench.engine.settling.decide(attempt.id(), true, "ann");
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }
}
