package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mailwright.story.Shapes.Shape;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Midway nothing can be written to the disk any more (a limit on the size of the process' files, by util-linux' prlimit).
 * H2 then needs a new start.
 */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class DiskFullStory {
    @Test
    void nothingIsPaidForThatCanNotBeWrittenDown() throws Exception {
        Shape shape = Shapes.of("tidepool", Map.of("google", 1, "smtp", 1, "outlook", 1));
        try (VendorProcess simulator = new VendorProcess(Child.newDirectory()).start();
                MailwrightServer node = new MailwrightServer(simulator.vendor, simulator.settings()).start()) {
            Vendor vendor = simulator.vendor;
            vendor.speed(86_400);
            vendor.faults("{\"rate\":0.15,\"seed\":4}");
            Carried campaign = new Carried(vendor, List.of(shape), node);
            campaign.until(
                    "a purchase", () -> vendor.ledger().at("/counts/purchases").asInt() > 0);

            long room = Files.size(node.directory.resolve("log.txt")) + 65_536;
            largestFile(node, room);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(node.health()).isEqualTo(503));
            Thread.sleep(6_000); // until the claims that were on disk by then have run out
            int sent = vendor.ledger().get("spend_calls").size();
            Thread.sleep(5_000);
            assertThat(vendor.ledger().get("spend_calls")).as("paid calls").hasSize(sent);
            assertThat(node.log()).contains("The database takes no commit");

            node.kill();
            node.start();
            campaign.untilOnboarded();
            campaign.judge();
            node.kill();
            int calls = vendor.ledger().get("spend_calls").size();
            assertThat(node.database()
                            .sql("select count(*) from attempt")
                            .query(Integer.class)
                            .single())
                    .as("what was written down of %s paid calls", calls)
                    .isGreaterThanOrEqualTo(calls);
        }
    }

    private static void largestFile(MailwrightServer node, long bytes) throws Exception {
        int ended = new ProcessBuilder("prlimit", "--pid", "" + node.pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(ended).as("prlimit").isZero();
    }
}
