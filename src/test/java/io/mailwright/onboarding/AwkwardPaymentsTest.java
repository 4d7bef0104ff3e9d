package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is made and not paid, or answered without saying what it is; nobody clicks, and nothing is done twice. */
@FlowTest
class AwkwardPaymentsTest {
    private static final String ORDER = "create-custom-order";
    private static final String[] CARD = {"confirm the card", "goes on by itself"};

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

    private static Predicate<CampaignView> says(String... parts) {
        return view -> view.problem() != null && List.of(parts).stream().allMatch(view.problem()::contains);
    }

    private String withFault(String endpoint, String fault) {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.fault(endpoint, fault, 1);
        flows.approve(id);
        return id;
    }

    private void isOnboarded(String id) {
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.view(id).tasks()).isEmpty();
        for (String list : List.of("purchases", "orders", "forms"))
            assertThat(flows.at(list, flows.names(id))).as(list).isEqualTo(1);
    }

    @Test
    void a_subscription_that_could_not_be_charged_waits_for_its_card_and_goes_on_by_itself() {
        String id = withFault(ORDER, "400-created");
        flows.until(id, stage(Stage.AWAITING_PAYMENT).and(says(CARD)));
        assertThat(flows.view(id).problem()).contains("rec", "order nothing again");
        flows.open(id, "fixPayment");
        assertThat((String) flows.shown(id, "fixPayment").get("problem"))
                .contains(CARD)
                .contains("not paid");
        flows.modes("{'stuckInProgress':true}");
        flows.pay(id);
        flows.until(id, stage(Stage.PROVISIONING).and(view -> view.problem() == null));
        flows.modes("{'stuckInProgress':false}");
        isOnboarded(id);
    }

    @Test
    void while_the_order_is_not_found_the_card_is_told_of_too() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.fault(ORDER, "400-created", 1);
        flows.modes("{'visibleAfter':'PT6S'}");
        flows.approve(id);
        CampaignView view = flows.until(id, stage(Stage.ORDERING).and(says(CARD)));
        assertThat(view.problem()).contains("unable to charge", "looked for");
        flows.modes("{'revokedKey':true}");
        flows.until(id, says("confirm the card", "SCALEDMAIL_API_KEY"));
        flows.modes("{'revokedKey':false}");
        flows.until(id, stage(Stage.AWAITING_PAYMENT).and(says(CARD)));
        flows.modes("{'visibleAfter':'PT0S'}");
        flows.pay(id);
        isOnboarded(id);
    }

    @Test
    void a_purchase_that_could_not_be_charged_waits_for_its_card_and_goes_on_by_itself() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.fault("buy-domains", "400-created", 1);
        flows.modes("{'visibleAfter':'PT6S'}");
        flows.approve(id);
        assertThat(flows.until(id, says(CARD)).problem())
                .contains("buy nothing again", flows.names(id).get(0));
        flows.modes("{'visibleAfter':'PT0S'}");
        isOnboarded(id);
    }

    @Test
    void an_active_order_that_is_not_paid_waits_and_goes_on_while_a_person_is_asked() {
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.open(id, "fixPayment");
        flows.decide(id, "fixPayment", "retry");
        flows.until(id, view -> view.tasks().isEmpty() && view.problem() == null);
        assertThat(flows.view(id).stage()).isEqualTo("awaiting-payment");
        flows.open(id, "fixPayment");
        flows.pay(id);
        isOnboarded(id);
    }

    @Test
    void a_reply_that_names_no_order_is_found_by_its_names() {
        flows.modes("{'emptyReplies':true,'unpaidOrders':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.AWAITING_PAYMENT));
        assertThat(flows.orderAtVendor(id)).isNull();
        String order = flows.admin("GET", "ledger", null).path("orders").findValues("id").stream()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .asText();
        flows.admin("POST", "web-order/" + order + "/pay", null);
        isOnboarded(id);
        assertThat(flows.orderAtVendor(id)).isEqualTo(order);
        assertThat(flows.jdbc
                        .sql("select vendor_id from attempt where campaign_id = ? and kind = 'CREATE_CUSTOM_ORDER'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(order);
    }

    @Test
    void a_form_that_lingers_is_neither_sent_twice_nor_taken_for_unsent() {
        flows.modes("{'formLingers':'PT7S'}");
        String id = withFault("submit-form", "drop-after");
        flows.until(id, says("not known yet", "the form of order 1"));
        isOnboarded(id);
        assertThat(forms(id)).isEqualTo(1);
        String quick = flows.approved(file(word(), 1, ""));
        isOnboarded(quick);
    }

    @Test
    void an_order_cancelled_at_the_vendor_asks_a_person() {
        for (Stage midway : List.of(Stage.AWAITING_PAYMENT, Stage.PROVISIONING)) {
            flows.modes("{'unpaidOrders':%b,'stuckInProgress':true}".formatted(midway == Stage.AWAITING_PAYMENT));
            String id = flows.approved(file(word(), 1, ""));
            flows.until(id, stage(midway));
            String order = flows.orderAtVendor(id);
            flows.admin("POST", "web-order/" + order + "/cancel", null);
            assertThat((String) flows.shown(id, "fixProblem").get("problem"))
                    .contains(order, "cancelled at the vendor");
            flows.decide(id, "fixProblem", "cancel");
            flows.until(id, stage(Stage.CANCELLED));
            assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
        }
    }

    @Test
    void an_order_that_costs_more_than_planned_asks_and_one_that_costs_less_is_noted() {
        flows.modes("{'orderFactor':0.8}");
        String cheaper = flows.approved(file(word(), 1, ""));
        isOnboarded(cheaper);
        flows.modes("{'orderFactor':1.2}");
        String dearer = flows.approved(file(word(), 1, ""));
        assertThat((String) flows.shown(dearer, "fixProblem").get("problem")).contains("4.50", "3.75");
        assertThat(forms(dearer)).isZero();
        flows.decide(dearer, "fixProblem", "retry");
        isOnboarded(dearer);
        assertThat(List.of(amount(cheaper), amount(dearer))).containsExactly("3.00", "4.50");
    }

    private int forms(String id) {
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ? and kind = 'SUBMIT_FORM'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private String amount(String id) {
        return flows.jdbc
                .sql("select amount from attempt where campaign_id = ? and kind = 'CREATE_CUSTOM_ORDER'")
                .param(id)
                .query(String.class)
                .single();
    }
}
