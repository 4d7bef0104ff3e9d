package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardByPartsWalkTest extends Walk {

    @BeforeEach
    void aCampaignOfTwoOrders() {
        answer("parts.readCampaign", Map.of("candidates", "names"));
        answer("parts.generateAliases", Map.of("orders", List.of("first", "second"), "purchases", "names to buy"));
        answer("spending.createCustomOrder", Map.of("tag", "a tag"));
        answer("waits.payment", Map.of("form", "a form"));
    }

    @Test
    void everyOrderIsPlacedPaidAndItsFormSubmitted() {
        approved();
        endedAt("done");
        assertThat(calls())
                .containsSubsequence(
                        "parts.readCampaign the file",
                        "vendor.searchDomains names",
                        "spending.buyDomains names to buy",
                        "changing.submitForm a form");
        assertThat(times("changing.submitForm a form")).isEqualTo(2);
    }

    @Test
    void anOrderThatCarriedItsNamesHasNoForm() {
        answer("waits.payment", Map.of("order", "an order"));
        approved();
        endedAt("done");
        assertThat(calls()).doesNotContain("changing.submitForm a form");
    }

    @Test
    void nothingIsBoughtWithoutApproval() {
        aFileIsGiven();
        decide("askPlan", "reject");
        endedAt("notApproved");
        assertThat(calls()).doesNotContain("spending.buyDomains names to buy");
    }

    @ParameterizedTest
    @CsvSource({
        "parts.readCampaign, file-refused, correctFile",
        "parts.readCampaign, problem, startAgain",
        "vendor.searchDomains, file-refused, correctFile2",
        "parts.generateAliases, file-refused, correctFile2"
    })
    void aFileThatIsRefusedEndsIt(String step, String code, String end) {
        answer(step, failure(code));
        aFileIsGiven();
        endedAt(end);
    }

    @Test
    void whatStopsThePlanIsMended() {
        answer("vendor.searchDomains", failure("problem"), "names found");
        aFileIsGiven();
        assertThat(groups(task("askPlanMend"))).containsExactly("operators");
        decide("askPlanMend", "approve");
        decide("askPlan", "approve");
        endedAt("done");
    }

    @Test
    void whatStopsThePlanMayEndIt() {
        answer("vendor.searchDomains", failure("problem"));
        aFileIsGiven();
        decide("askPlanMend", "reject");
        endedAt("planGivenUp");
    }

    @Test
    void lostNamesAreSearchedAgainAndApprovedAgain() {
        answer("spending.buyDomains", failure("lost"), "bought");
        approved();
        decide("askPlan", "approve");
        endedAt("done");
        assertThat(times("vendor.searchDomains names")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "spending.buyDomains, problem",
        "spending.buyDomains, not-approved",
        "spending.buyDomains, key-used",
        "spending.createCustomOrder, problem",
        "spending.createCustomOrder, refused",
        "waits.payment, overdue",
        "waits.mailboxes, overdue",
        "waits.mailboxes, problem",
        "parts.export, problem"
    })
    void whatFailsIsMended(String step, String code) {
        answer(step, failure(code), Map.of("tag", "a tag", "form", "a form"));
        approved();
        assertThat(groups(task("askMend"))).containsExactly("operators");
        decide("askMend", "approve");
        endedAt("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "a word nobody knows"})
    void whatIsNotMendedIsGivenUp(String decision) {
        answer("spending.buyDomains", failure("problem"));
        approved();
        decide("askMend", decision);
        endedAt("givenUp");
    }

    private void approved() {
        aFileIsGiven();
        assertThat(groups(task("askPlan"))).containsExactly("approvers");
        decide("askPlan", "approve");
    }

    private void aFileIsGiven() {
        start("onboard-by-parts", "c", Map.of("text", "the file"));
    }
}
