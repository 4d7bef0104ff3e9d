package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** What a file can say and no process carries out yet is shown and priced, and refused where it would begin. */
@FlowTest
class NotYetTest {
    private static final String PEOPLE = "person 'Anna', 'Smith'\nperson 'Ben', 'Okafor'\n";

    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void aRecipeStartsNothing() {
        String text = "// paid elsewhere\ncampaign '" + word() + "'\n" + PEOPLE;
        ResponseEntity<JsonNode> preview = send("POST", "/api/preview", text);
        assertThat(preview.getStatusCode().value()).isEqualTo(200);
        assertThat(preview.getBody().get("domains")).isEmpty();
        JsonNode error = send("POST", "/api/campaigns", text).getBody().at("/errors/0");
        assertThat(error.get("line").asInt()).isEqualTo(2);
        assertThat(error.get("column").asInt()).isEqualTo(1);
        assertThat(error.get("message").asText()).contains("a recipe", "adopt UUID FILE");
    }

    private static void assertRefused(ResponseEntity<JsonNode> answer, int line, int column, String what) {
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        JsonNode error = answer.getBody().at("/errors/0");
        assertThat(error.get("line").asInt()).isEqualTo(line);
        assertThat(error.get("column").asInt()).isEqualTo(column);
        assertThat(error.get("message").asText()).contains(what, "not yet");
    }

    private ResponseEntity<JsonNode> send(String method, String path, String text) {
        return http.withBasicAuth("demo", "demo")
                .exchange(
                        RequestEntity.method(HttpMethod.valueOf(method), path)
                                .header("Content-Type", "text/plain")
                                .body(text),
                        JsonNode.class);
    }
}
