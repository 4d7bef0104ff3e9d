package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** A look at the pending forms asks a person about each that is nobody's, over HTTP from the look to the mailboxes. */
@FlowTest
class ChoosingFormsTest {
    private static final String RECIPE = """
            campaign '%s'
            person 'Anna', 'Smith'
            person 'Ben', 'Okafor'
            patterns '{first}.{last}'
            redirect 'https://acme.example'
            approve never
            """;

    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void aLookByHandAsksAboutEachFormAndARecipeFillsIt() {
        String uuid = webOrder();
        String recipe = word();
        assertThat(send("PUT", "/api/recipes/" + recipe, RECIPE.formatted(recipe)))
                .isEqualTo(200);
        look();
        String task = question(uuid);
        Map<String, Object> shown = flows.tasks.getVariablesLocal(task);
        assertThat(shown)
                .containsEntry("formUuid", uuid)
                .containsEntry(
                        "vendorOrder", row(uuid).orElseThrow().get("order").asText())
                .containsEntry("mailboxType", "google")
                .containsEntry("amount", "7.00")
                .containsEntry("daysWasted", "0");
        assertThat(shown.get("names").toString()).endsWith(".io");
        assertThat(shown.get("choices").toString()).contains(recipe);

        ResponseEntity<JsonNode> unknown = decide(task, "adopt", "nobody-knows-this");
        assertThat(unknown.getStatusCode().value()).isEqualTo(400);
        assertThat(unknown.getBody().get("message").asText())
                .contains("there is no campaign or recipe 'nobody-knows-this'", recipe);
        assertThat(decide(task, "adopt", "").getStatusCode().value()).isEqualTo(400);
        assertThat(question(uuid)).isEqualTo(task);

        assertThat(decide(task, "adopt", recipe).getStatusCode().value()).isEqualTo(204);
        String id = row(uuid).orElseThrow().get("campaign").asText();
        assertThat(flows.onboarded(id).name()).isEqualTo(recipe + "-" + uuid.substring(0, 8));
        flows.nothingTwice();
    }

    @Test
    void theFileOfACampaignThatBuysServesAsARecipe() {
        String uuid = webOrder();
        String word = word();
        String other = flows.start(file(word, 1, "approve always")).id();
        flows.until(other, Flows.task("approvePlan"));
        look();
        assertThat(decide(question(uuid), "adopt", word).getStatusCode().value())
                .isEqualTo(204);
        String id = row(uuid).orElseThrow().get("campaign").asText();
        flows.approve(id);
        assertThat(flows.onboarded(id).name()).startsWith(word + "-");
        assertThat(flows.names(id)).hasSize(1).doesNotContainAnyElementsOf(flows.names(other));
    }

    @Test
    void anIgnoredFormIsListedNoMoreUnlessAsked() {
        String uuid = webOrder();
        look();
        assertThat(decide(question(uuid), "ignore", "").getStatusCode().value()).isEqualTo(204);
        assertThat(row(uuid)).isEmpty();
        assertThat(list("?ignored=true"))
                .anyMatch(row -> row.get("uuid").asText().equals(uuid)
                        && row.get("state").asText().equals("ignored"));
        String next = webOrder();
        look();
        question(next);
        assertThat(asked(uuid)).isZero();
    }

    @Test
    void adoptingByCommandTakesTheQuestionBack() {
        String uuid = webOrder();
        look();
        question(uuid);
        assertThat(send("POST", "/api/pending-forms/" + uuid + "/adopt", RECIPE.formatted(word())))
                .isEqualTo(201);
        assertThat(asked(uuid)).isZero();
        flows.onboarded(row(uuid).orElseThrow().get("campaign").asText());
    }

    @Test
    void byItselfItAsksAboutAFormOnce() {
        String uuid = webOrder();
        lookByItself();
        String task = question(uuid);
        look();
        String later = webOrder();
        lookByItself();
        question(later);
        assertThat(question(uuid)).isEqualTo(task);
        assertThat(asked(uuid)).isEqualTo(1);
    }

