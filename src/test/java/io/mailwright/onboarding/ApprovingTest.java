package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who approves what, and what follows. */
@FlowTest
class ApprovingTest {
    @Autowired
    Flows flows;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.nothingTwice();
    }

    @Test
    void the_same_approval_twice_is_one_and_another_hash_is_refused() {
        String id = waiting("");
        assertThatThrownBy(() -> flows.onboarding.approve(id, "0".repeat(64), "demo", List.of("approvers")))
                .isInstanceOf(Onboarding.Conflict.class);
        assertThatThrownBy(
                        () -> flows.onboarding.approve(id, flows.view(id).planHash(), "operator", List.of("operators")))
                .isInstanceOf(Onboarding.NotAllowed.class);
        flows.approve(id);
        flows.asDemo(() -> flows.onboarding.approve(id, flows.view(id).planHash(), "demo", List.of("approvers")));
        flows.onboarded(id);
        assertThat(approvals(id)).containsExactly("demo task");
    }

    @Test
    void what_the_task_shows() {
        String id = waiting("");
        assertThat(flows.shown(id, "approvePlan"))
                .containsEntry("planVersion", "1")
                .containsEntry("planHash", flows.view(id).planHash())
                .containsEntry("costMonthly", "3.75")
                .containsEntry("problem", "")
                .containsEntry("link", "/api/campaigns/" + id)
                .containsEntry("campaignPage", "/campaigns/" + id)
                .hasEntrySatisfying(
                        "domains",
                        rows -> assertThat((String) rows)
                                .contains(flows.names(id).get(0)))
                .containsKeys("campaign", "costNow", "costYearly", "orders", "alternates");
    }

    @Test
    void the_file_may_approve_by_itself() {
        for (String rule : List.of("approve never", "approve over: 100", "approve { total > 100 }")) {
            String id = flows.start(file(word(), 1, rule)).id();
            flows.onboarded(id);
            assertThat(approvals(id)).as(rule).containsExactly("the campaign file rule");
        }
    }

    @Test
    void the_file_may_ask_from_an_amount_on() {
        for (String rule : List.of("approve over: 1", "approve { total > 1 }")) waiting(rule);
    }

    @Test
    void silence_asks_the_operators_too() {
        String id = waiting("approve always, within: '1 minute'");
        // the deadline's shortest word is a minute
        flows.hasten(id);
        flows.until(id, view -> flows.groups(id, "approvePlan").contains("operators"));
        assertThat(flows.groups(id, "approvePlan")).contains("approvers");
        assertThat(flows.onboarding.plan(id).orElseThrow().approved()).isFalse();
    }

    @Test
    void an_unknown_decision_leaves_the_task_open() {
        String id = waiting("");
        assertThatThrownBy(() -> flows.decide(id, "approvePlan", "maybe")).hasMessageContaining("approve");
        String task = flows.open(id, "approvePlan");
        assertThatThrownBy(() ->
                        flows.asDemo(() -> flows.tasks.complete(task, Map.of("decision", "approve", "planHash", "x"))))
                .hasMessageContaining("planHash");
        assertThat(flows.view(id).stage()).isEqualTo("awaiting-approval");
    }

    @Test
    void rejected() {
        String id = waiting("");
        flows.decide(id, "approvePlan", "reject");
        assertThat(flows.until(id, stage(Stage.REJECTED)).tasks()).isEmpty();
    }

    @Test
    void a_new_text_is_a_new_version_without_approval() {
        String word = word();
        String id = flows.start(file(word, 1, "")).id();
        flows.until(id, task("approvePlan"));
        assertThatThrownBy(() -> flows.onboarding.replace(id, file(word, 2, ""), "demo"))
                .isInstanceOf(Onboarding.Conflict.class);
        flows.decide(id, "approvePlan", "change");
        flows.open(id, "correctCampaign");
        flows.asDemo(() -> flows.onboarding.replace(id, file(word, 2, ""), "demo"));
        flows.until(id, task("approvePlan"));
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(2);
        flows.approve(id);
        assertThat(flows.onboarded(id).domains().active()).isEqualTo(2);
        assertThat(approvals(id)).hasSize(1);
    }

    @Test
    void a_form_the_vendor_refuses_is_for_the_file_to_correct_and_its_order_is_kept() {
        String word = word();
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word, 1, ""));
        flows.until(id, stage(Stage.AWAITING_PAYMENT));
        flows.planSays(id, "anna.smith", "anna smith");
        flows.modes("{'unpaidOrders':false}");
        flows.pay(id);
        assertThat((String) flows.shown(id, "correctCampaign").get("problem")).contains("refused the form of order 1");
        assertThat(flows.view(id).stage()).isEqualTo("submitting");
        List<String> names = flows.names(id);
        flows.asDemo(() -> flows.onboarding.replace(id, file(word, 1, "photo 'https://acme.example/p.jpg'"), "demo"));
        flows.until(id, task("approvePlan"));
        flows.approve(id);
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.names(id)).isEqualTo(names);
        assertThat(flows.at("purchases", names)).isEqualTo(1);
        assertThat(flows.at("orders", names)).isEqualTo(1);
    }

    @Test
    void a_month_that_is_spent() {
        flows.onboarded(flows.approved(file(word(), 1, "")));
        String id = waiting("");
        spentThisMonth("+ 100000");
        flows.approve(id);
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("month");
        spentThisMonth("- 100000");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    private void spentThisMonth(String change) {
        flows.jdbc
                .sql("update budget set spent = spent " + change + " where scope like 'month:%'")
                .update();
    }

    @Test
    void more_domains_than_one_order_holds_are_two_orders() {
        String id = flows.approved(
                file(word(), "outlook: 31", "buy 31", "").replace("tlds: ['com']", "tlds: ['com', 'io', 'co', 'net']"));
        CampaignView view = flows.until(id, java.time.Duration.ofSeconds(60), stage(Stage.ONBOARDED));
        assertThat(view.orders()).isEqualTo(new CampaignView.Orders(2, 2));
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(775, 775));
    }

    private String waiting(String more) {
        String id = flows.start(file(word(), 1, more)).id();
        flows.until(id, task("approvePlan"));
        return id;
    }

    private List<String> approvals(String id) {
        return flows.jdbc
                .sql("select approved_by || ' ' || how from approval where campaign_id = ? order by plan_version")
                .param(id)
                .query(String.class)
                .list();
    }
}
