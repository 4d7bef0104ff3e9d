package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A designer at work in Camunda Modeler's own library, in a real browser. */
class ModelerStory {
    private static final Path OWN = Path.of("src/test/resources/modeler");
    private static final String PART = "io.mailwright.part.search-domains";

    @Test
    void everyModelOpensWithItsTemplatesAndNoComplaint() {
        List<JsonNode> templates = Modeler.templates();
        try (Chromium chromium = new Chromium()) {
            Modeler modeler = new Modeler(chromium);
            assertThat(Modeler.models().toList()).hasSizeGreaterThan(3).allSatisfy(model -> {
                assertThat(modeler.open(model, templates)).isEmpty();
                assertThat(modeler.groups()).contains("General", "History cleanup");
                assertThat(modeler.save()).contains("<bpmndi:BPMNDiagram");
            });
        }
    }

    @Test
    void modelerTellsWhatIsWrong() {
        try (Chromium chromium = new Chromium()) {
            assertThat(new Modeler(chromium)
                            .open(OWN.resolve("empty.bpmn"), Modeler.templates(OWN.resolve("broken.json"))))
                    .anyMatch(complaint -> complaint.contains("missing template id"));
        }
    }

    @Test
    void aPartIsDroppedFilledInSavedDeployedAndRun() {
        MailwrightServer server = MailwrightServer.shared();
        String model;
        try (Chromium chromium = new Chromium()) {
            Modeler modeler = new Modeler(chromium);
            assertThat(modeler.open(OWN.resolve("empty.bpmn"), Modeler.templates()))
                    .isEmpty();
            modeler.drop("search", PART, 350, 178);
            modeler.connect("begin", "search");
            modeler.connect("search", "end");
            assertThat(modeler.groups()).contains("Template", "What it takes", "What it gives", "When it fails", "Job");
            modeler.fill("What it takes", "Names", "drawn-by-hand.com, drawn-by-hand.io");
            modeler.fill("What it gives", "Result variable", "quotes");
            model = modeler.save();
        }
        assertThat(model).contains("camunda:modelerTemplate=\"" + PART + "\"", "drawn-by-hand.io");

        Answer deployed = server.http.deploy("drawn.bpmn", model);
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        Answer started = server.http.postJson(
                "/engine-rest/process-definition/key/drawn/start", "{\"businessKey\":\"drawn-by-hand\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String instance = started.json().get("id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.http
                        .get("/engine-rest/history/process-instance/" + instance)
                        .json()
                        .get("state")
                        .asText()
                        .equals("COMPLETED"));
        assertThat(server.http
                        .get("/engine-rest/history/variable-instance?deserializeValues=false&variableName=quotes"
                                + "&processInstanceId=" + instance)
                        .json()
                        .at("/0/value")
                        .asText())
                .contains("drawn-by-hand.com", "drawn-by-hand.io");
    }
}
