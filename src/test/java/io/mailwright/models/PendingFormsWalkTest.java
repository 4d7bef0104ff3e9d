package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PendingFormsWalkTest extends Walk {

    @Test
    void aLookByHandLooksOnce() {
        start("pending-forms", "look:1");
        endedAt("looked");
        assertThat(calls()).containsSubsequence("tasks.begun look:1", "pendingForms.look look:1");
    }

    @Test
    void aLookThatRepeatsLooksAgainWhenItIsTime() {
        answer("pendingForms.again", true, false);
        start("pending-forms", "look:1");
        waitsAt("nextLook");
        timer("nextLook");
        endedAt("looked");
        assertThat(times("pendingForms.look look:1")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "cancel"})
    void aLookThatFailsAsksAPersonAndGoesBackToTheLook(String decision) {
        answer("pendingForms.look", failure("problem"), "done");
        start("pending-forms", "look:1");
        assertThat(variable(task("fixProblem"), "problem")).isEqualTo("what stands in the way");
        decide("fixProblem", decision);
        endedAt("looked");
        assertThat(calls()).doesNotContain("pendingForms.check look:1", "campaigns.cancelled look:1");
    }

    @Test
    void aFormThatIsIgnoredIsLeftAlone() {
        startBy("formFound", "form:1");
        assertThat(groups(task("chooseCampaign"))).containsExactly("operators");
        decide("chooseCampaign", "ignore");
        endedAt("ignored");
        assertThat(calls()).doesNotContain("pendingForms.check form:1");
    }

    @Test
    void aFormThatIsAdoptedIsCheckedPlannedAndSubmitted() {
        startBy("formFound", "c");
        decide("chooseCampaign", "adopt");
        endedAt("onboarded");
        assertThat(calls())
                .containsSubsequence("pendingForms.check c", "pendingForms.plan c", "plans.approved c")
                .containsSubsequence("forms.submit c/1", "mailboxes.collect c/1", "campaigns.onboarded c")
                .doesNotContain("tasks.opened approvePlan");
    }

    @Test
    void anAdoptionThatIsAskedForAsksNobodyWhichFile() {
        startBy("formAdopted", "c");
        endedAt("onboarded");
        assertThat(calls()).doesNotContain("tasks.opened chooseCampaign");
    }

    @Test
    void aPersonApprovesAndNothingIsSubmittedBefore() {
        awaitingApproval();
        assertThat(groups(task("approvePlan"))).containsExactly("approvers");
        assertThat(calls()).doesNotContain("forms.submit c/1");
        timer("nobodyAnswered");
        assertThat(calls()).contains("plans.escalate c");
        decide("approvePlan", "approve");
        endedAt("onboarded");
    }

    @Test
    void rejectClosesTheCampaign() {
        awaitingApproval();
        decide("approvePlan", "reject");
        endedAt("rejected");
        assertThat(calls()).contains("campaigns.rejected c").doesNotContain("forms.submit c/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "a word nobody knows"})
    void changeAsksForAnotherFileAndChecksIt(String decision) {
        awaitingApproval();
        decide("approvePlan", decision);
        decide("correctCampaign", "retry");
        task("approvePlan");
        assertThat(times("pendingForms.check c")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "pendingForms.check,   file-refused, correctCampaign",
        "pendingForms.plan,    file-refused, correctCampaign",
        "forms.submit,         data-refused, correctCampaign",
        "pendingForms.check,   problem,      fixProblem",
        "pendingForms.plan,    problem,      fixProblem",
        "campaigns.onboarded,  problem,      fixProblem"
    })
    void whatFailsAsksAPersonAndIsCheckedAgain(String step, String code, String task) {
        answer(step, failure(code), "done");
        startBy("formAdopted", "c");
        decide(task, "retry");
        endedAt("onboarded");
        assertThat(times("pendingForms.check c")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"file-refused, correctCampaign", "problem, fixProblem"})
    void cancelStops(String code, String task) {
        answer("pendingForms.check", failure(code));
        startBy("formAdopted", "c");
        decide(task, "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("pendingForms.plan c");
    }

    @Test
    void anOrderThatAPersonCancelsStopsTheCampaign() {
        answer("forms.submit", failure("problem"));
        startBy("formAdopted", "c");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("campaigns.onboarded c");
    }

    @Test
    void aRequestToCancelEndsIt() {
        answer("mailboxes.ready", false);
        startBy("formAdopted", "c");
        message("cancelCampaign", "c");
        endedAt("cancelledAtOnce");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("campaigns.onboarded c");
    }

    private void awaitingApproval() {
        answer("plans.approved", false);
        startBy("formAdopted", "c");
    }
}
