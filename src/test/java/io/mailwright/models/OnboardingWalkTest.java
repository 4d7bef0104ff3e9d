package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingWalkTest extends Walk {

    @Test
    void approvedByTheFilesRuleItRunsToTheEndByItself() {
        start("onboarding", "c");
        endedAt("onboarded");
        assertThat(calls())
                .containsSubsequence("campaigns.check c", "domains.search c", "plans.make c", "plans.approved c")
                .containsSubsequence(
                        "orders.numbers c",
                        "domains.buy c/1",
                        "orders.create c/1",
                        "forms.submit c/1",
                        "mailboxes.collect c/1",
                        "campaigns.onboarded c")
                .containsSubsequence("domains.buy c/2", "mailboxes.collect c/2", "campaigns.onboarded c")
                .doesNotContain("tasks.opened approvePlan");
    }

    @Test
    void preWarmedDomainsAreAnOrderBesideTheOthers() {
        answer("orders.process", "mailbox-order", "prewarmed-order");
        start("onboarding", "c");
        endedAt("onboarded");
        assertThat(calls())
                .contains("domains.buy c/1", "prewarmed.buy c/2", "mailboxes.collect c/2")
                .doesNotContain("domains.buy c/2", "prewarmed.buy c/1");
    }

    @Test
    void aPersonApprovesAndNothingIsBoughtBefore() {
        awaitingApproval();
        var task = task("approvePlan");
        assertThat(groups(task)).containsExactly("approvers");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(task.getName()).isEqualTo("Approve this plan?");
        assertThat(calls()).doesNotContain("domains.buy c/1");
        decide("approvePlan", "approve");
        endedAt("onboarded");
    }

    @Test
    void nobodyAnsweredAsksTheOperatorsAndTheTaskStays() {
        awaitingApproval();
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
        assertThat(calls()).contains("campaigns.rejected c").doesNotContain("domains.buy c/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "a word nobody knows"})
    void changeAsksForAnotherFileAndChecksIt(String decision) {
        awaitingApproval();
        decide("approvePlan", decision);
        assertThat(groups(task("correctCampaign"))).containsExactly("operators");
        decide("correctCampaign", "retry");
        task("approvePlan");
        assertThat(times("campaigns.check c")).isEqualTo(2);
        assertThat(calls()).doesNotContain("domains.buy c/1");
    }

    @ParameterizedTest
    @CsvSource({
        "campaigns.check, file-refused, correctCampaign",
        "domains.search,  file-refused, correctCampaign",
        "plans.make,      file-refused, correctCampaign",
        "campaigns.check, problem,      fixProblem",
        "domains.search,  problem,      fixProblem",
        "plans.make,      problem,      fixProblem"
    })
    void whatFailsBeforeApprovalAsksAPerson(String step, String code, String task) {
        answer(step, failure(code), "done");
        start("onboarding", "c");
        assertThat(variable(task(task), "problem")).isEqualTo("what stands in the way");
        decide(task, "retry");
        endedAt("onboarded");
        assertThat(times("campaigns.check c")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"file-refused, correctCampaign", "problem, fixProblem"})
    void cancelStopsBeforeAnythingIsBought(String code, String task) {
        answer("campaigns.check", failure(code));
        start("onboarding", "c");
        decide(task, "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("domains.search c");
    }

    @Test
    void aProblemWhileHandingOverIsMended() {
        answer("campaigns.onboarded", failure("problem"), "done");
        start("onboarding", "c");
        decide("fixProblem", "retry");
        endedAt("onboarded");
    }

    @Test
    void orderDataTheVendorRefusesGoBackToTheFile() {
        answer("orders.create", failure("data-refused"), "done");
        start("onboarding", "c");
        decide("correctCampaign", "retry");
        endedAt("onboarded");
        assertThat(times("campaigns.check c")).isEqualTo(2);
    }

    @Test
    void namesSentBackGoBackToTheFile() {
        answer("orders.numbers", List.of(1));
        answer("forms.approved", false, true);
        start("onboarding", "c");
        decide("approveForm", "change");
        assertThat(calls()).doesNotContain("forms.submit c/1");
        decide("correctCampaign", "retry");
        endedAt("onboarded");
        assertThat(times("campaigns.check c")).isEqualTo(2);
    }

    @Test
    void searchingAgainSearchesWithoutCheckingAgain() {
        answer("domains.buy", failure("no-alternate"), "done");
        start("onboarding", "c");
        decide("chooseReplacement", "retry");
        endedAt("onboarded");
        assertThat(times("domains.search c")).isEqualTo(2);
        assertThat(times("campaigns.check c")).isEqualTo(1);
    }

    @Test
    void anOrderCancelledByAPersonStopsTheCampaign() {
        answer("domains.buy", failure("problem"));
        answer("orders.numbers", List.of(1));
        start("onboarding", "c");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("campaigns.onboarded c");
    }

    @Test
    void aRequestToCancelEndsEveryOrderOfIt() {
        answer("orders.paid", false);
        start("onboarding", "c");
        message("cancelCampaign", "c");
        endedAt("cancelledAtOnce");
        assertThat(calls()).contains("campaigns.cancelled c").doesNotContain("campaigns.onboarded c");
    }

    private void awaitingApproval() {
        answer("plans.approved", false);
        start("onboarding", "c");
    }
}
