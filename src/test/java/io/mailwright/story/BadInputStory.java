package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a clear error and loses nothing. */
class BadInputStory {
    private final MailwrightServer server = MailwrightServer.shared();
    private final Http http = server.http;

    @AfterEach
    void theVendorBehavesAgain() {
        server.vendor().usual();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "approve always          | aprove always                         | 9 | did you mean 'approve'",
                "maxPrice: 60            | maxPrise: 60                          | 2 | did you mean 'maxPrice",
                "'Ben', 'Okafor'         | 'Ben', 'OkaforOkaforOkaforOkaforOkaforOkaforOkaforOkaforOka' | 5 | 50",
                "google: 1               | google: 2                             | 3 | 1",
                "google: 1               | outlook: 1                            |   | 25",
            })
    void aFileThatCannotBeReadIsRefusedWhereItIsWrong(String right, String wrong, Integer line, String says) {
        String text = CampaignFiles.small("unreadable").replace(right, wrong);
        for (String path : new String[] {"/api/campaigns", "/api/preview", "/api/plan"}) {
            Answer answer = http.post(path, text);
            assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(400);
            JsonNode error = answer.json().at("/errors/0");
            if (line != null)
                assertThat(error.get("line").asInt()).as(answer.body()).isEqualTo(line);
            assertThat(error.get("column").asInt()).isPositive();
            assertThat(error.get("message").asText()).contains(says);
        }
        assertThat(http.get("/api/campaigns").body()).doesNotContain("unreadable");
    }

    @Test
    void anUnknownWorkspaceIsAskedForWhileChecking() {
        String text = CampaignFiles.small("cartwheel");
        RunningCampaign campaign = server.campaign(text.replace("buy 1", "workspace 'Nowhere'\nbuy 1"));
        campaign.awaitTask("correctCampaign");
        JsonNode view = campaign.view();
        assertThat(view.get("stage").asText()).isEqualTo("checking");
        assertThat(view.get("problem").asText()).contains("there is no workspace 'Nowhere'");
        assertThat(http.put(campaign.path(), "campaign 'cartwheel'\nbuy").status())
                .isEqualTo(400);
        assertThat(http.put(campaign.path(), text).status()).isEqualTo(200);
        assertThat(campaign.awaitStage("awaiting-approval").get("problem").isNull())
                .isTrue();
    }

    @Test
    void theSameFileTwiceIsRefusedWithTheIdOfTheFirst() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("twice"));
        Answer again = http.post("/api/campaigns", CampaignFiles.small("twice"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("id").asText()).isEqualTo(campaign.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"revokedKey\":true}      | searching | lantern   | key",
                "{\"noPaymentMethod\":true} | buying    | windmill  | payment",
            })
    void whatNeedsAPersonIsAskedAndGoesOnWhenItIsMended(String mode, String when, String name, String says) {
        RunningCampaign campaign;
        if (when.equals("buying")) {
            campaign = server.campaign(CampaignFiles.small(name));
            campaign.awaitStage("awaiting-approval");
            server.vendor().modes(mode);
            assertThat(campaign.approve().status()).isEqualTo(200);
        } else {
            server.vendor().modes(mode);
            campaign = server.campaign(CampaignFiles.small(name));
        }
        campaign.awaitTask("fixProblem");
        assertThat(campaign.view().get("problem").asText()).containsIgnoringCase(says);
        campaign.decide("fixProblem", "retry");
        campaign.awaitTask("fixProblem");
        server.vendor().usual();
        campaign.decide("fixProblem", "retry");
        if (!when.equals("buying")) assertThat(campaign.approve().status()).isEqualTo(200);
        JsonNode end = campaign.awaitStage("onboarded");
        assertThat(end.at("/mailboxes/ready").asInt()).isEqualTo(2);
        assertThat(end.get("problem").isNull()).isTrue();
        assertThat(server.vendor().ledger().get("counts").get("duplicates").asInt())
                .isZero();
    }

    @Test
    void aTaskTakesItsDecisionAndNothingElse() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("doorbell"));
        campaign.awaitStage("awaiting-approval");
        JsonNode task = campaign.awaitTask("approvePlan");
        for (String variables : new String[] {
            "{\"decision\":{\"value\":\"approve\"},\"planHash\":{\"value\":\"x\"}}",
            "{\"decision\":{\"value\":\"certainly\"}}",
            "{}"
        }) {
            Answer answer = RunningCampaign.complete(http, task, variables);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            Answer form = http.postJson(
                    "/engine-rest/task/" + task.get("id").asText() + "/submit-form",
                    "{\"variables\":" + variables + "}");
            assertThat(form.status()).as(form.body()).isEqualTo(400);
        }
        assertThat(campaign.awaitTask("approvePlan").get("id")).isEqualTo(task.get("id"));
        assertThat(campaign.plan().get("approved").asBoolean()).isFalse();
        assertThat(http.postJson(campaign.path() + "/approve", "{\"planHash\":\"0000\"}")
                        .status())
                .isEqualTo(409);
        assertThat(http.postJson(campaign.path() + "/approve", "{}").status()).isEqualTo(400);
        assertThat(campaign.view().get("stage").asText()).isEqualTo("awaiting-approval");
    }

    @Test
    void aWrongLoginSeesNothingAndLocksTheUserForAMomentOnly() {
        for (String path : List.of("/api/campaigns", "/engine-rest/task", "/simulator/ledger")) {
            assertThat(http.as("operator", "wrong").get(path).status()).isEqualTo(401);
            assertThat(http.as("nobody", "operator").get(path).status()).isEqualTo(401);
        }
        Http operator = http.as("operator", "operator");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> operator.get("/api/campaigns").status() == 200);
    }

    @Test
    void eachUserDoesTheirOwnPart() {
        Http operator = http.as("operator", "operator");
        Http approver = http.as("approver", "approver");
        assertThat(approver.post("/api/campaigns", CampaignFiles.small("umbrella"))
                        .status())
                .isEqualTo(403);
        RunningCampaign campaign = RunningCampaign.post(operator, CampaignFiles.small("umbrella"));
        Answer refused = campaign.approve();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("approvers");
        JsonNode task = campaign.awaitTask("approvePlan");
        assertThat(RunningCampaign.complete(operator, task, "{\"decision\":{\"value\":\"approve\"}}")
                        .status())
                .isIn(403, 404, 500)
                .isNotEqualTo(204);
        assertThat(campaign.plan().get("approved").asBoolean()).isFalse();
        assertThat(new RunningCampaign(approver, campaign.id()).approve().status())
                .isEqualTo(200);
    }
}
