package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The flow in bpmn/examples, which is drawn from parts alone. */
@FlowTest
class PartsExampleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Flows flows;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void nothingTwice() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void a_campaign_is_onboarded() throws Exception {
        String word = Flows.word();
        String key = start(word);
        decide(key, "askPlan", "approve");
        JsonNode file = finished(key);
        assertThat(file.path("mailboxes").asInt()).isEqualTo(2 + 4);
        assertThat(file.path("text").asText()).startsWith("email,first_name").contains("@", word);
    }

    /** Replies are lost, before and after the effect; a person answers what no reading settles. */
    @Test
    void it_is_onboarded_once_while_calls_fail() throws Exception {
        String word = Flows.word();
        String key = start(word);
        task(key, "askPlan");
        flows.admin(
                "PUT",
                "faults",
                "{'script':[{'endpoint':'buy-domains','nth':1,'fault':'drop-after'},"
                        + "{'endpoint':'create-custom-order','nth':1,'fault':'drop-before'},"
                        + "{'endpoint':'submit-form','nth':1,'fault':'500-after'},"
                        + "{'endpoint':'domains','nth':2,'fault':'500-before'}]}");
        decide(key, "askPlan", "approve");
        until(() -> {
            open(key, "askMend").forEach(task -> answer(task, "approve"));
            flows.tasks
                    .createTaskQuery()
                    .taskDefinitionKey("resolveSpend")
                    .list()
                    .forEach(this::truthfully);
            return ended(key);
        });
        assertThat(finished(key).path("mailboxes").asInt()).isEqualTo(2 + 4);
    }

    private void truthfully(Task task) {
        Map<String, Object> shown = flows.tasks.getVariablesLocal(task.getId());
        List<String> names = List.of(String.valueOf(shown.get("spendNames")).split(","));
        String list = String.valueOf(shown.get("spendKind")).equals("BUY_DOMAINS") ? "purchases" : "orders";
        try {
            answer(task, flows.at(list, names) > 0 ? "happened" : "did-not-happen");
        } catch (RuntimeException early) {
            // it may still become visible, or was settled a moment ago
        }
    }

    private void answer(Task task, String decision) {
        flows.asDemo(() -> flows.tasks.complete(task.getId(), Map.of("decision", decision)));
    }

    @Test
    void nothing_is_bought_when_the_plan_is_rejected() {
        String word = Flows.word();
        String key = start(word);
        decide(key, "askPlan", "reject");
        until(() -> ended(key));
        assertThat(flows.ledger().toString()).doesNotContain(word);
    }

    /** A designer, or a REST caller, who jumps over the question gets nothing for it. */
    @Test
    void nothing_is_sent_that_was_not_approved() {
        String word = Flows.word();
        String key = start(word);
        task(key, "askPlan");
        runtime.createProcessInstanceModification(instance(key))
                .cancelAllForActivity("askPlan")
                .startBeforeActivity("buy")
                .execute();
        until(() -> state().stream().anyMatch(said -> said.contains("is not approved")));
        assertThat(flows.ledger().toString()).doesNotContain(word);
    }

    String start(String word) {
        String key = "parts-" + word;
        flows.asDemo(() -> runtime.startProcessInstanceByKey(
                "onboard-by-parts",
                key,
                Map.of("text", Flows.file(word, "google: 1, smtp: 1", "buy 2", "approve always"))));
        return key;
    }

    JsonNode finished(String key) throws Exception {
        until(() -> ended(key));
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        HistoricVariableInstance file = history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("file")
                .singleResult();
        return new ObjectMapper().readTree(file.getValue().toString());
    }

    void decide(String key, String activity, String decision) {
        answer(task(key, activity), decision);
    }

    private Task task(String key, String activity) {
        until(() -> !open(key, activity).isEmpty());
        return open(key, activity).get(0);
    }

    private List<Task> open(String key, String activity) {
        return flows.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(activity)
                .list();
    }

    private String instance(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private boolean ended(String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                == 0;
    }

    private List<String> state() {
        List<String> there = Stream.concat(
                        runtime.createProcessInstanceQuery().processDefinitionKey("onboard-by-parts").list().stream()
                                .map(one -> one.getBusinessKey() + " at " + runtime.getActiveActivityIds(one.getId())),
                        flows
                                .jdbc
                                .sql(
                                        "select kind || ' ' || state from attempt order by id desc fetch first 9 rows only")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
        return Stream.concat(
                        there.stream(),
                        Stream.concat(
                                management.createJobQuery().withException().list().stream()
                                        .map(Job::getExceptionMessage),
                                runtime.createVariableInstanceQuery().variableName("problem").list().stream()
                                        .map(said -> "problem: " + said.getValue())))
                .toList();
    }

    private void until(BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not within " + PATIENCE + ": " + state());
            Flows.sleep(100);
        }
    }
}
