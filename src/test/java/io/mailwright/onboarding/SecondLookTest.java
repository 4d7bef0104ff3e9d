package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.NamesNotApproved;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code approve forms: true}: nothing is submitted before somebody looked at the names once more. */
@FlowTest
class SecondLookTest {
    private static final String ASKS = "approve never\napprove forms: true";

    @Autowired
    Bodies bodies;

    @Autowired
    Flows flows;

    @Autowired
    Forms forms;

    @Autowired
    OrderRecords orderRecords;

    @Autowired
    PlanRecords planRecords;

    @Autowired
    Plans plans;

    @Autowired
    SecondLook secondLook;

    @Autowired
    Ledger ledger;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void the_names_are_shown_and_approved_before_they_are_submitted() {
        String id = asked(file(word(), 1, ASKS));
        List<String> names = flows.names(id);
        CampaignView view = flows.view(id);
        assertThat(view.stage()).isEqualTo("submitting");
        assertThat(view.problem()).isNull();
        assertThat(view.tasks()).singleElement().satisfies(task -> {
            assertThat(task.question()).isEqualTo("Submit these names?");
            assertThat(task.decisions()).containsExactly("approve", "change", "reject");
            assertThat(task.due()).isNotNull();
        });
        assertThat(flows.groups(id, "approveForm")).containsExactly("approvers");
        Map<String, Object> shown = flows.shown(id, "approveForm");
        assertThat(shown)
                .containsEntry("orderNumber", "1")
                .containsEntry("vendorOrder", flows.orderAtVendor(id))
                .containsEntry("amount", "3.75")
                .containsEntry("problem", "")
                .containsKeys("campaign", "link", "spent", "receipts", "planVersion");
        assertThat((String) shown.get("domains")).contains(names.get(0), "https://acme.example", "smtp");
        assertThat((String) shown.get("mailboxes"))
                .contains("anna.smith@" + names.get(0), "Ben Okafor", "bokafor@" + names.get(0));
        assertThat((String) shown.get("receipts")).contains("create custom order");
        assertThat(submitted(id)).isZero();

        flows.decide(id, "approveForm", Map.of("decision", "approve", "comment", "as agreed", "reference", "PO 7"));
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(submitted(id)).isEqualTo(1);
        assertThat(approvals(id)).containsExactly("1 demo as agreed PO 7");
    }

    @Test
    void a_file_that_does_not_ask_is_not_asked() {
        for (String rule : List.of("approve never", "approve never\napprove forms: false"))
            assertThat(approvals(
                            flows.onboarded(flows.start(file(word(), 1, rule)).id())
                                    .id()))
                    .isEmpty();
    }

    @Test
    void an_unknown_decision_or_another_variable_leaves_the_task_open() {
        String id = asked(file(word(), 1, ASKS));
        assertThatThrownBy(() -> flows.decide(id, "approveForm", "retry"))
                .hasMessageContaining("approve, change, reject");
        assertThatThrownBy(() -> flows.decide(id, "approveForm", Map.of("decision", "approve", "formHash", "x")))
                .hasMessageContaining("formHash");
        flows.open(id, "approveForm");
        assertThat(approvals(id)).isEmpty();
    }

