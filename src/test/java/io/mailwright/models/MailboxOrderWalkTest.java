package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxOrderWalkTest extends Walk {
    private static final String KEY = "c/1";

    @Test
    void theHappyPathWaitsForNobody() {
        order();
        endedAt("collected");
        assertThat(calls())
                .containsSubsequence(
                        "domains.buy c/1",
                        "domains.registered c/1",
                        "orders.create c/1",
                        "orders.paid c/1",
                        "forms.submit c/1",
                        "mailboxes.ready c/1",
                        "mailboxes.collect c/1")
                .doesNotContain("watcher.wake c/1");
    }

    @Test
    void moreToBuyIsBoughtInAnotherBatch() {
        answer("domains.bought", false, false, true);
        order();
        endedAt("collected");
        assertThat(times("domains.buy c/1")).isEqualTo(3);
    }

    @Test
    void anUnknownPurchaseIsSettledBeforeTheNext() {
        answer("domains.bought", false, true);
        answer("domains.unsettled", true);
        order();
        waitsAt("purchaseSettled");
        assertThat(calls()).endsWith("watcher.wake c/1");
        message("purchaseSettled", KEY);
        endedAt("collected");
        assertThat(times("domains.buy c/1")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "domains.registered, registrationWait, domainsRegistered",
        "orders.paid,        paymentWait,      orderPaid",
        "mailboxes.ready,    mailboxesWait,    mailboxesReady"
    })
    void aWaitWakesTheWatcherAndEndsByItsMessage(String fact, String wait, String message) {
        answer(fact, false, true);
        order();
        waitsAt(wait);
        assertThat(calls()).endsWith(fact + " c/1", "watcher.wake c/1");
        message(message, KEY);
        endedAt("collected");
    }

    @ParameterizedTest
    @CsvSource({"orders.created, orderSettled, orders.create", "forms.submitted, formSettled, forms.submit"})
    void anUnknownOutcomeIsWaitedForAndTheStepLooksAgain(String fact, String message, String step) {
        answer(fact, false, true);
        order();
        waitsAt(message);
        assertThat(calls()).endsWith("watcher.wake c/1");
        message(message, KEY);
        endedAt("collected");
        assertThat(times(step + " c/1")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "domains.registered, registrationOverdue, fixProblem,       retry",
        "orders.paid,        paymentOverdue,      fixPayment,       retry",
        "mailboxes.ready,    mailboxesLate,       mailboxesOverdue, wait"
    })
    void anOverdueWaitAsksAPersonAndGoesOn(String fact, String timer, String task, String decision) {
        answer(fact, false, true);
        order();
        timer(timer);
        assertThat(groups(task(task))).containsExactly("operators");
        assertThat(task(task).getDueDate()).isNotNull();
        decide(task, decision);
        endedAt("collected");
    }

    @ParameterizedTest
    @CsvSource({
        "orders.paid,     paymentOverdue, fixPayment,       orderPaid,      paidAfterAll",
        "mailboxes.ready, mailboxesLate,  mailboxesOverdue, mailboxesReady, readyAfterAll"
    })
    void aQuestionIsWithdrawnWhenItsAnswerArrives(
            String fact, String timer, String task, String message, String event) {
        answer(fact, false, true);
        order();
        timer(timer);
        task(task);
        assertThat(times("watcher.wake c/1")).isEqualTo(2);
        message(message, KEY);
        assertThat(passed(event)).isEqualTo(1);
        endedAt("collected");
    }

    @ParameterizedTest
    @CsvSource({
        "domains.registered, registrationOverdue, fixProblem,       mendCancelled",
        "orders.paid,        paymentOverdue,      fixPayment,       paymentCancelled",
        "mailboxes.ready,    mailboxesLate,       mailboxesOverdue, waitCancelled"
    })
    void anOverdueWaitCanBeCancelled(String fact, String timer, String task, String end) {
        answer(fact, false);
        order();
        timer(timer);
        decide(task, "cancel");
        endedAt(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domains.buy", "orders.create", "forms.submit", "mailboxes.collect"})
    void aProblemIsMendedAndTheOrderGoesOnFromItsFirstStep(String step) {
        answer(step, failure("problem"), "done");
        order();
        assertThat(variable(task("fixProblem"), "problem")).isEqualTo("what stands in the way");
        decide("fixProblem", "retry");
        endedAt("collected");
        assertThat(times("domains.buy c/1")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"orders.create, orderDataRefused", "forms.submit, formDataRefused"})
    void refusedDataEndTheOrder(String step, String end) {
        answer(step, failure("data-refused"));
        order();
        endedAt(end);
    }

    @Test
    void anOrderThatCarriedItsDataHasNoForm() {
        answer("forms.pending", false);
        order();
        endedAt("collected");
        assertThat(calls()).doesNotContain("forms.submit c/1");
    }

    @Test
    void theNamesAreApprovedBeforeTheFormIsSubmitted() {
        answer("forms.approved", false, true);
        order();
        var task = task("approveForm");
        assertThat(groups(task)).containsExactly("approvers");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(task.getName()).isEqualTo("Submit these names?");
        assertThat(calls()).contains("orders.paid c/1").doesNotContain("forms.submit c/1");
        decide("approveForm", "approve");
        endedAt("collected");
        assertThat(times("forms.submit c/1")).isEqualTo(1);
    }

    @Test
    void theNamesAreApprovedBeforeAnOrderCarriesThem() {
        answer("orders.created", false, true);
        answer("orders.awaitsApproval", true);
        answer("forms.pending", false);
        order();
        assertThat(calls()).doesNotContain("orders.paid c/1");
        decide("approveForm", "approve");
        endedAt("collected");
        assertThat(times("orders.create c/1")).isEqualTo(2);
        assertThat(calls()).doesNotContain("forms.submit c/1");
    }

    @Test
    void namesThatAreNotApprovedAfterAllAreAskedAboutAgain() {
        answer("forms.approved", false, false, true);
        order();
        decide("approveForm", "approve");
        assertThat(calls()).doesNotContain("forms.submit c/1");
        decide("approveForm", "approve");
        endedAt("collected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "a word nobody knows"})
    void namesToChangeEndTheOrder(String decision) {
        answer("forms.approved", false);
        order();
        decide("approveForm", decision);
        endedAt("namesSentBack");
        assertThat(calls()).doesNotContain("forms.submit c/1");
    }

    @Test
    void rejectedNamesLeaveTheOrderWaiting() {
        answer("forms.approved", false);
        order();
        decide("approveForm", "reject");
        task("approveForm");
        assertThat(times("tasks.opened approveForm")).isEqualTo(2);
        assertThat(calls()).doesNotContain("forms.submit c/1");
    }

    @Test
    void nobodyLookedAsksTheOperatorsAndTheTaskStays() {
        answer("forms.approved", false, true);
        order();
        timer("nobodyLooked");
        assertThat(calls()).contains("plans.escalate c/1").doesNotContain("forms.submit c/1");
        decide("approveForm", "approve");
        endedAt("collected");
    }

    @Test
    void withoutTheLostNamesTheRestIsBought() {
        noSubstitute();
        decide("chooseReplacement", "without");
        endedAt("collected");
        assertThat(calls()).containsSubsequence("domains.buy c/1", "domains.without c/1", "domains.buy c/1");
    }

    @ParameterizedTest
    @CsvSource({"retry, searchOnceMore", "cancel, replacementCancelled", "a word nobody knows, searchOnceMore"})
    void withoutASubstituteTheOrderEnds(String decision, String end) {
        noSubstitute();
        decide("chooseReplacement", decision);
        endedAt(end);
        assertThat(calls()).doesNotContain("domains.without c/1", "orders.create c/1");
    }

    private void noSubstitute() {
        answer("domains.buy", failure("no-alternate"), "done");
        order();
    }

    private void order() {
        start("mailbox-order", KEY);
    }
}
