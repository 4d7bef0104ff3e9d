package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A domain's redirect is changed, over HTTP, with the simulated vendor. */
@FlowTest
class RedirectingTest {
    @Autowired
    Flows flows;

    @Autowired
    Environment environment;

    private Asking demo;
    private String campaign;
    private String domain;

    @BeforeEach
    void onboarded() {
        flows.usual();
        demo = new Asking(environment, "demo");
        campaign = flows.approved(file(word(), 1, ""));
        flows.onboarded(campaign);
        domain = flows.names(campaign).get(0);
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void started_by_its_form_in_tasklist_and_approved_there() {
        Asking operator = demo.as("operator");
        Asking.Answer started = operator.post(
                "/engine-rest/process-definition/key/change-redirect/submit-form",
                "{'variables':{'domain':{'value':' " + domain.toUpperCase()
                        + " '},'redirect':{'value':'new.example/x'}}}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        String id = started.json().path("businessKey").asText();
        JsonNode waiting = demo.untilTask(id, "approvePlan");
        assertThat(waiting.path("subject").asText()).isEqualTo(domain);
        assertThat(waiting.path("body").path("from").asText()).isEqualTo("https://acme.example");
        assertThat(waiting.path("body").path("to").asText()).isEqualTo("https://new.example/x");
        assertThat(demo.as("approver")
                        .decide(id, "approvePlan", "approve", null)
                        .status())
                .isEqualTo(204);
        demo.untilStage(id, "done");
        JsonNode changed =
                demo.get("/api/campaigns/" + campaign).json().path("changes").get(0);
        assertThat(changed.path("redirect").asText()).isEqualTo("https://new.example/x");
        assertThat(changed.has("replaces")).isFalse();
        assertThat(flows.jdbc
                        .sql("select approved_by || ' ' || how from approval where campaign_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("approver task");
        // an approver may not ask, and nobody may start a second process for a request
        assertThat(demo.as("approver")
                        .post("/api/domains/" + domain + "/redirect", "{'redirect':''}")
                        .status())
                .isEqualTo(403);
        assertThat(demo.post(
                                "/engine-rest/process-definition/key/change-redirect/start",
                                "{'businessKey':'" + id + "'}")
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void it_is_taken_away_and_set_again_by_other_requests() {
        String path = "/api/domains/" + domain + "/redirect";
        String away = demo.asked(path, "{'redirect':''}");
        Asking.Answer second = demo.post(path, "{'redirect':'https://other.example'}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("id").asText()).isEqualTo(away);
        demo.approve(away);
        demo.untilStage(away, "done");
        String back = demo.asked(path, "{'redirect':'acme.example'}");
        demo.approve(back);
        demo.untilStage(back, "done");
        assertThat(swaps()).isEqualTo(2);
    }

    @Test
    void asked_for_by_many_at_once_it_is_one() {
        List<Asking.Answer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> demo.post("/api/domains/" + domain + "/redirect", "{'redirect':'https://b.example'}"))
                .toList();
        assertThat(answers).extracting(Asking.Answer::status).containsOnlyOnce(201);
        assertThat(answers).extracting(Asking.Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asText())
                .doesNotContain("")
                .allMatch(id -> id.equals(answers.get(0).json().path("id").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.example/", "acme.example", " https://acme.example "})
    void what_is_there_already_needs_no_approval(String redirect) {
        String id = demo.asked("/api/domains/" + domain + "/redirect", "{'redirect':'" + redirect + "'}");
        assertThat(demo.untilStage(id, "done").path("problem").asText())
                .isEqualTo("nothing to do: " + domain + " leads to https://acme.example already");
        assertThat(swaps()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://acme.example,400",
        "javascript:alert(1),400",
        "https://a b.example,400",
        "https://u:p@acme.example,400"
    })
    void what_is_no_web_address_is_refused_at_once(String redirect, int status) {
        Asking.Answer answer = demo.post("/api/domains/" + domain + "/redirect", "{'redirect':'" + redirect + "'}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).contains("is no web address");
    }

    @Test
    void a_domain_in_no_order_is_for_a_person() {
        String id = demo.asked("/api/domains/in-no-order.example/redirect", "{'redirect':'acme.example'}");
        assertThat(demo.untilTask(id, "fixProblem").path("problem").asText()).contains("is in no order");
        assertThat(demo.post("/api/requests/" + id + "/cancel", "").status()).isEqualTo(200);
        demo.untilStage(id, "cancelled");
        assertThat(demo.post("/api/domains/no domain/redirect".replace(" ", "%20"), "{'redirect':''}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void accepted_but_never_applied_it_ends_at_a_person_who_is_asked_no_more_once_it_is() {
        flows.fault("swap-redirect", "not-applied", 1);
        String id = demo.asked("/api/domains/" + domain + "/redirect", "{'redirect':'https://never.example'}");
        demo.approve(id);
        assertThat(demo.untilTask(id, "fixProblem").path("problem").asText()).contains("does not show it");
        demo.decide(id, "fixProblem", "retry", null);
        demo.until(id, request -> request.path("tasks").isEmpty());
        demo.untilTask(id, "fixProblem");
        assertThat(demo.request(id).path("version").asInt()).isEqualTo(1);
        assertThat(swaps()).isEqualTo(1);
        demo.decide(id, "fixProblem", "cancel", null);
        demo.untilStage(id, "cancelled");
    }

    @Test
    void an_answer_that_got_lost_is_not_asked_for_twice() {
        flows.fault("swap-redirect", "drop-after", 1);
        String id = demo.asked("/api/domains/" + domain + "/redirect", "{'redirect':'https://lost.example'}");
        demo.approve(id);
        demo.untilStage(id, "done");
        assertThat(swaps()).isEqualTo(1);
    }

    private long swaps() {
        return StreamSupport.stream(flows.ledger().path("swaps").spliterator(), false)
                .filter(swap -> swap.path("domain").asText().equals(domain))
                .count();
    }
}
