package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.onboarding.Diagrams.Diagram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What the pages of campaigns and tasks say, and that answers given there are written down. */
@FlowTest
class CampaignPagesTest {
    @Autowired
    Flows flows;

    @Autowired
    Diagrams diagrams;

    @Autowired
    Timeline timeline;

    @Autowired
    Environment environment;

    private Asking operator;
    private String id;

    @BeforeEach
    void waiting() {
        flows.usual();
        operator = new Asking(environment, "operator");
        id = flows.start(file(word(), 2, "")).id();
        flows.until(id, task("approvePlan"));
    }

    @AfterEach
    void usual() {
        flows.usual();
    }

    @Test
    void a_decision_that_is_no_approval_is_kept_with_who_said_what() {
        String waits = flows.open(id, "approvePlan");
        Asking approver = operator.as("approver");
        String answer = "/tasks/" + waits + "?decision=change&comment=other%20names&reference=PO-7";
        assertThat(operator.post(answer, "").status()).isEqualTo(403);
        assertThat(approver.post("/tasks/" + waits + "?decision=maybe", "").status())
                .isEqualTo(400);
        assertThat(approver.post(answer, "").status()).isBetween(300, 303);
        assertThat(approver.post(answer, "").status()).as("decided meanwhile").isEqualTo(409);
        assertThat(approver.get("/tasks/" + waits).text()).contains("decided, or taken back, already");
        flows.until(id, task("correctCampaign"));
        assertThat(timeline.of(id)).anySatisfy(entry -> {
            assertThat(entry.what()).contains("'change'", "approvePlan");
            assertThat(entry.who()).isEqualTo("approver");
            assertThat(entry.said()).isEqualTo("other names · PO-7");
        });
        assertThat(operator.get("/campaigns/" + id).text())
                .contains("Correct the campaign file?", "/playground?from=" + id);
    }

    @Test
    void the_diagram_is_that_of_the_deployed_version_and_says_where_it_stands() {
        Diagram waits = diagrams.diagram(diagrams.of(id).get(0)).orElseThrow();
        assertThat(waits.at()).containsOnlyKeys("approvePlan");
        assertThat(waits.done()).contains("check", "search", "plan");
        assertThat(operator.get("/models/" + waits.model()).text()).contains("<bpmn:process id=\"onboarding\"");
        assertThat(operator.get("/models/none").status()).isEqualTo(404);
        flows.approve(id);
        flows.onboarded(id);
        // the process ends a moment after the stage
        flows.until(
                id,
                view -> diagrams.diagram(diagrams.of(id).get(0)).orElseThrow().end() != null);
        Diagram ended = diagrams.diagram(diagrams.of(id).get(0)).orElseThrow();
        assertThat(ended.end()).isEqualTo("Onboarded");
        assertThat(ended.at()).isEmpty();
        assertThat(timeline.of(id).get(0).what()).isEqualTo("Onboarded");
        String page = operator.get("/campaigns/" + id).text();
        assertThat(page).contains(flows.names(id)).contains("anna.smith", "Approved by", "onboarded");
        assertThat(operator.get("/campaigns/" + id + "/progress").text())
                .contains("All mailboxes are ready")
                .doesNotContain("hx-get");
    }

    @Test
    void a_campaign_is_stopped_by_operators_only() {
        assertThat(operator.as("approver")
                        .post("/campaigns/" + id + "/cancel", "")
                        .status())
                .isEqualTo(403);
        assertThat(operator.get("/campaigns/none").status()).isEqualTo(404);
        assertThat(operator.post("/campaigns/" + id + "/cancel", "").status()).isBetween(300, 303);
        flows.until(id, stage(Stage.CANCELLED));
        assertThat(operator.get("/campaigns/" + id).text()).contains("Nothing was sent to the vendor");
    }
}
