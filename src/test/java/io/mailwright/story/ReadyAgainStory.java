package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node is killed in the middle of a job. As soon as it is ready again it takes the job up, though the engine would keep it
 * locked for an hour: the lock is lengthened while nobody runs, so that only freeing it lets the campaign go on.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReadyAgainStory {
    @Test
    void workGoesOnAsSoonAsTheNodeIsReady() throws Exception {
        try (VendorProcess simulator = new VendorProcess(Child.newDirectory()).start();
                MailwrightServer node = new MailwrightServer(simulator.vendor, simulator.settings()).start()) {
            simulator.vendor.faults(
                    "{\"hang\":\"PT40S\",\"script\":[{\"endpoint\":\"search-domains\",\"fault\":\"hang-before\"}]}");
            RunningCampaign campaign = node.campaign(CampaignFiles.resource("three-orders.groovy"));
            campaign.await("a search that hangs", view -> simulator.vendor.calls("search-domains") == 1);
            node.kill();

            JdbcClient database = node.database();
            List<String> owners = database.sql(
                            "select LOCK_OWNER_ from ACT_RU_JOB where LOCK_EXP_TIME_ > ? and LOCK_OWNER_ is not null")
                    .param(Timestamp.from(Instant.now()))
                    .query(String.class)
                    .list();
            assertThat(owners).as("who holds what was being done").isNotEmpty().containsOnly(node.name);
            Instant inAnHour = Instant.now().plus(Duration.ofHours(1));
            database.sql("update ACT_RU_JOB set LOCK_EXP_TIME_ = ? where LOCK_OWNER_ is not null")
                    .param(Timestamp.from(inAnHour))
                    .update();
            node.start();
            Instant ready = Instant.now();

            JsonNode view = campaign.await("the search again", it -> simulator.vendor.calls("search-domains") > 1);
            Instant again = Instant.now();
            assertThat(view.get("tasks")).as(view.toString()).isEmpty();
            assertThat(again).as("while the lock would still hold").isBefore(inAnHour);
            System.out.println("Kills: the job ran again "
                    + Duration.between(ready, again).toMillis() + " ms after the node was ready");
            campaign.awaitStage("awaiting-approval");
        }
    }
}
