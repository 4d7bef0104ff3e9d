package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The database's file is copied again and again while a campaign runs, and put back afterwards; the vendor is not. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreStory {
    private static final int RESTORES = Integer.getInteger("story.restores", 3);

    @Test
    void whatWasDoneAfterTheBackupIsFoundAndNothingIsBoughtAgain() {
        Path outside = Child.newDirectory();
        Map<String, String> settings = Map.of(
                "MAILWRIGHT_SIMULATOR_FILE", outside.resolve("simulator.json").toString(),
                "MAILWRIGHT_RECONCILE_WINDOW", "PT2S",
                "SCALEDMAIL_CRITICAL_PER_MINUTE", "500");
        try (MailwrightServer server = new MailwrightServer(settings).start()) {
            Vendor vendor = server.vendor();
            vendor.modes("{\"unlimited\":true}");
            vendor.speed(86_400);
            RunningCampaign campaign = server.campaign(CampaignFiles.resource("three-orders.groovy"));
            campaign.awaitStage("awaiting-approval");
            String lost = campaign.plan().at("/domains/0/domain").asText();
            vendor.modes("{\"takenAtPurchase\":[\"" + lost + "\"]}");

            // one backup for each thing that the vendor or the campaign shows at that time
            Map<String, Path> backups = new LinkedHashMap<>();
            Runnable backup = () -> {
                String moment =
                        vendor.ledger().get("counts") + " " + campaign.view().get("stage");
                if (!backups.containsKey(moment)) {
                    Path file = outside.resolve("backup-" + backups.size() + ".mv.db");
                    server.backup(file);
                    backups.put(moment, file);
                }
            };
            backup.run();
            assertThat(campaign.approve().status()).isEqualTo(200);
            campaign.await("mailboxes", view -> view.get("stage").asText().equals("onboarded"), backup, view -> {});
            JsonNode before = vendor.ledger();

            List<String> moments = new ArrayList<>(backups.keySet());
            for (int i = 0; i < Math.min(RESTORES, moments.size()); i++) {
                String moment = moments.get(i * moments.size() / Math.min(RESTORES, moments.size()));
                server.restore(backups.get(moment));
                if (!campaign.view().get("stage").asText().equals("onboarded")) {
                    if (campaign.task("approvePlan").isPresent()) {
                        assertThat(campaign.approve().status()).isEqualTo(200);
                    }
                    campaign.awaitStage("onboarded");
                }
                JsonNode after = server.vendor().ledger();
                for (String fact : List.of("counts", "charged", "purchases", "orders", "duplicates")) {
                    assertThat(after.get(fact)).as(fact + " after " + moment).isEqualTo(before.get(fact));
                }
                assertThat(campaign.view().at("/mailboxes/ready").asInt()).isEqualTo(31);
            }
            assertThat(server.vendor().ledger().get("duplicates")).isEmpty();
        }
    }
}
