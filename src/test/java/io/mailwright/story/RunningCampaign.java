package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One campaign over the HTTP API, and its tasks over Camunda's. */
record RunningCampaign(Http http, String id) {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    static RunningCampaign post(Http http, String text) {
        Answer answer = http.post("/api/campaigns", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("stage").asText()).isEqualTo("checking");
        return new RunningCampaign(http, answer.json().get("id").asText());
    }

    /** An order of two domains that was paid in the vendor's web app, and the campaign that fills its form. */
    static RunningCampaign adopt(Http http, String text) {
        Answer bought = http.postJson(
                "/simulator/web-order",
                "{\"providers\":{\"smtp\":2},\"provider\":\"scaledmail\",\"domains\":[\"northwind-one.io\",\"northwind-two.io\"]}");
        assertThat(bought.status()).as(bought.body()).isEqualTo(200);
        Answer answer =
                http.post("/api/pending-forms/" + bought.json().get("uuid").asText() + "/adopt", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new RunningCampaign(http, answer.json().get("id").asText());
    }

    String path() {
        return "/api/campaigns/" + id;
    }

    JsonNode view() {
        return http.get(path()).json();
    }

    JsonNode plan() {
        return http.get(path() + "/plan").json();
    }

    JsonNode await(String what, Predicate<JsonNode> condition) {
        return await(what, condition, () -> {}, view -> {});
    }

    /**
     * @param first what is seen to before each look
     * @param meanwhile what is done with what is seen
     */
    JsonNode await(String what, Predicate<JsonNode> condition, Runnable first, Consumer<JsonNode> meanwhile) {
        JsonNode[] last = new JsonNode[1];
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(250))
                    .atMost(PATIENCE)
                    .until(() -> {
                        first.run();
                        Answer answer = http.get(path());
                        if (answer.status() != 200) return false;
                        last[0] = answer.json();
                        meanwhile.accept(last[0]);
                        return condition.test(last[0]);
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(what + " did not come; last seen: " + last[0]);
        }
        return last[0];
    }

    /** Fails at once when the campaign asks something else than its approval. */
    JsonNode awaitStage(String stage) {
        return await("stage " + stage, view -> {
            boolean there = view.get("stage").asText().equals(stage);
            assertThat(there ? List.of() : Vendor.rows(view.get("tasks"), RunningCampaign::unexpected))
                    .as("tasks on the way to %s of %s", stage, view)
                    .isEmpty();
            return there;
        });
    }

    private static boolean unexpected(JsonNode task) {
        return !task.get("key").asText().equals("approvePlan");
    }

    /** @return the task */
    JsonNode awaitTask(String key) {
        return task(await("task " + key, view -> task(view, key).isPresent()), key)
                .orElseThrow();
    }

    Optional<JsonNode> task(String key) {
        return task(view(), key);
    }

    private static Optional<JsonNode> task(JsonNode view, String key) {
        return Vendor.rows(view.get("tasks"), task -> task.get("key").asText().equals(key)).stream()
                .findFirst();
    }

    Answer approve() {
        String hash = awaitStage("awaiting-approval").get("planHash").asText();
        return http.postJson(path() + "/approve", "{\"planHash\":\"" + hash + "\"}");
    }

    /** Approves what is planned and waits for its mailboxes. */
    JsonNode approveAndAwaitMailboxes() {
        Answer answer = approve();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return awaitStage("onboarded");
    }

    void decide(String key, String decision) {
        Answer answer =
                complete(http, awaitTask(key), "{\"decision\":{\"value\":\"" + decision + "\",\"type\":\"String\"}}");
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    static Answer complete(Http who, JsonNode task, String variables) {
        return who.postJson(
                "/engine-rest/task/" + task.get("id").asText() + "/complete", "{\"variables\":" + variables + "}");
    }

    List<String> csv() {
        Answer answer = http.get(path() + "/mailboxes?format=csv");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().lines().toList();
    }
}
