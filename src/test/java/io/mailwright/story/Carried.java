package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import io.mailwright.story.Shapes.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Campaigns that one person starts, approves and answers for, truthfully, at whichever of the servers answers; what gets no
 * answer is asked again. The vendor's ledger is the judge.
 */
final class Carried {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final long start = System.nanoTime();
    private final Vendor vendor;
    private final List<Shape> shapes;
    private final List<MailwrightServer> servers;
    private final Map<Shape, String> ids = new HashMap<>();
    private final Map<Shape, JsonNode> seen = new HashMap<>();
    private final Set<String> questions = new HashSet<>();

    Carried(Vendor vendor, List<Shape> shapes, MailwrightServer... servers) {
        this.vendor = vendor;
        this.shapes = shapes;
        this.servers = List.of(servers);
    }

    void untilOnboarded() throws InterruptedException {
        until("all are onboarded", () -> shapes.stream().allMatch(this::onboarded));
    }

    void until(String what, BooleanSupplier condition) throws InterruptedException {
        for (int round = 0; !condition.getAsBoolean(); round++) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError(what + " did not come, last seen: " + seen.values());
            }
            MailwrightServer server = servers.get(round % servers.size());
            if (server.alive()) shapes.forEach(shape -> look(server, shape));
            Thread.sleep(250);
        }
    }

    private boolean onboarded(Shape shape) {
        return Optional.ofNullable(seen.get(shape))
                .filter(view -> view.get("stage").asText().equals("onboarded"))
                .isPresent();
    }

    private void look(MailwrightServer server, Shape shape) {
        if (onboarded(shape)) return;
        if (!ids.containsKey(shape)) {
            Answer begun = server.http.post("/api/campaigns", shape.text());
            if (begun.status() == 201 || begun.status() == 409) {
                ids.put(shape, begun.json().get("id").asText());
            }
            return;
        }
        RunningCampaign campaign = campaign(server, shape);
        Answer answer = server.http.get(campaign.path());
        if (answer.status() != 200) return;
        JsonNode view = answer.json();
        seen.put(shape, view);
        if (view.get("stage").asText().equals("awaiting-approval")) {
            server.http.postJson(
                    campaign.path() + "/approve",
                    "{\"planHash\":\"" + view.get("planHash").asText() + "\"}");
        }
        for (JsonNode task : view.get("tasks")) {
            String key = task.get("key").asText();
            if (!key.equals("approvePlan"))
                questions.add(key + " " + task.get("id").asText());
        }
        new TruthfulPerson(server, campaign).answer(view);
    }

    RunningCampaign campaign(MailwrightServer server, Shape shape) {
        return new RunningCampaign(server.http, ids.get(shape));
    }

    int questions() {
        return questions.size();
    }

    /** Everything there once, nothing that was not approved, no limit broken. */
    void judge() {
        vendor.judge();
        JsonNode ledger = vendor.ledger();
        int orders = shapes.stream().mapToInt(Shape::orders).sum();
        assertThat(ledger.at("/counts/purchases").asInt())
                .as("names bought")
                .isEqualTo(shapes.stream().mapToInt(Shape::domains).sum());
        assertThat(ledger.at("/counts/orders").asInt()).as("orders").isEqualTo(orders);
        assertThat(ledger.at("/counts/forms").asInt()).as("forms").isEqualTo(orders);
        BigDecimal approved = BigDecimal.ZERO;
        List<String> bought = new ArrayList<>(Vendor.texts(ledger.get("purchases"), "domain"));
        for (Shape shape : shapes) {
            RunningCampaign campaign = campaign(servers.get(0), shape);
            assertThat(campaign.csv()).as("mailboxes of %s", shape.name()).hasSize(shape.mailboxes() + 1);
            JsonNode plan = campaign.plan();
            approved = approved.add(plan.at("/cost/now").decimalValue());
            bought.removeAll(Vendor.texts(plan.get("domains"), "domain"));
            bought.removeAll(Vendor.texts(plan.get("alternates"), "domain"));
        }
        assertThat(bought).as("bought and in no approved plan").isEmpty();
        assertThat(ledger.at("/charged/total").decimalValue()).as("charged").isLessThanOrEqualTo(approved);
    }
}
