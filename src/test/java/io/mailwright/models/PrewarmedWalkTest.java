package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Walks({"prewarmed", "prewarmed-order"})
class PrewarmedWalkTest extends Walk {

    @Test
    void approvedByTheFilesRuleItRunsToTheEndByItself() {
        start("prewarmed", "c");
        endedAt("onboarded");
        assertThat(calls())
                .startsWith("tasks.begun c")
                .containsSubsequence(
                        "campaigns.check c",
                        "plans.make c",
                        "plans.approved c",
                        "prewarmed.buy c/1",
                        "mailboxes.ready c/1",
                        "mailboxes.collect c/1",
                        "campaigns.onboarded c")
                .doesNotContain("tasks.opened approvePlan", "domains.search c", "watcher.wake c/1");
    }

    @Test
    void aPersonApprovesAndNothingIsBoughtBefore() {
        awaitingApproval();
        assertThat(groups(task("approvePlan"))).containsExactly("approvers");
        timer("nobodyAnswered");
        assertThat(calls()).contains("plans.escalate c").doesNotContain("prewarmed.buy c/1");
        decide("approvePlan", "approve");
        endedAt("onboarded");
    }

    @Test
    void rejectClosesTheCampaign() {
        awaitingApproval();
        decide("approvePlan", "reject");
        endedAt("rejected");
        assertThat(calls()).contains("campaigns.rejected c").doesNotContain("prewarmed.buy c/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "a word nobody knows"})
    void changeAsksForAnotherFileAndChecksIt(String decision) {
        awaitingApproval();
        decide("approvePlan", decision);
        decide("correctCampaign", "retry");
        task("approvePlan");
        assertThat(times("campaigns.check c")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "campaigns.check,     file-refused, correctCampaign",
        "plans.make,          file-refused, correctCampaign",
        "campaigns.check,     problem,      fixProblem",
        "plans.make,          problem,      fixProblem",
        "campaigns.onboarded, problem,      fixProblem"
    })
    void whatFailsAsksAPersonAndIsDoneAgain(String step, String code, String task) {
        answer(step, failure(code), "done");
        start("prewarmed", "c");
        assertThat(variable(task(task), "problem")).isEqualTo("what stands in the way");
        decide(task, "retry");
        endedAt("onboarded");
        assertThat(times("campaigns.check c")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"file-refused, correctCampaign", "problem, fixProblem"})
    void cancelStopsBeforeAnythingIsBought(String code, String task) {
        answer("campaigns.check", failure(code));
        start("prewarmed", "c");
        decide(task, "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("plans.make c");
    }

    @Test
    void aStockThatChangedIsChosenFromAgain() {
        answer("prewarmed.buy", failure("data-refused"), "done");
        start("prewarmed", "c");
        decide("correctCampaign", "retry");
        endedAt("onboarded");
        assertThat(times("plans.make c")).isEqualTo(2);
        assertThat(passed("stockChanged")).isEqualTo(1);
    }

    @Test
    void anUnknownPurchaseIsSettledBeforeTheNextLook() {
        answer("prewarmed.bought", false, true);
        order();
        waitsAt("orderSettled");
        assertThat(calls()).endsWith("watcher.wake c/1");
        message("orderSettled", "c/1");
        endedAt("collected");
        assertThat(times("prewarmed.buy c/1")).isEqualTo(2);
    }

    @Test
    void mailboxesAreWaitedForAndComeByMessage() {
        answer("mailboxes.ready", false, true);
        order();
        waitsAt("mailboxesWait");
        assertThat(calls()).endsWith("watcher.wake c/1");
        message("mailboxesReady", "c/1");
        endedAt("collected");
    }

    @Test
    void overdueMailboxesAskAPersonWhoMayWait() {
        overdue();
        decide("mailboxesOverdue", "wait");
        endedAt("collected");
    }

    @Test
    void overdueMailboxesThatComeWithdrawTheQuestion() {
        overdue();
        message("mailboxesReady", "c/1");
        endedAt("collected");
        assertThat(passed("readyAfterAll")).isEqualTo(1);
    }

    @Test
    void overdueMailboxesMayBeCancelled() {
        answer("mailboxes.ready", false);
        start("prewarmed", "c");
        timer("mailboxesLate");
        decide("mailboxesOverdue", "cancel");
        endedAt("cancelled");
        assertThat(passed("waitCancelled")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prewarmed.buy", "mailboxes.collect"})
    void aProblemIsMendedAndGoneOnFrom(String step) {
        answer(step, failure("problem"), "done");
        order();
        decide("fixProblem", "retry");
        endedAt("collected");
        assertThat(times("prewarmed.buy c/1")).isEqualTo(2);
    }

    @Test
    void aProblemMayEndTheCampaign() {
        answer("prewarmed.buy", failure("problem"));
        start("prewarmed", "c");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
        assertThat(passed("mendCancelled")).isEqualTo(1);
    }

    @Test
    void aRequestToCancelEndsItAtOnce() {
        answer("mailboxes.ready", false);
        start("prewarmed", "c");
        message("cancelCampaign", "c");
        endedAt("cancelledAtOnce");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("campaigns.onboarded c");
    }

    private void awaitingApproval() {
        answer("plans.approved", false);
        start("prewarmed", "c");
    }

    private void order() {
        start("prewarmed-order", "c/1");
    }

    private void overdue() {
        answer("mailboxes.ready", false, true);
        order();
        timer("mailboxesLate");
        task("mailboxesOverdue");
    }
}
