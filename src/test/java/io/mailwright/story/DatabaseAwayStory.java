package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mailwright.story.Shapes.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * PostgreSQL dies while an order is on its way and comes back twenty seconds later. Meanwhile nothing new is paid for and the
 * health says DOWN; then the node goes on by itself.
 */
@Execution(ExecutionMode.CONCURRENT)
class DatabaseAwayStory {
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration CLAIMS_RUN_OUT = Duration.ofSeconds(6);

    @Test
    void theNodeGoesOnByItselfWhenItsDatabaseIsBack() throws Exception {
        Shape shape = Shapes.of("driftwood", Map.of("google", 1, "smtp", 1, "outlook", 1));
        try (Postgres postgres = new Postgres().start();
                VendorProcess simulator = new VendorProcess(Child.newDirectory()).start();
                MailwrightServer node = new MailwrightServer(simulator.vendor, settings(simulator, postgres)).start()) {
            Vendor vendor = simulator.vendor;
            vendor.speed(86_400);
            vendor.faults("""
                    {"rate":0.15,"seed":4,"hang":"PT8S",
                     "script":[{"endpoint":"create-custom-order","fault":"hang-after"}]}""");
            long pid = node.pid();
            Carried campaign = new Carried(vendor, List.of(shape), node);
            campaign.until("an order on its way", () -> vendor.calls("create-custom-order") > 0);

            long gone = System.nanoTime();
            postgres.stopAtOnce();
            Thread.sleep(CLAIMS_RUN_OUT.toMillis());
            int sent = vendor.ledger().get("spend_calls").size();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(node.health()).isEqualTo(503));
            Thread.sleep(Math.max(0, AWAY.toMillis() - (System.nanoTime() - gone) / 1_000_000));
            assertThat(vendor.ledger().get("spend_calls")).as("paid calls").hasSize(sent);
            postgres.start();
            await().atMost(Duration.ofSeconds(60)).until(node::healthy);

            long back = System.nanoTime();
            campaign.untilOnboarded();
            System.out.println("Kills: onboarded " + (System.nanoTime() - back) / 1_000_000_000
                    + " s after the database was back");
            campaign.judge();
            assertThat(node.pid()).as("the node was not started again").isEqualTo(pid);
            assertThat(node.alive()).isTrue();
        }
    }

    private static Map<String, String> settings(VendorProcess simulator, Postgres postgres) {
        Map<String, String> settings = new TreeMap<>(simulator.settings());
        settings.putAll(postgres.settings());
        return settings;
    }
}
