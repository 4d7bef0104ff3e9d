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
 * Two nodes on one PostgreSQL carry the same campaigns while calls fail. One is killed midway, the other goes on, the killed
 * one comes back.
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
                    "an order", () -> vendor.ledger().at("/counts/orders").asInt() > 0);
            other.kill();
            int submitted = vendor.ledger().at("/counts/forms").asInt();
            campaigns.until("a form", () -> vendor.ledger().at("/counts/forms").asInt() > submitted);
            other.start();
            campaigns.untilOnboarded();

            campaigns.judge();
            assertThat(postgres.jdbc()
                            .sql("select distinct claimed_by from attempt order by claimed_by")
                            .query(String.class)
                            .list())
                    .as("who bought, ordered and submitted")
                    .containsExactlyInAnyOrder(one.name, other.name);
        }
    }

    private static MailwrightServer node(VendorProcess simulator, Postgres postgres) {
        Map<String, String> settings = new TreeMap<>(simulator.settings());
        settings.putAll(postgres.settings());
        return new MailwrightServer(simulator.vendor, settings);
    }
}
