package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What replace-domain, change-redirect and cancel-order have in common: every way through to the vendor's answer. */
abstract class RequestWalk extends Walk {
    static final String REQUEST = "request.7";

    private final String process;
    private final String applied;

    /** @param applied the message that says so */
    RequestWalk(String process, String applied) {
        this.process = process;
        this.applied = applied;
    }

    @Test
    void approvedAskedAndApplied() {
        start(process, REQUEST);
        assertThat(groups(task("approvePlan"))).containsExactly("approvers");
        assertThat(calls()).contains("tasks.begun " + REQUEST).doesNotContain("changes.send " + REQUEST);
        decide("approvePlan", "approve");
        endedAt("done");
        assertThat(calls())
                .containsSubsequence("changes.look " + REQUEST, "changes.send " + REQUEST, "changes.finish " + REQUEST);
    }

    @Test
    void nothingToDo() {
        answer("changes.nothingToDo", true);
        start(process, REQUEST);
        endedAt("nothingToDo");
        assertThat(calls()).doesNotContain("changes.send " + REQUEST);
    }

    @Test
    void rejected() {
        start(process, REQUEST);
        decide("approvePlan", "reject");
        endedAt("rejected");
        assertThat(calls()).contains("changes.rejected " + REQUEST).doesNotContain("changes.send " + REQUEST);
    }

    @Test
    void changedIsLookedAtAndAskedAgain() {
        start(process, REQUEST);
        decide("approvePlan", "change");
        assertThat(times("changes.look " + REQUEST)).isEqualTo(2);
        decide("approvePlan", "approve");
        endedAt("done");
    }

    @Test
    void nobodyAnswers() {
        start(process, REQUEST);
        timer("nobodyAnswered");
        assertThat(passed("operatorsAsked")).isEqualTo(1);
        decide("approvePlan", "approve");
        endedAt("done");
    }

    @Test
    void aProblemIsMendedAndWhatIsApprovedIsNotAskedAgain() {
        answer("changes.look", failure("problem"), "looked");
        answer("changes.approved", true);
        start(process, REQUEST);
        assertThat(groups(task("fixProblem"))).containsExactly("operators");
        decide("fixProblem", "retry");
        endedAt("done");
        assertThat(passed("approvePlan")).isZero();
    }

    @Test
    void aRefusalEndsInACancelledRequest() {
        answer("changes.send", failure("problem"));
        start(process, REQUEST);
        decide("approvePlan", "approve");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("changes.cancelled " + REQUEST);
    }

    @Test
    void anUnknownOutcomeIsWaitedFor() {
        answer("changes.sent", false, true);
        start(process, REQUEST);
        decide("approvePlan", "approve");
        waitsAt("callSettled");
        assertThat(calls()).contains("watcher.wake " + REQUEST);
        message("callSettled", REQUEST);
        endedAt("done");
        assertThat(times("changes.send " + REQUEST)).isEqualTo(2);
    }

    @Test
    void appliedLater() {
        waits();
        waitsAt("applyWait");
        message(applied, REQUEST);
        endedAt("done");
    }

    @Test
    void cancelledWhileItWaitsForApproval() {
        start(process, REQUEST);
        message("cancelRequest", REQUEST);
        endedAt("cancelledAtOnce");
        assertThat(calls()).contains("changes.cancelled " + REQUEST).doesNotContain("changes.send " + REQUEST);
    }

    /** Approved, sent, and not applied yet. */
    void waits() {
        answer("changes.applied", false);
        answer("changes.approved", false, true);
        start(process, REQUEST);
        decide("approvePlan", "approve");
    }
}
