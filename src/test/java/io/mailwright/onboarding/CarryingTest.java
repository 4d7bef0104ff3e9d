package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.campaign.Sequencer;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanJson;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.SenderName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a plan says is carried out: a domain of another registrar whose aliases the vendor makes, a bought one with
 * aliases of ours, a sequencer, a coupon.
 */
@FlowTest
class CarryingTest {
    private static final String[] SECRETS = {
        "acme-login", "hunter2-secret", "panel-7", "bot-login", "hunter3-secret", "outbound-desk"
    };

    @Autowired
    Flows flows;

    @Autowired
    Records records;

    @Autowired
    PlanRecords planRecords;

    private final String elsewhere = word() + "-elsewhere.dev";

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    private String approved(String coupon, boolean direct) {
        String id = flows.start(file(word(), "smtp: 1, google: 1", "buy 2", "tag 'carry'"))
                .id();
        flows.until(id, task("approvePlan"));
        Plan plan = planRecords.plan(id).orElseThrow();
        Plan carried = carried(plan, coupon, null);
        records.aside(() -> planRecords.newPlan(id, 2, carried(plan, coupon, PlanJson.hash(carried)), direct));
        flows.approve(id);
        return id;
    }

    private Plan carried(Plan plan, String coupon, String hash) {
        PlannedDomain first = plan.domains().get(0);
        PlannedDomain owned = new PlannedDomain(
                1,
                1,
                elsewhere,
                first.provider(),
                false,
                null,
                null,
                first.redirect(),
                null,
                List.of(),
                new SenderName("Anna", "Smith"));
        PlannedOrder order = plan.orders().get(0);
        PlannedOrder other = new PlannedOrder(
                1, order.provider(), "other", "registrar", order.domains(), order.mailboxes(), order.monthly());
        return new Plan(
                plan.campaign(),
                plan.organization(),
                plan.tag(),
                List.of(owned, plan.domains().get(1)),
                plan.alternates(),
                List.of(other, plan.orders().get(1)),
                plan.prewarmed(),
                new Sequencer("Instantly", "instantly-main", null, "{{ID}}"),
                coupon,
                plan.cost(),
                hash);
    }

    private List<JsonNode> calls(String endpoint, String name) {
        return StreamSupport.stream(flows.ledger().path("spend_calls").spliterator(), false)
                .filter(call -> call.path("endpoint").asText().contains(endpoint))
                .filter(call -> call.path("names").toString().contains(name))
                .toList();
    }

    private List<String> handedOver(String id, String domain) {
        return flows.onboarding.mailboxes(id).stream()
                .filter(mailbox -> mailbox.domain().equals(domain))
                .map(MailboxView::firstName)
                .toList();
    }

    private void nothingIsKept() {
        String all = String.join("\n", flows.jdbc.sql("script").query(String.class).list());
        assertThat(all).contains(elsewhere, "Namecheap").doesNotContain(SECRETS);
    }

    @Test
    void in_forms_that_list_no_names_after_replies_that_name_no_order() {
        flows.modes("{'namelessForms':true,'emptyReplies':true}");
        String ours = approved("TEST10", false);
        assertThat(flows.onboarded(ours).problem()).isNull();
        assertThat(handedOver(ours, elsewhere)).containsExactly("Anna", "Anna", "Anna", "Anna");
        assertThat(handedOver(ours, flows.names(ours).get(1))).hasSize(2);

        JsonNode create = calls("create-custom-order", elsewhere).get(0);
        assertThat(create.path("hosting").asText()).isEqualTo("Namecheap");
        assertThat(create.path("sequencer").isNull()).isTrue();
        assertThat(create.path("coupon").asText()).isEqualTo("TEST10");
        JsonNode form = calls("submit-form", elsewhere).get(0);
        assertThat(form.path("hosting").asText()).isEqualTo("Namecheap");
        assertThat(form.path("sequencer").asText()).isEqualTo("Instantly");
        JsonNode bought = calls("submit-form", flows.names(ours).get(1)).get(0);
        assertThat(bought.path("hosting").isNull()).isTrue();
        assertThat(bought.path("sequencer").asText()).isEqualTo("Instantly");

        BigDecimal month = planRecords.plan(ours).orElseThrow().cost().firstMonth();
        assertThat(amounts(ours)).isEqualByComparingTo(month.multiply(new BigDecimal("0.9")));
        nothingIsKept();
    }

    private BigDecimal amounts(String id) {
        return flows.jdbc
                .sql("select sum(vendor_amount) from campaign_order where campaign_id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void with_the_order_itself() {
        flows.modes("{'lifecycle':'direct'}");
        String id = approved(null, true);
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(handedOver(id, elsewhere)).hasSize(4);
        JsonNode create = calls("create-custom-order", elsewhere).get(0);
        assertThat(Stream.of("hosting", "sequencer", "coupon").map(field -> create.path(field).asText(null)))
                .containsExactly("Namecheap", "Instantly", null);
        nothingIsKept();
    }

    @Test
    void a_coupon_that_the_vendor_does_not_know_is_for_who_wrote_the_file() {
        String id = approved("NOPE", false);
        assertThat((String) flows.shown(id, "correctCampaign").get("problem")).contains("coupon is not known");
        flows.onboarding.cancel(id, "demo");
    }

    @Test
    void aliases_in_another_name_are_for_a_person() {
        flows.modes("{'foreignAliases':true}");
        String id = approved(null, false);
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("not ordered");
        assertThat(flows.onboarding.mailboxes(id)).isEmpty();
        flows.modes("{'foreignAliases':false}");
        while (!flows.view(id).stage().equals("onboarded")) {
            if (task("fixProblem").test(flows.view(id))) flows.decide(id, "fixProblem", "retry");
            Flows.sleep(300);
        }
        assertThat(handedOver(id, elsewhere)).hasSize(4);
    }
}
