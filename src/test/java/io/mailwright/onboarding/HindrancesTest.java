package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person has to mend on the way. */
@FlowTest
class HindrancesTest {
    @Autowired
    Flows flows;

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
    void payment_that_does_not_come() {
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word(), 1, ""));
        assertThat((String) flows.shown(id, "fixPayment").get("spent")).contains("charged so far");
        assertThat((String) flows.shown(id, "fixPayment").get("receipts"))
                .contains("create custom order", "\"outcome\":\"confirmed\"");
        assertThat(flows.shown(id, "fixPayment"))
                .containsEntry("orderNumber", "1")
                .containsEntry("names", flows.names(id).get(0))
                .containsEntry("amount", "3.75")
                .hasEntrySatisfying(
                        "vendorOrder", order -> assertThat((String) order).startsWith("rec"))
                .hasEntrySatisfying("problem", text -> assertThat((String) text).contains("not paid"));
        assertThat(flows.view(id).stage()).isEqualTo("awaiting-payment");
        assertThat(flows.view(id).problem()).contains("not paid");
        flows.modes("{'unpaidOrders':false}");
        flows.decide(id, "fixPayment", "retry");
        flows.pay(id);
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void payment_given_up() {
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.decide(id, "fixPayment", "cancel");
        flows.until(id, stage(Stage.CANCELLED));
    }

    @Test
    void mailboxes_that_do_not_come() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        assertThat((String) flows.shown(id, "mailboxesOverdue").get("receipts")).contains("submit form");
        assertThat(flows.shown(id, "mailboxesOverdue"))
                .containsEntry("orderNumber", "1")
                .hasEntrySatisfying(
                        "domains", rows -> assertThat((String) rows).contains("\"expected\":4", "In Progress"));
        assertThat(flows.view(id).stage()).isEqualTo("provisioning");
        assertThat(flows.view(id).problem()).contains("deadline");
        flows.decide(id, "mailboxesOverdue", "wait");
        flows.until(id, view -> view.tasks().isEmpty() && view.problem() == null);
        flows.open(id, "mailboxesOverdue");
        flows.modes("{'stuckInProgress':false}");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void mailboxes_given_up() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.decide(id, "mailboxesOverdue", "cancel");
        flows.until(id, stage(Stage.CANCELLED));
    }

    @Test
    void registration_that_is_late() {
        flows.modes("{'visibleAfter':'PT15S'}");
        String id = flows.approved(file(word(), 1, ""));
        flows.late(id, "registrationOverdue");
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("not registered");
        CampaignView view = flows.view(id);
        assertThat(view.stage()).isEqualTo("registering");
        assertThat(view.problem()).contains("not registered");
        flows.decide(id, "fixProblem", "retry");
        flows.modes("{'visibleAfter':'PT0S'}");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void a_key_that_is_refused() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.modes("{'revokedKey':true}");
        flows.approve(id);
        String problem = (String) flows.shown(id, "fixProblem").get("problem");
        assertThat(problem).containsIgnoringCase("key");
        assertThat(flows.view(id).problem()).isEqualTo(problem);
        flows.modes("{'revokedKey':false}");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void a_key_that_is_refused_before_there_is_a_plan() {
        flows.modes("{'revokedKey':true}");
        String id = flows.start(file(word(), 1, "")).id();
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).isNotBlank();
        assertThat(flows.view(id).stage()).isEqualTo("checking");
        flows.modes("{'revokedKey':false}");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.until(id, task("approvePlan")).problem()).isNull();
    }

    @Test
    void no_payment_method() {
        flows.modes("{'noPaymentMethod':true}");
        String id = flows.approved(file(word(), 1, ""));
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).containsIgnoringCase("payment");
        flows.modes("{'noPaymentMethod':false}");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void a_vendor_that_wants_names_with_the_order() {
        flows.modes("{'lifecycle':'direct'}");
        String id = flows.approved(file(word(), 1, ""));
        CampaignView view = flows.onboarded(id);
        assertThat(view.mailboxes().ready()).isEqualTo(4);
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
        assertThat(flows.jdbc
                        .sql("select count(*) from attempt where campaign_id = ? and kind = 'SUBMIT_FORM'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void domains_that_are_owned() {
        String word = word();
        String own = word + "own.com";
        flows.admin("POST", "registrations", "{'organization_id':'recOrg00000000001','domains':['%s']}".formatted(own));
        String id = flows.approved(file(word, "smtp: 2", "own '" + own + "'\nbuy 1", ""));
        CampaignView view = flows.onboarded(id);
        assertThat(flows.names(id)).hasSize(2).contains(own);
        assertThat(view.domains()).isEqualTo(new CampaignView.Domains(2, 2, 2));
    }

    @Test
    void a_domain_that_is_not_owned_is_for_the_file_to_correct() {
        String id = flows.start(file(word(), "smtp: 2", "own 'nobodys-own-name.com'\nbuy 1", ""))
                .id();
        assertThat((String) flows.shown(id, "correctCampaign").get("problem")).contains("nobodys-own-name.com");
        flows.decide(id, "correctCampaign", "cancel");
        flows.until(id, stage(Stage.CANCELLED));
    }

    @Test
    void a_vendor_that_cannot_be_read_while_somebody_waits() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.PROVISIONING));
        flows.modes("{'revokedKey':true}");
        flows.until(id, view -> view.problem() != null && view.problem().contains("key"));
        flows.modes("{'revokedKey':false,'stuckInProgress':false}");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void an_order_dearer_than_planned_is_asked_about_once() {
        for (String lifecycle : List.of("form", "direct")) {
            flows.modes("{'unpaidOrders':true,'lifecycle':'%s'}".formatted(lifecycle));
            String id = flows.approved(file(word(), 1, ""));
            flows.until(id, stage(Stage.AWAITING_PAYMENT));
            flows.jdbc
                    .sql("update campaign_order set vendor_amount = 99 where campaign_id = ?")
                    .param(id)
                    .update();
            flows.modes("{'unpaidOrders':false}");
            flows.pay(id);
            assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("99", "3.75");
            flows.decide(id, "fixProblem", "retry");
            assertThat(flows.onboarded(id).problem()).isNull();
        }
    }

    @Test
    void mailboxes_that_were_not_ordered() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.PROVISIONING));
        flows.planSays(id, "anna.smith", "somebody.else");
        flows.modes("{'stuckInProgress':false}");
        assertThat((String) flows.shown(id, "fixProblem").get("problem"))
                .contains("not ordered", "anna.smith", flows.names(id).get(0));
        flows.planSays(id, "somebody.else", "anna.smith");
        flows.decide(id, "fixProblem", "retry");
        CampaignView view = flows.onboarded(id);
        assertThat(view.problem()).isNull();
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(4, 4));
    }
}
