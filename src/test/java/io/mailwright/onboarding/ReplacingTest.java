package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A burned domain is replaced, over HTTP, with the simulated vendor. */
@FlowTest
class ReplacingTest {
    @Autowired
    Flows flows;

    @Autowired
    Environment environment;

    private Asking demo;
    private String word;
    private String campaign;
    private String burned;

    @BeforeEach
    void onboarded() {
        flows.usual();
        demo = new Asking(environment, "demo");
        word = flows.free("com");
        campaign = flows.approved(file(word, 1, "prefer { -length }"));
        flows.onboarded(campaign);
        burned = flows.names(campaign).get(0);
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void a_spare_is_chosen_by_rule_and_the_new_addresses_are_handed_over() {
        List<String> spares = Stream.of(
                        "other" + word + ".net", "with" + word + ".com", "use" + word + ".com", "my" + word + ".com")
                .filter(name -> !name.equals(burned))
                .toList();
        registered(spares.toArray(String[]::new));
        String longest = spares.get(1);
        String id = demo.as("operator").asked("/api/domains/" + burned + "/replace", "{'reason':'blacklisted'}");
        JsonNode waiting = demo.untilTask(id, "approvePlan");
        assertThat(waiting.path("stage").asText()).isEqualTo("awaiting-approval");
        JsonNode body = waiting.path("body");
        // the campaign's own candidates go before others, the longest first
        assertThat(body.path("to").asText()).isEqualTo(longest);
        assertThat(body.path("from").asText()).isEqualTo(burned);
        assertThat(body.path("orderKey").asText()).isEqualTo(campaign + "/1");
        assertThat(body.path("monthly").decimalValue()).isPositive();
        assertThat(body.path("consequences").toString()).contains("warm up again", "costs nothing");

        String hash = waiting.path("hash").asText();
        String approve = "/api/requests/" + id + "/approve";
        assertThat(demo.as("operator").post(approve, "{'hash':'" + hash + "'}").status())
                .isEqualTo(403);
        assertThat(demo.as("approver").post(approve, "{'hash':'0'}").status()).isEqualTo(409);
        assertThat(demo.as("approver")
                        .post(approve, "{'planHash':'" + hash + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(demo.as("approver").post(approve, "{'hash':'" + hash + "'}").status())
                .isEqualTo(200);

        JsonNode done = demo.untilStage(id, "done");
        assertThat(done.path("problem").isNull()).isTrue();
        JsonNode mailboxes = demo.get("/api/campaigns/" + campaign + "/mailboxes?format=json")
                .json();
        assertThat(mailboxes.findValuesAsText("domain")).isNotEmpty().containsOnly(longest);
        assertThat(mailboxes.findValuesAsText("email"))
                .allSatisfy(email -> assertThat(email).endsWith("@" + longest));
        JsonNode changed =
                demo.get("/api/campaigns/" + campaign).json().path("changes").get(0);
        assertThat(changed.path("domain").asText()).isEqualTo(longest);
        assertThat(changed.path("replaces").asText()).isEqualTo(burned);
        assertThat(changed.path("request").asText()).isEqualTo(id);
        assertThat(swaps("applied")).isEqualTo(1);

        // the burned name is registered and in no order now, and is not chosen again
        String next = demo.asked("/api/domains/" + longest + "/replace", "{}");
        assertThat(demo.untilTask(next, "approvePlan").path("body").path("to").asText())
                .isEqualTo(spares.get(2));
        demo.decide(next, "approvePlan", "reject", null);
        demo.untilStage(next, "rejected");
    }

    @Test
    void asked_for_twice_it_is_one_and_a_double_click_on_approve_too() {
        registered("my" + word + "x.com");
        String id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'my" + word + "x.com'}");
        Asking.Answer again = demo.post("/api/domains/" + burned.toUpperCase() + "/replace", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(demo.post("/api/domains/" + burned + "/redirect", "{'redirect':'a.example'}")
                        .status())
                .isEqualTo(409);
        assertThat(demo.approve(id).status()).isEqualTo(200);
        demo.untilStage(id, "done");
        assertThat(swaps(null)).isEqualTo(1);
    }

    @Test
    void a_name_that_is_not_registered_is_for_a_person_and_goes_on_once_it_is() {
        String wanted = "late" + word + ".com";
        String id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'" + wanted + "'}");
        assertThat(demo.untilTask(id, "fixProblem").path("problem").asText())
                .contains(wanted + " is not registered at the vendor");
        registered(wanted);
        demo.decide(id, "fixProblem", "retry", null);
        assertThat(demo.untilTask(id, "approvePlan").path("problem").isNull()).isTrue();
        assertThat(demo.decide(id, "approvePlan", "reject", null).status()).isEqualTo(204);
        demo.untilStage(id, "rejected");
        assertThat(swaps(null)).isZero();
    }

    @Test
    void another_name_in_the_reference_is_a_new_version_without_approval() {
        registered("one" + word + ".com", "two" + word + ".com");
        String id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'one" + word + ".com'}");
        String first = demo.hash(id);
        assertThat(demo.decide(id, "approvePlan", "change", null).status()).isEqualTo(400);
        assertThat(demo.decide(id, "approvePlan", "change", burned).status()).isEqualTo(400);
        assertThat(demo.decide(id, "approvePlan", "change", "two" + word + ".com")
                        .status())
                .isEqualTo(204);
        JsonNode second = demo.until(
                id,
                request -> request.path("version").asInt() == 2
                        && !request.path("tasks").isEmpty());
        assertThat(second.path("body").path("to").asText()).isEqualTo("two" + word + ".com");
        assertThat(demo.post("/api/requests/" + id + "/approve", "{'hash':'" + first + "'}")
                        .status())
                .isEqualTo(409);
        assertThat(demo.approve(id).status()).isEqualTo(200);
        demo.untilStage(id, "done");
        assertThat(flows.names(campaign)).containsExactly("two" + word + ".com");
    }

    @Test
    void accepted_but_never_applied_it_ends_at_a_person() {
        registered("spare" + word + ".com");
        flows.fault("swap-domain", "not-applied", 1);
        String id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'spare" + word + ".com'}");
        demo.approve(id);
        JsonNode overdue = demo.untilTask(id, "mailboxesOverdue");
        assertThat(overdue.path("stage").asText()).isEqualTo("applying");
        assertThat(overdue.path("problem").asText()).contains("does not show the new name");
        assertThat(demo.post("/api/requests/" + id + "/cancel", "").status()).isEqualTo(409);
        demo.decide(id, "mailboxesOverdue", "wait", null);
        demo.until(id, request -> request.path("tasks").isEmpty());
        demo.untilTask(id, "mailboxesOverdue");
        demo.decide(id, "mailboxesOverdue", "cancel", null);
        assertThat(demo.untilStage(id, "cancelled").path("problem").asText()).contains("may still do it");
        assertThat(flows.names(campaign)).containsExactly(burned);
    }

