package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.export.ReceiptLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/** Replies that were lost, before or after the effect; all campaigns wait for their settling at the same time. */
@FlowTest
@TestInstance(Lifecycle.PER_CLASS)
class UnknownOutcomesTest {
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final String PURCHASE = "buy-domains";
    private static final String ORDER = "create-custom-order";
    private static final String FORM = "submit-form";

    @Autowired
    Flows flows;

    private final Map<String, String> campaigns = new HashMap<>();

    @BeforeAll
    void begin() {
        flows.usual();
        // in this order no campaign meets the fault that is meant for another
        lost("form", FORM, "drop-before");
        lost("form-taken", FORM, "drop-after");
        for (String name : List.of("refused", "wait", "happened", "cancelled")) lost(name, ORDER, "drop-before");
        cardToConfirm();
        lost("order", ORDER, "drop-after");
        lost("purchase-made", PURCHASE, "drop-after");
        lost("purchase", PURCHASE, "drop-before");
        twoOrdersOneLostOneUnknown();
    }

    /** The order shows late, after a person was asked. */
    private void cardToConfirm() {
        String word = word();
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'recOrg00000000001','domains':['%sown.com']}".formatted(word));
        String text = file(word, 1, "").replaceFirst("buy 1, [^\n]*", "own '" + word + "own.com'");
        String id = flows.start(text).id();
        flows.until(id, task("approvePlan"));
        flows.fault(ORDER, "400-created", 1);
        flows.modes("{'visibleAfter':'PT40S'}");
        flows.approve(id);
        flows.until(id, view -> attempts(id, "unknown") == 1);
        flows.modes("{'visibleAfter':'PT0S'}");
        campaigns.put("card", id);
    }

    @Test
    void of_an_order_that_shows_late_and_is_not_paid_a_person_is_told_to_confirm_the_card() {
        String id = campaigns.get("card");
        assertThat((String) flows.shown(id, "resolveSpend", SETTLED).get("problem"))
                .contains("confirm the card", "order nothing again", "unable to charge");
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        CampaignView found = flows.until(id, SETTLED, Flows.stage(Stage.AWAITING_PAYMENT));
        assertThat(found.problem()).contains("confirm the card", flows.orderAtVendor(id));
        flows.pay(id);
        CampaignView view = flows.until(id, SETTLED, Flows.stage(Stage.ONBOARDED));
        assertThat(view.problem()).isNull();
        assertThat(view.tasks()).isEmpty();
        assertThat(calls(id, ORDER)).isEqualTo(1);
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    /** The second name goes, and the purchase of the first has no known outcome when a new version is planned. */
    private void twoOrdersOneLostOneUnknown() {
        String id = flows.start(file(word(), "smtp: 1, google: 1", "buy 2", "")).id();
        flows.until(id, task("approvePlan"));
        flows.jdbc
                .sql("update alternate set state = 'used' where campaign_id = ?")
                .param(id)
                .update();
        flows.gone(flows.names(id).get(1));
        flows.fault(PURCHASE, "drop-before", 1);
        flows.approve(id);
        flows.until(id, view -> attempts(id, "unknown") == 1);
        flows.decide(id, "chooseReplacement", "retry");
        campaigns.put("replanned", id);
    }

    @AfterAll
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    private void lost(String name, String endpoint, String fault) {
        String id = flows.start(file(word(), 1, "budget 400")).id();
        flows.until(id, task("approvePlan"));
        flows.fault(endpoint, fault, 1);
        flows.approve(id);
        flows.until(id, view -> calls(id, endpoint) > 0 && attempts(id, "claimed") + attempts(id, "sent") == 0);
        campaigns.put(name, id);
    }

    private int attempts(String id, String state) {
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ? and state = ?")
                .params(id, state)
                .query(Integer.class)
                .single();
    }

    private int calls(String id, String endpoint) {
        String kind = Map.of(PURCHASE, "BUY_DOMAINS", ORDER, "CREATE_CUSTOM_ORDER", FORM, "SUBMIT_FORM")
                .get(endpoint);
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ? and kind = ?")
                .params(id, kind)
                .query(Integer.class)
                .single();
    }

    private void isOnboarded(String id, int purchases, int orders, int forms) {
        CampaignView view = flows.until(id, SETTLED, Flows.stage(Stage.ONBOARDED));
        assertThat(view.problem()).isNull();
        assertThat(List.of(calls(id, PURCHASE), calls(id, ORDER), calls(id, FORM)))
                .containsExactly(purchases, orders, forms);
        assertThat(flows.at("purchases", flows.names(id))).isEqualTo(1);
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
        assertThat(flows.at("forms", flows.names(id))).isEqualTo(1);
        addsUp(id);
    }

    /** To what the vendor took; a correction is a row of its own. */
    private void addsUp(String id) {
        String name = flows.names(id).get(0);
        BigDecimal taken = Stream.of("purchases", "orders")
                .flatMap(list -> StreamSupport.stream(flows.ledger().path(list).spliterator(), false))
                .filter(row -> row.toString().contains("\"" + name + "\""))
                .map(row -> new BigDecimal(
                        row.path(row.has("charged") ? "charged" : "amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ReceiptLine> lines = flows.onboarding.receiptLines(id);
        assertThat(lines.stream().map(ReceiptLine::charged).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(taken)
                .isPositive();
        assertThat(flows.onboarding.spends(id).charged()).isEqualByComparingTo(taken);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.approvedBy()).isEqualTo("demo");
            assertThat(line.request()).contains(name);
            assertThat(line.claimedBy()).isEqualTo("flow-test");
        });
    }

    @Test
    void a_purchase_that_was_made_is_found() {
        isOnboarded(campaigns.get("purchase-made"), 1, 1, 1);
    }

    @Test
    void a_purchase_that_was_not_made_is_made_again_once() {
        isOnboarded(campaigns.get("purchase"), 2, 1, 1);
    }

    @Test
    void a_new_version_keeps_a_name_that_may_be_bought_at_its_price() {
        String id = campaigns.get("replanned");
        flows.until(id, task("approvePlan"));
        String name = flows.names(id).get(0);
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(2);
        Map<String, Object> shown = flows.shown(id, "approvePlan");
        assertThat((String) shown.get("spent")).startsWith("$").contains("charged so far");
        assertThat((String) shown.get("receipts")).contains("buy domains", "\"approvedBy\":\"demo\"");
        assertThat(flows.onboarding
                        .plan(id)
                        .orElseThrow()
                        .plan()
                        .domains()
                        .get(0)
                        .price())
                .isPositive();
        flows.approve(id);
        flows.until(id, SETTLED, Flows.stage(Stage.ONBOARDED));
        assertThat(flows.names(id)).startsWith(name);
        assertThat(flows.at("purchases", List.of(name))).isEqualTo(1);
    }

    @Test
    void an_order_that_was_placed_is_found() {
        isOnboarded(campaigns.get("order"), 1, 1, 1);
    }

    @Test
    void a_form_that_was_taken_is_found() {
        isOnboarded(campaigns.get("form-taken"), 1, 1, 1);
    }

    @Test
    void a_form_that_still_waits_is_sent_once_more() {
        isOnboarded(campaigns.get("form"), 1, 1, 2);
    }

    @Test
    void of_an_order_that_is_nowhere_a_person_says_that_it_did_not_happen() {
        String id = campaigns.get("refused");
        flows.until(id, SETTLED, task("resolveSpend"));
        String tag = flows.jdbc
                .sql("select tag from attempt where campaign_id = ? and kind = 'CREATE_CUSTOM_ORDER'")
                .param(id)
                .query(String.class)
                .single();
        assertThat(flows.shown(id, "resolveSpend"))
                .containsEntry("spendKind", "CREATE_CUSTOM_ORDER")
                .containsEntry("spendNames", flows.names(id).get(0))
                .containsEntry("spendTag", tag)
                .containsEntry("formUuid", "")
                .containsEntry("amount", "3.75")
                .hasEntrySatisfying(
                        "vendorShows", text -> assertThat((String) text).contains(tag));
        assertThat((String) flows.shown(id, "resolveSpend").get("receipt"))
                .contains("Sent: 20", "flow-test", "organization recOrg00000000001", "create custom order")
                .contains("tag " + tag, "plan version 1 by demo", "\"smtp\"", "What came back: 0 ")
                .contains("What readings show: no order with tag " + tag, "(since 20", "last read 20", "asks a person")
                .hasSizeLessThanOrEqualTo(4_000);
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        flows.decide(
                id,
                "resolveSpend",
                Map.of("decision", "did-not-happen", "comment", "not in the web app", "reference", "T-7"));
        isOnboarded(id, 1, 2, 1);
        assertThat(flows.onboarding.spends(id).spends())
                .filteredOn(spend -> spend.state().equals("voided"))
                .singleElement()
                .satisfies(spend -> assertThat(spend.settledBy()).isEqualTo("demo"))
                .satisfies(spend -> assertThat(spend.settledHow())
                        .isEqualTo("a person says it did not happen: not in the web app, T-7"));
    }

    @Test
    void of_an_order_that_is_nowhere_a_person_may_wait_until_it_is_found() {
        String id = campaigns.get("wait");
        flows.until(id, SETTLED, task("resolveSpend"));
        flows.decide(id, "resolveSpend", "wait");
        flows.until(id, view -> view.tasks().isEmpty());
        flows.until(id, task("resolveSpend"));
        orderedByHand(id);
        isOnboarded(id, 1, 1, 1);
    }

    @Test
    void of_an_order_that_is_nowhere_a_person_says_that_it_happened() {
        String id = campaigns.get("happened");
        flows.until(id, SETTLED, task("resolveSpend"));
        flows.decide(id, "resolveSpend", "happened");
        orderedByHand(id);
        isOnboarded(id, 1, 1, 1);
    }

    @Test
    void a_cancelled_campaign_keeps_its_stage_until_its_calls_are_settled() {
        String id = campaigns.get("cancelled");
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        CampaignView view =
                flows.until(id, seen -> seen.problem() != null && seen.problem().contains("cancelled"));
        assertThat(view.stage()).isEqualTo("ordering");
        flows.until(id, SETTLED, task("resolveSpend"));
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        flows.decide(id, "resolveSpend", "did-not-happen");
        assertThat(flows.until(id, Flows.stage(Stage.CANCELLED)).tasks()).isEmpty();
        assertThat(flows.at("orders", flows.names(id))).isZero();
    }

    private void orderedByHand(String id) {
        flows.admin(
                "POST",
                "web-order",
                "{'organization':'recOrg00000000001','providers':{'smtp':1},'domains':['%s']}"
                        .formatted(flows.names(id).get(0)));
    }
}