    @Test
    void change_corrects_the_file_and_keeps_the_order() {
        String word = word();
        String id = asked(file(word, 1, ASKS));
        List<String> names = flows.names(id);
        flows.decide(id, "approveForm", Map.of("decision", "change", "comment", "Ben <b>left"));
        assertThat((String) flows.shown(id, "correctCampaign").get("problem"))
                .contains("demo sent back", "(Ben ‹b›left)", flows.orderAtVendor(id), "$3.75 a month", "correct the");
        assertThat(flows.view(id).stage()).isEqualTo("submitting");
        String text = file(word, 1, ASKS).replace("'Ben', 'Okafor'", "'Bea', 'Okoye'");
        flows.asDemo(() -> flows.onboarding.replace(id, text, "demo"));
        flows.until(
                id,
                view -> Flows.task("approveForm").test(view)
                        && flows.onboarding.plan(id).orElseThrow().version() == 2);
        assertThat((String) flows.shown(id, "approveForm").get("mailboxes")).contains("bokoye@");
        flows.decide(id, "approveForm", "approve");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.names(id)).isEqualTo(names);
        assertThat(flows.at("orders", names)).isEqualTo(1);
        assertThat(submitted(id)).isEqualTo(1);
        assertThat(approvals(id)).containsExactly("2 demo null null");
    }

    @Test
    void reject_leaves_the_paid_order_waiting_and_says_what_it_costs() {
        String id = asked(file(word(), 1, ASKS));
        String first = flows.open(id, "approveForm");
        flows.decide(id, "approveForm", "reject");
        CampaignView view = flows.until(
                id,
                seen -> seen.tasks().stream()
                        .anyMatch(task ->
                                task.key().equals("approveForm") && !task.id().equals(first)));
        assertThat(view.stage()).isEqualTo("submitting");
        assertThat(view.problem())
                .contains(
                        "demo rejected the names of order 1", flows.orderAtVendor(id), "goes on costing $3.75 a month")
                .contains("change", "cancel-order " + id + "/1");
        assertThat(flows.shown(id, "approveForm")).containsEntry("problem", view.problem());
        assertThat(submitted(id)).isZero();
        assertThat(approvals(id)).isEmpty();
        flows.decide(id, "approveForm", "approve");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void silence_asks_the_operators_of_that_order_too_and_approves_nothing() {
        String id = asked(file(word(), "smtp: 1, google: 1", "buy 2", ASKS + "\n")
                .replace("approve never", "approve over: 1000, within: '1 minute'"));
        flows.until(id, view -> view.tasks().size() == 2);
        flows.hasten(id + "/2");
        String two = orderTask(id + "/2");
        flows.until(id, view -> groups(two).contains("operators"));
        assertThat(groups(two)).contains("approvers");
        assertThat(groups(orderTask(id + "/1"))).containsExactly("approvers");
        assertThat(submitted(id)).isZero();
    }

    @Test
    void names_that_change_after_the_approval_are_approved_again() {
        String id = direct(file(word(), 1, ASKS));
        flows.fault("create-custom-order", "401", 1);
        flows.decide(id, "approveForm", "approve");
        flows.open(id, "fixProblem");
        assertThat(approvals(id)).hasSize(1);
        alternateTakesTheSlot(id);
        flows.decide(id, "fixProblem", "retry");
        assertThat((String) flows.shown(id, "approveForm").get("mailboxes")).contains("anna.smith@other-");
        assertThat(flows.at("orders", flows.names(id))).isZero();
    }

    @Test
    void names_that_change_places_are_approved_again() {
        String id = asked(file(word(), 2, ASKS));
        flows.fault("submit-form", "401", 1);
        flows.decide(id, "approveForm", "approve");
        flows.open(id, "fixProblem");
        flows.jdbc
                .sql("update campaign_domain set slot = 3 - slot where campaign_id = ?")
                .param(id)
                .update();
        flows.decide(id, "fixProblem", "retry");
        flows.open(id, "approveForm");
        assertThat(submitted(id)).isZero();
        flows.decide(id, "approveForm", "approve");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(approvals(id)).hasSize(2);
    }

    @Test
    void names_that_change_while_they_are_looked_at_are_not_approved() {
        String id = asked(file(word(), 1, ASKS));
        alternateTakesTheSlot(id);
        assertThatThrownBy(() -> flows.decide(id, "approveForm", "approve")).hasMessageContaining("look at them again");
        assertThat(approvals(id)).isEmpty();
    }

    @Test
    void an_approved_form_goes_on_after_a_failure_without_being_asked_again() {
        String id = asked(file(word(), 1, ASKS));
        flows.fault("submit-form", "401", 1);
        flows.decide(id, "approveForm", "approve");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(approvals(id)).hasSize(1);
    }

    @Test
    void a_form_that_was_sent_is_not_asked_about_again() {
        flows.modes("{'stuckInProgress':true}");
        String id = asked(file(word(), 1, ASKS));
        assertThat(forms.approved(id + "/1")).isFalse();
        flows.decide(id, "approveForm", "approve");
        flows.until(id, Flows.stage(Stage.PROVISIONING));
        // as under a later version of the plan, which nobody has approved
        flows.jdbc
                .sql("delete from names_approval where campaign_id = ?")
                .param(id)
                .update();
        assertThat(forms.approved(id + "/1")).isTrue();
        flows.modes("{'stuckInProgress':false}");
        flows.onboarded(id);
    }

    @Test
    void an_order_that_carries_its_names_is_approved_before_it_is_placed() {
        String id = direct(file(word(), 1, ASKS));
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        assertThat(flows.shown(id, "approveForm"))
                .containsEntry("vendorOrder", "")
                .containsEntry("amount", "3.75");
        assertThat(flows.at("orders", flows.names(id))).isZero();
        String first = flows.open(id, "approveForm");
        flows.decide(id, "approveForm", "reject");
        CampaignView view = flows.until(
                id, seen -> seen.problem() != null && Flows.task("approveForm").test(seen));
        assertThat(view.problem()).contains("was not placed", "change", "cancel the campaign");
        assertThat(flows.open(id, "approveForm")).isNotEqualTo(first);
        flows.decide(id, "approveForm", "approve");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
        assertThat(approvals(id)).hasSize(1);
    }

    @Test
    void a_vendor_that_wants_the_names_with_the_order_gets_them_after_the_look() {
        flows.modes("{'lifecycle':'direct'}");
        String id = asked(file(word(), 1, ASKS));
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        assertThat(flows.at("orders", flows.names(id))).isZero();
        flows.decide(id, "approveForm", "approve");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    @Test
    void neither_moved_tokens_nor_overwritten_variables_submit_unapproved_names() {
        String id = asked(file(word(), 1, ASKS));
        OrderRow order = orderRecords.order(id + "/1");
        assertThatThrownBy(() -> forms.submit(order.key())).hasMessageContaining("not approved as they are now");
        List<DomainRow> domains = orderRecords.domains(order);
        assertThatThrownBy(() -> ledger.submitForm(
                        secondLook.authority(order, domains),
                        order.formUuid(),
                        flows.names(id),
                        order.source(),
                        order.tag(),
                        bodies.of(order, domains, planRecords.plan(id).orElseThrow(), order.tag(), true)))
                .isInstanceOf(NamesNotApproved.class);
        String instance = flows.tasks
                .createTaskQuery()
                .taskId(flows.open(id, "approveForm"))
                .singleResult()
                .getProcessInstanceId();
        flows.asDemo(() -> {
            runtime.setVariable(instance, "decision", "approve");
            runtime.createProcessInstanceModification(instance)
                    .cancelAllForActivity("approveForm")
                    .startBeforeActivity("submitForm")
                    .execute();
        });
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("not approved as they are now");
        assertThat(submitted(id)).isZero();
        flows.decide(id, "fixProblem", "retry");
        flows.decide(id, "approveForm", "approve");
        flows.onboarded(id);
    }

    private String asked(String text) {
        String id = flows.start(text).id();
        flows.until(id, task("approveForm"));
        return id;
    }

    /** As with {@code SCALEDMAIL_ORDER_STYLE=direct}: the plan's orders carry their names from the beginning. */
    private String direct(String text) {
        String id = flows.start(text.replace("approve never", "approve always")).id();
        flows.until(id, task("approvePlan"));
        flows.jdbc
                .sql("update campaign_order set style = 'direct' where campaign_id = ?")
                .param(id)
                .update();
        flows.approve(id);
        flows.until(id, task("approveForm"));
        return id;
    }

    private long submitted(String id) {
        return StreamSupport.stream(flows.ledger().path("forms").spliterator(), false)
                .filter(form -> flows.names(id).stream()
                        .anyMatch(name -> form.toString().contains(name)))
                .filter(form -> !form.path("submitted_at").isNull())
                .count();
    }

    private void alternateTakesTheSlot(String id) {
        flows.jdbc
                .sql("update campaign_domain set domain = 'other-' || domain where campaign_id = ?")
                .param(id)
                .update();
    }

    private String orderTask(String key) {
        return flows.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("approveForm")
                .singleResult()
                .getId();
    }

    private List<String> groups(String task) {
        return flows.tasks.getIdentityLinksForTask(task).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private List<String> approvals(String id) {
        return flows.jdbc
                .sql("select plan_version, approved_by, comment, reference from names_approval where campaign_id = ?"
                        + " order by id")
                .param(id)
                .query((row, i) ->
                        row.getInt(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }
}
