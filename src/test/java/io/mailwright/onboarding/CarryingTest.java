package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.export.Mailbox;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What a file says is carried out: a domain of another registrar whose aliases the vendor makes, a bought one with
 * aliases of ours, a sequencer, a coupon.
 */
@FlowTest
@ExtendWith(OutputCaptureExtension.class)
class CarryingTest {
    private static final String[] SECRETS = {
        "acme-login",
        "hunter2-secret",
        "panel-7",
        "bot-login",
        "hunter3-secret",
        "outbound-desk",
        "head-login",
        "hunter5-secret",
        "half-login"
    };

    @Autowired
    Flows flows;

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

    private String approved(String coupon) {
        return flows.approved(file(word(), "smtp: 1, google: 1", "buy 1", more(coupon)));
    }

    private String more(String coupon) {
        return """
                tag 'carry'
                own '%1$s', hosting: 'registrar'
                domain('%1$s', provider: 'smtp') {
                    person 'Anna', 'Smith'
                    patterns vendor
                }
                sequencer 'Instantly', secret: 'instantly-main', tag: '{{ID}}'
                approve always
                %2$s
                """.formatted(elsewhere, coupon == null ? "" : "coupon '" + coupon + "'");
    }

    private List<JsonNode> calls(String endpoint, String name) {
        return StreamSupport.stream(flows.ledger().path("spend_calls").spliterator(), false)
                .filter(call -> call.path("endpoint").asText().contains(endpoint))
                .filter(call -> call.path("names").toString().contains(name))
                .toList();
    }

    private List<String> handedOver(String id, String domain) {
        return flows.mailboxes(id).stream()
                .filter(mailbox -> mailbox.domain().equals(domain))
                .map(Mailbox::firstName)
                .toList();
    }

    private void nothingIsKept(CapturedOutput log) {
        String all =
                String.join("\n", flows.jdbc.sql("script").query(String.class).list());
        assertThat(all).contains(elsewhere, hex("correctCampaign")).doesNotContain(SECRETS);
        assertThat(all).doesNotContain(Stream.of(SECRETS).map(CarryingTest::hex).toArray(String[]::new));
        assertThat(log.getAll()).doesNotContain(SECRETS);
    }

    /** As the database writes bytes, which the engine's models and longer variables are. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    @Test
    void in_forms_that_list_no_names_after_replies_that_name_no_order(CapturedOutput log) {
        flows.modes("{'namelessForms':true,'emptyReplies':true}");
        String ours = approved("TEST10");
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
        assertThat(amounts(ours))
                .isLessThan(month)
                .isCloseTo(month.multiply(new BigDecimal("0.9")), within(new BigDecimal("0.01")));
        nothingIsKept(log);
    }

    private BigDecimal amounts(String id) {
        return flows.jdbc
                .sql("select sum(vendor_amount) from campaign_order where campaign_id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void with_the_order_itself(CapturedOutput log) {
        flows.modes("{'lifecycle':'direct'}");
        String id = approved(null);
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(handedOver(id, elsewhere)).hasSize(4);
        assertThat(calls("create-custom-order", elsewhere)).hasSize(2);
        JsonNode create = calls("create-custom-order", elsewhere).get(1);
        assertThat(create.path("effect").asBoolean()).isTrue();
        assertThat(Stream.of("hosting", "sequencer", "coupon")
                        .map(field -> create.path(field).asText(null)))
                .containsExactly("Namecheap", "Instantly", null);
        nothingIsKept(log);
    }

    @Test
    void a_coupon_that_the_vendor_does_not_know_is_for_who_wrote_the_file() {
        String id = approved("NOPE");
        assertThat((String) flows.shown(id, "correctCampaign").get("problem")).contains("coupon is not known");
        flows.onboarding.cancel(id, "demo");
    }

    @Test
    void aliases_in_another_name_are_for_a_person() {
        flows.modes("{'foreignAliases':true}");
        String id = approved(null);
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("not ordered");
        assertThat(flows.mailboxes(id)).isEmpty();
        flows.modes("{'foreignAliases':false}");
        while (!flows.view(id).stage().equals("onboarded")) {
            if (task("fixProblem").test(flows.view(id))) flows.decide(id, "fixProblem", "retry");
            Flows.sleep(300);
        }
        assertThat(handedOver(id, elsewhere)).hasSize(4);
    }
}
