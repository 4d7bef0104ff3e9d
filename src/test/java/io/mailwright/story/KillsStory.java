package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One call in ten fails before or after its effect, and the server is killed while it buys, orders and submits. */
@Execution(ExecutionMode.CONCURRENT)
class KillsStory {
    @Test
    void moneyMovesOnceAllTheSame() {
        try (MailwrightServer server = new MailwrightServer(Map.of("MAILWRIGHT_RECONCILE_WINDOW", "PT1S")).start()) {
            server.vendor().faults("{\"rate\":0.1,\"seed\":20}");
            RunningCampaign campaign = server.campaign(CampaignFiles.example("quickstart.groovy"));
            TruthfulPerson person = new TruthfulPerson(server, campaign);
            campaign.await(
                    "a plan", view -> view.get("stage").asText().equals("awaiting-approval"), () -> {}, person::answer);
            assertThat(campaign.approve().status()).isEqualTo(200);

            killOnce(
                    server,
                    campaign,
                    person,
                    ledger -> ledger.at("/counts/purchases").asInt() > 0);
            killOnce(
                    server,
                    campaign,
                    person,
                    ledger -> ledger.at("/counts/orders").asInt() > 0);
            killOnce(
                    server,
                    campaign,
                    person,
                    ledger -> ledger.at("/counts/forms").asInt() > 0);
            JsonNode end = campaign.await(
                    "mailboxes", view -> view.get("stage").asText().equals("onboarded"), () -> {}, person::answer);

            assertThat(end.at("/mailboxes/ready").asInt()).isEqualTo(33);
            JsonNode ledger = server.vendor().ledger();
            assertThat(ledger.get("duplicates")).as("duplicates").isEmpty();
            assertThat(ledger.at("/counts/purchases").asInt()).isEqualTo(4);
            assertThat(ledger.at("/counts/orders").asInt()).isEqualTo(3);
            assertThat(ledger.at("/counts/forms").asInt()).isEqualTo(3);
            assertThat(ledger.get("overruns").asInt())
                    .as("calls over the limits")
                    .isZero();
        }
    }

    private static void killOnce(
            MailwrightServer server, RunningCampaign campaign, TruthfulPerson person, Predicate<JsonNode> moment) {
        campaign.await("the moment to kill", view -> moment.test(server.vendor().ledger()), () -> {}, person::answer);
        server.kill();
        server.start();
    }
}
