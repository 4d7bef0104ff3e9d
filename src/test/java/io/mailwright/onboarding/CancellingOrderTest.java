package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An order is cancelled, over HTTP, with the simulated vendor. */
@FlowTest
class CancellingOrderTest {
    @Autowired
    Flows flows;

    @Autowired
    Environment environment;

    private Asking demo;

    @BeforeEach
    void usual() {
        flows.usual();
        demo = new Asking(environment, "demo");
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void by_our_key_and_the_campaign_says_so_and_its_names_may_be_ordered_again() {
        String campaign = onboarded();
        String order = flows.orderAtVendor(campaign);
        List<String> names = flows.names(campaign);
        String id = demo.as("operator").asked("/api/orders/cancel", "{'order':'" + campaign + "/1','reason':'over'}");
        JsonNode body = demo.untilTask(id, "approvePlan").path("body");
        assertThat(body.path("order").asText()).isEqualTo(order);
        assertThat(body.path("domains")).extracting(JsonNode::asText).containsExactlyElementsOf(names);
        assertThat(body.path("mailboxes")).hasSize(4);
        assertThat(body.path("consequences").toString()).contains("ends at once", "4 mailboxes", "nothing is refunded");
        Asking.Answer again = demo.post("/api/orders/cancel", "{'order':'" + order + "'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(demo.approve(id).status()).isEqualTo(200);
        demo.untilStage(id, "done");
        CampaignView view = flows.view(campaign);
        assertThat(view.stage()).isEqualTo("onboarded");
        assertThat(view.domains().active()).isZero();
        assertThat(view.orders().placed()).isZero();
        assertThat(view.mailboxes().ready()).isZero();
        assertThat(view.problem()).contains("order 1 (" + order + ") was cancelled");
        assertThat(cancelled(order)).isEqualTo(1);

        String next = flows.approved(owned(names));
        assertThat(flows.onboarded(next).mailboxes().ready()).isEqualTo(4);
        assertThat(flows.view(campaign).domains().active()).isZero();
    }

    @Test
    void by_the_vendors_id_one_that_was_made_in_the_web_app_and_only_once() {
        String order = flows
                .admin("POST", "web-order", "{'organization_id':'recOrg00000000001','providers':{'smtp':1}}")
                .findValuesAsText("payment_id")
                .stream()
                .findFirst()
                .orElseThrow();
        String id = demo.asked("/api/orders/cancel", "{'order':'" + order + "'}");
        JsonNode waiting = demo.untilTask(id, "approvePlan");
        assertThat(waiting.path("campaign").isNull()).isTrue();
        demo.approve(id);
        demo.untilStage(id, "done");
        assertThat(cancelled(order)).isEqualTo(1);
        String second = demo.asked("/api/orders/cancel", "{'order':'" + order + "'}");
        assertThat(demo.untilStage(second, "done").path("problem").asText())
                .isEqualTo("nothing to do: order " + order + " is cancelled already");
    }

    @Test
    void one_that_the_vendor_does_not_know_is_for_a_person() {
        assertThat(demo.post("/api/orders/cancel", "{'order':'no-campaign/1'}").status())
                .isEqualTo(400);
        assertThat(demo.post("/api/orders/cancel", "{}").status()).isEqualTo(400);
        assertThat(demo.post("/api/orders/cancel", "{'order':'..%2Fdomains'}").status())
                .isEqualTo(400);
        assertThat(demo.post("/api/orders/cancel", "{'order':'recNowhere','reason':'" + "x".repeat(1001) + "'}")
                        .status())
                .isEqualTo(400);
        String id = demo.asked("/api/orders/cancel", "{'order':'recNowhere'}");
        assertThat(demo.untilTask(id, "fixProblem").path("problem").asText()).contains("knows no order recNowhere");
        demo.decide(id, "fixProblem", "cancel", null);
        demo.untilStage(id, "cancelled");
    }

    @Test
    void rejected_or_cancelled_while_it_waits_nothing_happens() {
        String campaign = onboarded();
        String id = demo.asked("/api/orders/cancel", "{'order':'" + campaign + "/1'}");
        assertThat(demo.decide(id, "approvePlan", "change", "another").status()).isEqualTo(400);
        demo.decide(id, "approvePlan", "reject", null);
        demo.untilStage(id, "rejected");
        String other = demo.asked("/api/orders/cancel", "{'order':'" + campaign + "/1'}");
        demo.untilTask(other, "approvePlan");
        assertThat(demo.post("/api/requests/" + other + "/cancel", "").status()).isEqualTo(200);
        demo.untilStage(other, "cancelled");
        assertThat(cancelled(flows.orderAtVendor(campaign))).isZero();
        assertThat(flows.view(campaign).domains().active()).isEqualTo(1);
    }

    @Test
    void an_answer_that_got_lost_is_settled_by_reading() {
        String campaign = onboarded();
        flows.fault("cancel-order", "drop-after", 1);
        String id = demo.asked("/api/orders/cancel", "{'order':'" + campaign + "/1'}");
        demo.approve(id);
        demo.untilStage(id, "done");
        assertThat(cancelled(flows.orderAtVendor(campaign))).isEqualTo(1);
        assertThat(flows.view(campaign).domains().active()).isZero();
    }

    @Test
    void a_call_that_had_no_effect_is_made_again_only_when_that_is_known() {
        String campaign = onboarded();
        flows.fault("cancel-order", "drop-before", 1);
        String id = demo.asked("/api/orders/cancel", "{'order':'" + campaign + "/1'}");
        demo.approve(id);
        JsonNode open = demo.until(
                id,
                request -> !request.path("tasks").isEmpty()
                        || request.path("stage").asText().equals("done"));
        if (open.path("tasks").findValuesAsText("key").contains("resolveSpend"))
            demo.decide(id, "resolveSpend", "did-not-happen", null);
        demo.untilStage(id, "done");
        assertThat(cancelled(flows.orderAtVendor(campaign))).isEqualTo(1);
    }

    @Test
    void a_rejected_form_says_how_to_cancel_its_order_and_the_campaign_is_told() {
        String campaign = flows.approved(file(word(), 1, "approve forms: true"));
        flows.until(campaign, task("approveForm"));
        flows.decide(campaign, "approveForm", "reject");
        CampaignView view = flows.until(
                campaign, one -> one.problem() != null && task("approveForm").test(one));
        assertThat(view.problem()).contains("cancel the order (cancel-order " + campaign + "/1)");
        String id = demo.asked("/api/orders/cancel", "{'order':'" + campaign + "/1'}");
        demo.approve(id);
        demo.untilStage(id, "done");
        flows.onboarding.cancel(campaign, "demo");
        assertThat(flows.until(campaign, stage(Stage.CANCELLED)).orders().placed())
                .isZero();
        assertThat(flows.view(campaign).problem()).contains("was cancelled");
    }

    private String onboarded() {
        String campaign = flows.approved(file(word(), 1, ""));
        flows.onboarded(campaign);
        return campaign;
    }

    private static String owned(List<String> names) {
        return """
                campaign '%s'
                own '%s'
                providers smtp: 1
                person 'Anna', 'Smith'
                person 'Ben', 'Okafor'
                """.formatted(word(), names.get(0));
    }

    private long cancelled(String order) {
        return StreamSupport.stream(flows.ledger().path("cancellations").spliterator(), false)
                .filter(row -> row.path("order_id").asText().equals(order))
                .count();
    }
}