    @Test
    void aQuestionWhoseFormIsCancelledIsTakenBack() {
        String uuid = webOrder();
        look();
        question(uuid);
        flows.admin("POST", "web-order/" + row(uuid).orElseThrow().get("order").asText() + "/cancel", null);
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (asked(uuid) > 0 && Instant.now().isBefore(end)) {
            look();
            Flows.sleep(500);
        }
        assertThat(asked(uuid)).isZero();
    }

    @Test
    void aLookIsStartedInTasklist() {
        String uuid = webOrder();
        ResponseEntity<JsonNode> started = http.withBasicAuth("demo", "demo")
                .postForEntity(
                        "/engine-rest/process-definition/key/pending-forms/submit-form",
                        Map.of("variables", Map.of("workspace", Map.of("value", "northwind"))),
                        JsonNode.class);
        assertThat(started.getStatusCode().value()).as("" + started.getBody()).isEqualTo(200);
        question(uuid);
        assertThat(flows.jdbc
                        .sql("select workspace from form_look where id = ?")
                        .param(started.getBody().get("businessKey").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("northwind");
    }

    @Test
    void aLookThatFailsAsksAPerson() {
        String look = http.withBasicAuth("demo", "demo")
                .postForEntity("/api/pending-forms/look?workspace=Nowhere", "", JsonNode.class)
                .getBody()
                .get("id")
                .asText();
        String task = until(() -> task(look));
        assertThat(flows.tasks.getVariableLocal(task, "problem").toString())
                .contains("there is no workspace 'Nowhere'", "Northwind");
        assertThat(decide(task, "retry", "").getStatusCode().value()).isEqualTo(204);
        String again = until(() -> task(look).filter(one -> !one.equals(task)));
        assertThat(decide(again, "cancel", "").getStatusCode().value()).isEqualTo(204);
        until(() -> flows.jdbc
                                .sql("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?")
                                .param(look)
                                .query(Integer.class)
                                .single()
                        == 0
                ? Optional.of("over")
                : Optional.empty());
    }

    private Optional<String> task(String key) {
        return flows.tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(one -> one.getId())
                .findFirst();
    }

    private long asked(String uuid) {
        return flows.tasks
                .createTaskQuery()
                .processInstanceBusinessKey("form:" + uuid)
                .count();
    }

    private void look() {
        assertThat(send("POST", "/api/pending-forms/look", "")).isEqualTo(202);
    }

    private void lookByItself() {
        flows.jdbc
                .sql("update form_look set due_at = ? where id = 'look:scheduled'")
                .param(Timestamp.from(Instant.now().minusSeconds(60)))
                .update();
        flows.hasten("look:scheduled");
    }

    private String question(String uuid) {
        return until(() -> row(uuid).map(row -> row.get("task")).filter(JsonNode::isTextual))
                .asText();
    }

    private static <T> T until(java.util.function.Supplier<Optional<T>> there) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(end)) {
            Optional<T> found = there.get();
            if (found.isPresent()) return found.get();
            Flows.sleep(100);
        }
        throw new AssertionError("not within 20 s");
    }

    private String webOrder() {
        return flows.admin(
                        "POST",
                        "web-order",
                        "{'organization':'recOrg00000000001','providers':{'google':1},'domains':['" + word()
                                + ".io'],'provider':'scaledmail'}")
                .get("uuid")
                .asText();
    }

    private Optional<JsonNode> row(String uuid) {
        return StreamSupport.stream(list("").spliterator(), false)
                .filter(row -> row.get("uuid").asText().equals(uuid))
                .findFirst();
    }

    private JsonNode list(String query) {
        return http.withBasicAuth("demo", "demo")
                .getForEntity("/api/pending-forms" + query, JsonNode.class)
                .getBody();
    }

    private int send(String method, String path, String text) {
        return http.withBasicAuth("demo", "demo")
                .exchange(
                        RequestEntity.method(HttpMethod.valueOf(method), path)
                                .header("Content-Type", "text/plain")
                                .body(text),
                        JsonNode.class)
                .getStatusCode()
                .value();
    }

    private ResponseEntity<JsonNode> decide(String task, String decision, String reference) {
        return http.withBasicAuth("demo", "demo")
                .postForEntity(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "decision", Map.of("value", decision),
                                        "reference", Map.of("value", reference))),
                        JsonNode.class);
    }
}
