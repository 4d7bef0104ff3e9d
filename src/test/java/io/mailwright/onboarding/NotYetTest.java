package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'prewarmed google: 1'                   | 1 | 'prewarmed'",
            })
    void aWordIsNamedWithItsPlace(String line, int column, String word) {
        String text = file(word(), 1, line);
        int row = text.substring(0, text.indexOf(line)).split("\n", -1).length;
        assertThat(send("POST", "/api/preview", text).getStatusCode().value()).isEqualTo(200);
        assertThat(send("POST", "/api/plan", text).getStatusCode().value()).isEqualTo(202);
        assertRefused(send("POST", "/api/campaigns", text), row, column, word);
        String running = flows.start(file(word(), 1, "approve always")).id();
        assertRefused(send("PUT", "/api/campaigns/" + running, text), row, column, word);
    }

    @Test
    void aRecipeStartsNothing() {
        String text = "// paid elsewhere\ncampaign '" + word() + "'\n" + PEOPLE;
        ResponseEntity<JsonNode> preview = send("POST", "/api/preview", text);
        assertThat(preview.getStatusCode().value()).isEqualTo(200);
        assertThat(preview.getBody().get("domains")).isEmpty();
        assertRefused(send("POST", "/api/campaigns", text), 2, 1, "a recipe");
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