    @Test
    void an_answer_that_got_lost_is_not_asked_for_twice() {
        registered("lost" + word + ".com");
        flows.fault("swap-domain", "drop-after", 1);
        String id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'lost" + word + ".com'}");
        demo.approve(id);
        demo.untilStage(id, "done");
        assertThat(swaps(null)).isEqualTo(1);
        assertThat(flows.names(campaign)).containsExactly("lost" + word + ".com");
    }

    @Test
    void a_name_registered_elsewhere_needs_its_registrars_login_and_no_text_holds_it() {
        String wanted = "else" + word + ".com";
        String id = demo.asked(
                "/api/domains/" + burned + "/replace", "{'with':'" + wanted + "','hosting':'no-such-secret'}");
        assertThat(demo.untilTask(id, "fixProblem").path("problem").asText())
                .contains("MAILWRIGHT_SECRET_NO_SUCH_SECRET");
        demo.decide(id, "fixProblem", "cancel", null);
        demo.untilStage(id, "cancelled");
        id = demo.asked("/api/domains/" + burned + "/replace", "{'with':'" + wanted + "','hosting':'registrar'}");
        demo.approve(id);
        JsonNode done = demo.untilStage(id, "done");
        assertThat(done.path("body").path("source").asText()).isEqualTo("other");
        assertThat(done.toString()).doesNotContain("hunter2");
        assertThat(flows.names(campaign)).containsExactly(wanted);
    }

    private void registered(String... names) {
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'recOrg00000000001','domains':['" + String.join("','", names) + "']}");
    }

    /** @param status or null: any */
    private long swaps(String status) {
        return StreamSupport.stream(flows.ledger().path("swaps").spliterator(), false)
                .filter(swap -> swap.path("from").asText().equals(burned))
                .filter(swap -> status == null || swap.path("status").asText().equals(status))
                .count();
    }
}
