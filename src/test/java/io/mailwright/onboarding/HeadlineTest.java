package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.export.Mailbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;

/** The file that shows the whole language: planned as it stands, and carried out whole. */
@FlowTest
class HeadlineTest {
    private static final String NORTHWIND = "recOrg00000000001";

    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void usual() {
        flows.usual();
        if (identity.createGroupQuery().groupId("finance").count() == 0)
            flows.asDemo(() -> identity.saveGroup(identity.newGroup("finance")));
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'" + NORTHWIND + "','domains':['acme-mail.com','acme-team.de']}");
    }

    @Test
    void is_planned_as_it_stands_then_onboarded() throws IOException {
        String text = headline();
        assertThat(send("POST", "/api/preview", text).path("errors").isEmpty()).isTrue();
        assertPlanned(planned(text));
        assertOnboarded(text);
    }

    private static void assertPlanned(JsonNode plan) {
        assertThat(plan.path("organization").asText()).isEqualTo(NORTHWIND);
        assertThat(plan.path("domains")).hasSize(15);
        assertThat(StreamSupport.stream(plan.path("orders").spliterator(), false)
                        .map(order -> order.path("provider").asText()
                                + " " + order.path("source").asText()
                                + " " + order.path("hosting").asText("-")
                                + " " + order.path("domains").asInt()))
                .containsExactlyInAnyOrder(
                        "google scaledmail - 9",
                        "google other namecheap 1",
                        "smtp scaledmail - 4",
                        "outlook scaledmail - 1");
        assertThat(plan.path("prewarmed")).hasSize(2);
        assertThat(plan.at("/sequencer/provider").asText()).isEqualTo("Instantly");
        assertThat(plan.at("/cost/now").decimalValue()).isPositive();
    }

    private void assertOnboarded(String text) {
        String id = flows.start(text).id();
        flows.approve(id);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!flows.view(id).stage().equals("onboarded") && Instant.now().isBefore(end)) {
            flows.view(id).tasks().stream()
                    .filter(task -> task.key().equals("approveForm"))
                    .forEach(
                            task -> flows.asDemo(() -> flows.tasks.complete(task.id(), Map.of("decision", "approve"))));
            Flows.sleep(100);
        }
        CampaignView view = flows.onboarded(id);
        assertThat(view.domains()).isEqualTo(new CampaignView.Domains(17, 17, 17));
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(65, 65));
        assertThat(view.problem()).isNull();
        assertThat(flows.mailboxes(id).stream()
                        .filter(mailbox -> mailbox.domain().equals("acme-team.de"))
                        .map(Mailbox::email))
                .contains("juergen.gross@acme-team.de", "kathe.weiss@acme-team.de");
        flows.nothingTwice();
    }

    private JsonNode planned(String text) {
        String id = send("POST", "/api/plan", text).path("id").asText();
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        JsonNode answer;
        do {
            Flows.sleep(100);
            answer = send("GET", "/api/plan/" + id, "");
        } while (answer.path("state").asText().equals("searching")
                && Instant.now().isBefore(end));
        assertThat(answer.path("state").asText()).as(answer.toString()).isEqualTo("done");
        return answer.path("plan");
    }

    private JsonNode send(String method, String path, String text) {
        return http.withBasicAuth("demo", "demo")
                .exchange(
                        RequestEntity.method(HttpMethod.valueOf(method), path)
                                .header("Content-Type", "text/plain; charset=UTF-8")
                                .body(text.getBytes(StandardCharsets.UTF_8)),
                        JsonNode.class)
                .getBody();
    }

    private static String headline() throws IOException {
        try (var file = HeadlineTest.class.getResourceAsStream("/dsl/headline.groovy")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
