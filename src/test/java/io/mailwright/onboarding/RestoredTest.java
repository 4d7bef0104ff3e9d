package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole database, the engine's tables too, set back to the moments between a campaign's jobs: whatever came after is
 * found at the vendor, and nothing is bought, ordered or submitted.
 */
@FlowTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:restored;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "mailwright.watch.min=PT0.05S",
            "mailwright.watch.max=PT0.1S"
        })
@DirtiesContext
class RestoredTest {
    private static final int MOMENTS = Integer.getInteger("restore.moments", 3);

    @Autowired
    Flows flows;

    @Autowired
    ManagementService management;

    @Test
    void one_order() {
        everyMoment(file(word(), 2, ""), id -> {});
    }

    @Test
    void two_orders_whose_names_went_at_the_purchase() {
        everyMoment(
                file(word(), "smtp: 2, google: 2", "buy 4", "budget 500"),
                id -> flows.modes("{'takenAtPurchase':['%s','%s']}"
                        .formatted(flows.names(id).get(0), flows.names(id).get(3))));
    }

    @Test
    void a_name_that_went_can_be_had_again_after_the_restore() {
        everyMoment(
                file(word(), "smtp: 1, google: 1", "buy 2", "budget 500"),
                id -> flows.modes(
                        "{'prices':{'%s':90}}".formatted(flows.names(id).get(0))),
                () -> flows.modes("{'prices':{}}"));
    }

    @Test
    void orders_with_their_data() {
        flows.usual();
        everyMoment(file(word(), 1, ""), id -> flows.modes("{'lifecycle':'direct'}"));
    }

    @Test
    void calls_whose_replies_were_lost() {
        everyMoment(
                file(word(), 1, ""),
                id -> flows.admin(
                        "PUT",
                        "faults",
                        "{'script':[{'endpoint':'buy-domains','fault':'drop-after'},"
                                + "{'endpoint':'create-custom-order','fault':'500-after'},"
                                + "{'endpoint':'submit-form','fault':'html'}]}"));
    }

    private void everyMoment(String text, Consumer<String> hindrance) {
        everyMoment(text, hindrance, () -> {});
    }

    private void everyMoment(String text, Consumer<String> hindrance, Runnable meanwhile) {
        flows.usual();
        String id = flows.start(text).id();
        while (!task("approvePlan").test(flows.view(id))) step();
        hindrance.accept(id);
        List<byte[]> backups = new ArrayList<>();
        int last = 0;
        int calls = flows.ledger().get("spend_calls").size();
        boolean moved = true;
        while (!ended(id)) {
            // what comes after the last call that may cost money has nothing to find
            boolean spent = flows.ledger().get("spend_calls").size() > calls;
            if (spent) calls = flows.ledger().get("spend_calls").size();
            if (spent || moved) backups.add(backup());
            if (spent) last = backups.size();
            approve(id);
            moved = step();
        }
        JsonNode before = flows.ledger();
        var names = new TreeMap<>(slots(id));
        meanwhile.run();
        for (int i = 0; i < Math.min(MOMENTS, last); i++) {
            int moment = i * last / Math.min(MOMENTS, last);
            restore(backups.get(moment));
            for (int steps = 0; steps < 400 && !ended(id); steps++) {
                approve(id);
                step();
            }
            String where = "moment " + moment + " of " + backups.size() + ": " + flows.view(id);
            assertThat(flows.view(id).stage()).as(where).isEqualTo("onboarded");
            assertThat(flows.view(id).mailboxes().ready())
                    .as(where)
                    .isEqualTo(flows.view(id).mailboxes().expected());
            assertThat(slots(id)).as(where).isEqualTo(names);
            assertThat(flows.ledger().get("counts")).as(where).isEqualTo(before.get("counts"));
            assertThat(flows.ledger().get("charged")).as(where).isEqualTo(before.get("charged"));
            assertThat(flows.ledger().get("spend_calls")).as(where).hasSameSizeAs(before.get("spend_calls"));
        }
        flows.nothingTwice();
    }

    private TreeMap<Integer, String> slots(String id) {
        TreeMap<Integer, String> slots = new TreeMap<>();
        flows.jdbc
                .sql("select order_number, domain from campaign_domain where campaign_id = ? order by domain")
                .param(id)
                .query(row -> {
                    slots.merge(row.getInt(1), row.getString(2), (a, b) -> a + " " + b);
                });
        return slots;
    }

    private boolean ended(String id) {
        CampaignView view = flows.view(id);
        assertThat(view.tasks())
                .as("questions of %s", view)
                .allMatch(task -> task.key().equals("approvePlan"));
        return view.stage().equals("onboarded");
    }

    private void approve(String id) {
        if (task("approvePlan").test(flows.view(id))) flows.approve(id);
    }

    /** Runs the job that is due first, or waits a moment. @return whether there was one */
    private boolean step() {
        List<Job> due =
                management.createJobQuery().withRetriesLeft().executable().orderByJobDuedate().asc().list().stream()
                        .filter(job ->
                                job.getDuedate() == null || !job.getDuedate().after(new Date()))
                        .toList();
        if (due.isEmpty()) {
            Flows.sleep(20);
            return false;
        }
        try {
            management.executeJob(due.get(0).getId());
        } catch (RuntimeException triedAgain) {
            Flows.sleep(5);
        }
        return true;
    }

    private byte[] backup() {
        return String.join(
                        "\n\u0000",
                        flows.jdbc.sql("script nosettings").query(String.class).list())
                .getBytes();
    }

    private void restore(byte[] backup) {
        flows.jdbc.sql("drop all objects").update();
        for (String statement : new String(backup).split("\n\u0000"))
            flows.jdbc.sql(statement).update();
    }
}
