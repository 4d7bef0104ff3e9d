package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import org.junit.jupiter.api.Test;

/** A plan that is not approved as it stands: changed, rejected, or its campaign cancelled. */
class ChangesStory {
    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void aChangedFileIsANewPlanThatStartsUnapproved() {
        String text = CampaignFiles.small("lighthouse");
        RunningCampaign campaign = server.campaign(text);
        JsonNode first = campaign.awaitStage("awaiting-approval");

        campaign.decide("approvePlan", "change");
        campaign.awaitTask("correctCampaign");
        Answer corrected = server.http.put(campaign.path(), text.replace("'Ben', 'Okafor'", "'Chloé', 'Dubois'"));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

        JsonNode second = campaign.await(
                "a second plan",
                view -> view.get("stage").asText().equals("awaiting-approval")
                        && !view.get("planHash").equals(first.get("planHash")));
        JsonNode plan = campaign.plan();
        assertThat(plan.get("version").asInt()).isEqualTo(2);
        assertThat(plan.get("approved").asBoolean()).isFalse();
        assertThat(plan.at("/domains/0/aliases/1/alias").asText()).isEqualTo("chloe.dubois");
        String stale = "{\"planHash\":\"" + first.get("planHash").asText() + "\"}";
        assertThat(server.http.postJson(campaign.path() + "/approve", stale).status())
                .isEqualTo(409);
        assertThat(second.get("domains").get("bought").asInt()).isZero();

        assertThat(campaign.approveAndAwaitMailboxes().at("/mailboxes/ready").asInt())
                .isEqualTo(2);
        assertThat(campaign.csv())
                .anyMatch(line -> line.startsWith("chloe.dubois@") && line.contains(",Chloé,Dubois,"));
        server.vendor().judge(plan);
        assertThat(server.http
                        .postJson(
                                campaign.path() + "/approve",
                                "{\"planHash\":\"" + plan.get("planHash").asText() + "\"}")
                        .status())
                .as("the same approval again")
                .isEqualTo(200);
        assertThat(server.http.put(campaign.path(), text).status())
                .as("a running file is never edited")
                .isEqualTo(409);
    }

    @Test
    void aRejectedPlanBuysNothingAndItsNameIsFreeAgain() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("sundial"));
        campaign.decide("approvePlan", "reject");
        JsonNode end = campaign.awaitStage("rejected");
        assertThat(end.get("tasks")).isEmpty();
        assertThat(end.at("/domains/bought").asInt()).isZero();

        RunningCampaign again = server.campaign(CampaignFiles.small("sundial"));
        assertThat(again.id()).isNotEqualTo(campaign.id());
        again.awaitStage("awaiting-approval");
        assertThat(server.http.post(again.path() + "/cancel", "").status()).isEqualTo(200);
        again.awaitStage("cancelled");
    }

    @Test
    void aCancelledCampaignStopsAndSaysWhatRemains() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("harvest"));
        campaign.awaitStage("awaiting-approval");
        Answer cancelled = server.http.post(campaign.path() + "/cancel", "");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.json().get("remains").asText()).contains("nothing was bought");
        JsonNode end = campaign.awaitStage("cancelled");
        assertThat(end.get("tasks")).isEmpty();
        String hash = "{\"planHash\":\"" + end.get("planHash").asText() + "\"}";
        assertThat(server.http.postJson(campaign.path() + "/approve", hash).status())
                .isEqualTo(409);

        RunningCampaign late = server.campaign(CampaignFiles.small("orchard"));
        assertThat(late.approve().status()).isEqualTo(200);
        late.await("a purchase", view -> view.at("/domains/bought").asInt() == 1);
        Answer stopped = server.http.post(late.path() + "/cancel", "");
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        assertThat(stopped.json().get("remains").asText()).contains("domains owned");
        late.awaitStage("cancelled");
        server.vendor().judge();
    }
}
