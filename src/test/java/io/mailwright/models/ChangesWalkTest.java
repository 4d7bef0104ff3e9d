package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What replace-domain, change-redirect and cancel-order have in common: every way through to the vendor's answer. */
@Walks({"replace-domain", "change-redirect", "cancel-order"})
class ChangesWalkTest extends Walk {
    private static final String REQUEST = "request.7";

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void approvedAskedAndApplied(String process) {
        start(process, REQUEST);
        assertThat(groups(task("approvePlan"))).containsExactly("approvers");
        assertThat(calls()).contains("tasks.begun " + REQUEST).doesNotContain("changes.send " + REQUEST);
        decide("approvePlan", "approve");
        endedAt("done");
        assertThat(calls())
                .containsSubsequence("changes.look " + REQUEST, "changes.send " + REQUEST, "changes.finish " + REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void nothingToDo(String process) {
        answer("changes.nothingToDo", true);
        start(process, REQUEST);
        endedAt("nothingToDo");
        assertThat(calls()).doesNotContain("changes.send " + REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void rejected(String process) {
        start(process, REQUEST);
        decide("approvePlan", "reject");
        endedAt("rejected");
        assertThat(calls()).contains("changes.rejected " + REQUEST).doesNotContain("changes.send " + REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void changedIsLookedAtAndAskedAgain(String process) {
        start(process, REQUEST);
        decide("approvePlan", "change");
        assertThat(times("changes.look " + REQUEST)).isEqualTo(2);
        decide("approvePlan", "approve");
        endedAt("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void nobodyAnswers(String process) {
        start(process, REQUEST);
        timer("nobodyAnswered");
        assertThat(passed("operatorsAsked")).isEqualTo(1);
        decide("approvePlan", "approve");
        endedAt("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void aProblemIsMendedAndWhatIsApprovedIsNotAskedAgain(String process) {
        answer("changes.look", failure("problem"), "looked");
        answer("changes.approved", true);
        start(process, REQUEST);
        assertThat(groups(task("fixProblem"))).containsExactly("operators");
        decide("fixProblem", "retry");
        endedAt("done");
        assertThat(passed("approvePlan")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void aRefusalEndsInACancelledRequest(String process) {
        answer("changes.send", failure("problem"));
        start(process, REQUEST);
        decide("approvePlan", "approve");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("changes.cancelled " + REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void anUnknownOutcomeIsWaitedFor(String process) {
        answer("changes.sent", false, true);
        start(process, REQUEST);
        decide("approvePlan", "approve");
        waitsAt("callSettled");
        assertThat(calls()).contains("watcher.wake " + REQUEST);
        message("callSettled", REQUEST);
        endedAt("done");
        assertThat(times("changes.send " + REQUEST)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"replace-domain,changeApplied", "change-redirect,changeApplied", "cancel-order,orderCancelled"})
    void appliedLater(String process, String message) {
        waits(process);
        waitsAt("applyWait");
        message(message, REQUEST);
        endedAt("done");
    }

    @ParameterizedTest
    @CsvSource({"change-redirect,changeApplied", "cancel-order,orderCancelled"})
    void overdueIsForAPersonUntilItIsApplied(String process, String message) {
        waits(process);
        timer("overdue");
        decide("fixProblem", "retry");
        // what was sent is approved, and is found sent
        waitsAt("applyWait");
        timer("overdue");
        task("fixProblem");
        message(message, REQUEST);
        endedAt("done");
    }

    @ParameterizedTest
    @CsvSource({"change-redirect", "cancel-order"})
    void overdueAndGivenUp(String process) {
        waits(process);
        timer("overdue");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-domain", "change-redirect", "cancel-order"})
    void cancelledWhileItWaitsForApproval(String process) {
        start(process, REQUEST);
        message("cancelRequest", REQUEST);
        endedAt("cancelledAtOnce");
        assertThat(calls()).contains("changes.cancelled " + REQUEST).doesNotContain("changes.send " + REQUEST);
    }

    private void waits(String process) {
        answer("changes.applied", false);
        answer("changes.approved", false, true);
        start(process, REQUEST);
        decide("approvePlan", "approve");
    }

    /** Only replace-domain waits for mailboxes. */
    private void overdue() {
        answer("changes.applied", false);
        answer("changes.approved", false, true);
        start("replace-domain", REQUEST);
        decide("approvePlan", "approve");
        timer("overdue");
    }

    @Test
    void waitedForOnceMore() {
        overdue();
        decide("mailboxesOverdue", "wait");
        waitsAt("applyWait");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void theQuestionIsWithdrawnWhenTheyCome() {
        overdue();
        task("mailboxesOverdue");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void noLongerWaitedFor() {
        overdue();
        decide("mailboxesOverdue", "cancel");
        endedAt("notAwaited");
        assertThat(calls()).contains("changes.cancelled " + REQUEST).doesNotContain("changes.finish " + REQUEST);
    }

    @Test
    void otherMailboxesAreForAPerson() {
        overdue();
        answer("changes.finish", failure("problem"), "done");
        answer("changes.applied", true);
        message("changeApplied", REQUEST);
        decide("fixProblem", "retry");
        endedAt("done");
    }
}
