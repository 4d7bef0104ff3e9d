package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledOnboardingWalkTest extends Walk {

    @Test
    void eachFiringIsARunAndTheLastEndsIt() {
        answer("schedules.done", false, false, true);
        answer("schedules.run", "acme-r1", "acme-r2");
        begin();
        timer("due");
        waitsAt("wait");
        timer("due");
        endedAt("closed");
        assertThat(calls())
                .containsSubsequence(
                        "tasks.begun acme",
                        "campaigns.check acme",
                        "schedules.begin acme",
                        "campaigns.check acme-r1",
                        "campaigns.onboarded acme-r1",
                        "schedules.begin acme",
                        "campaigns.check acme-r2",
                        "campaigns.onboarded acme-r2",
                        "schedules.finished acme");
    }

    @Test
    void aRunThatIsCancelledEndsAloneAndTheScheduleGoesOn() {
        answer("schedules.done", false, false, true);
        answer("plans.approved", false, true);
        answer("schedules.run", "acme-r1", "acme-r2");
        begin();
        timer("due");
        task("approvePlan");
        message("cancelCampaign", "acme-r1");
        assertThat(times("campaigns.cancelled acme-r1")).isEqualTo(1);
        waitsAt("wait");
        timer("due");
        assertThat(times("schedules.finished acme")).isEqualTo(1);
    }

    @Test
    void whatComesTooEarlyBeginsNoRun() {
        answer("schedules.begun", false, true);
        answer("schedules.done", false, false, true);
        begin();
        timer("due");
        assertThat(passed("run")).isZero();
        waitsAt("wait");
        timer("due");
        assertThat(passed("run")).isEqualTo(1);
    }

    @Test
    void aChangeIsLookedAtAtOnce() {
        answer("schedules.done", false, false, true);
        begin();
        message("scheduleChanged", "acme");
        waitsAt("wait");
        timer("due");
        endedAt("closed");
    }

    @Test
    void aPausedScheduleWaitsForAPerson() {
        answer("schedules.paused", true, true, false);
        answer("schedules.done", false, false, false, true);
        begin();
        waitsAt("resumed");
        message("scheduleChanged", "acme");
        waitsAt("resumed");
        message("scheduleChanged", "acme");
        waitsAt("wait");
        timer("due");
        assertThat(times("schedules.finished acme")).isEqualTo(1);
    }

    @Test
    void aRefusedFileIsCorrectedAndCheckedAgain() {
        answer("campaigns.check", failure("file-refused"), "");
        begin();
        assertThat(groups(task("correctCampaign"))).containsExactly("operators");
        decide("correctCampaign", "retry");
        waitsAt("wait");
        assertThat(times("campaigns.check acme")).isEqualTo(2);
    }

    @Test
    void aProblemIsMendedAndCheckedAgain() {
        answer("campaigns.check", failure("problem"), "");
        begin();
        assertThat(variable(task("fixProblem"), "problem")).isEqualTo("what stands in the way");
        decide("fixProblem", "retry");
        waitsAt("wait");
    }

    @Test
    void aRunThatCantBeginAsksAPerson() {
        answer("schedules.done", false);
        answer("schedules.begin", failure("problem"), "");
        begin();
        timer("due");
        decide("fixProblem", "retry");
        waitsAt("wait");
        assertThat(passed("run")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file-refused", "problem"})
    void aPersonMayStopIt(String why) {
        answer("campaigns.check", failure(why));
        begin();
        decide(why.equals("problem") ? "fixProblem" : "correctCampaign", "cancel");
        endedAt("cancelled");
        assertThat(times("schedules.cancelled acme")).isEqualTo(1);
    }

    @Test
    void cancellingEndsTheRunUnderWayToo() {
        answer("plans.approved", false);
        begin();
        timer("due");
        task("approvePlan");
        message("cancelCampaign", "acme");
        endedAt("cancelledAtOnce");
        assertThat(times("schedules.cancelled acme")).isEqualTo(1);
    }

    private void begin() {
        start("scheduled-onboarding", "acme");
    }
}
