package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.story.Shapes.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two nodes on one PostgreSQL carry the same campaigns while calls fail. One is killed and the other goes on alone until it
 * has bought something; then it is killed, and the first one comes back and goes on alone; at last there are both.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesStory {
    @Test
    void whatTwoNodesDoIsDoneOnce() throws Exception {
        List<Shape> shapes = List.of(Shapes.of(7, 0), Shapes.of(7, 1));
        try (Postgres postgres = new Postgres().start();
                VendorProcess simulator = new VendorProcess(Child.newDirectory()).start();
                MailwrightServer one = node(simulator, postgres);
                MailwrightServer other = node(simulator, postgres)) {
            Vendor vendor = simulator.vendor;
            vendor.speed(86_400);
            vendor.faults("{\"rate\":0.15,\"seed\":7}");
            one.launch();
            other.launch();
            one.awaitReady();
            other.awaitReady();
            Carried campaigns = new Carried(vendor, shapes, one, other);

            campaigns.until(
                    "a purchase", () -> vendor.ledger().at("/counts/purchases").asInt() > 0);
            other.kill();
            campaigns.until(
                    "a call by the node that is left", () -> acted(postgres).contains(one.name));
            one.kill();
            other.start();
            campaigns.until(
                    "a call by the node that came back", () -> acted(postgres).contains(other.name));
            one.start();
            campaigns.untilOnboarded();

            campaigns.judge();
            assertThat(acted(postgres))
                    .as("who bought, ordered and submitted")
                    .containsExactlyInAnyOrder(one.name, other.name);
        }
    }

    private static List<String> acted(Postgres postgres) {
        return postgres.jdbc()
                .sql("select distinct claimed_by from attempt")
                .query(String.class)
                .list();
    }

    private static MailwrightServer node(VendorProcess simulator, Postgres postgres) {
        Map<String, String> settings = new TreeMap<>(simulator.settings());
        settings.putAll(postgres.settings());
        return new MailwrightServer(simulator.vendor, settings);
    }
}
