package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.onboarding.parts.PartWaits;
import io.mailwright.scaledmail.ScaledMail;
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
    Organizations organizations;

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

    @Autowired
    PartWaits waits;

    @Autowired
    ScaledMail vendor;

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

    @Test
    void what_is_bought_when_others_are_lost_stays_in_the_next_plan() throws Exception {
        String word = Flows.word();
        String key = start(
                word,
                Flows.file(word, "smtp: 12", "buy 12", "budget 900\napprove always")
                        .replace("tlds: ['com']", "tlds: ['com', 'net', 'org']"));
        List<String> first = names(key);
        flows.gone(first.get(11));
        decide(key, "askPlan", "approve");
        until(() -> open(key, "askPlan").stream().anyMatch(task -> !names(key).equals(first)));

        List<String> second = names(key);
        assertThat(second).hasSize(12).startsWith(first.subList(0, 10).toArray(String[]::new));
        assertThat(second).doesNotContain(first.get(11));
        assertThat(shown(key).at("/purchases/0/price").decimalValue()).isZero();
        decide(key, "askPlan", "approve");
        assertThat(finished(key).path("mailboxes").asInt()).isEqualTo(48);
        assertThat(flows.jdbc
                        .sql("select count(*) from spend s join attempt a on a.id = s.attempt_id"
                                + " where a.campaign_id like ? and a.kind = 'BUY_DOMAINS' and a.state = 'confirmed'")
                        .param(key + "#askPlan#%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(flows.jdbc
                        .sql("select cap from budget where scope like ?")
                        .param("%" + key + "#askPlan%")
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("900");
    }

    @Test
    void a_file_that_only_owns_domains_is_onboarded() throws Exception {
        String word = Flows.word();
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'recOrg00000000001','domains':['%s.com']}".formatted(word));
        String key = start(word, """
                campaign '%1$s'
                own '%1$s.com'
                providers google: 1
                person 'Anna', 'Smith'
                patterns '{first}.{last}', '{f}{last}'
                redirect 'https://acme.example'
                """.formatted(word));
        decide(key, "askPlan", "approve");
        assertThat(finished(key).path("mailboxes").asInt()).isEqualTo(2);
    }

    @Test
    void everything_happens_in_the_workspace_that_the_file_names() throws Exception {
        String word = Flows.word();
        flows.vendor("POST", "organizations", "{'name':'%s'}".formatted(word));
        String workspace = vendor.organizations().stream()
                .filter(one -> word.equals(one.name()))
                .findFirst()
                .orElseThrow()
                .id();
        String key = start(word, Flows.file(word, "smtp: 1", "buy 1", "workspace '" + word + "'\napprove always"));
        decide(key, "askPlan", "approve");
        assertThat(finished(key).path("mailboxes").asInt()).isEqualTo(4);
        assertThat(flows.jdbc
                        .sql("select distinct organization from attempt where campaign_id like ?")
                        .param(key + "#askPlan#%")
                        .query(String.class)
                        .list())
                .containsExactly(workspace);
    }

    @Test
    void a_key_that_is_revoked_is_a_question_and_the_vendor_that_wants_aliases_gets_them() throws Exception {
        // as any campaign before it does
        organizations.id(null);
        flows.modes("{'lifecycle':'direct','revokedKey':true}");
        String word = Flows.word();
        String key = start(word);
        task(key, "askPlanMend");
        flows.modes("{'revokedKey':false}");
        decide(key, "askPlanMend", "approve");
        decide(key, "askPlan", "approve");
        assertThat(finished(key).path("mailboxes").asInt()).isEqualTo(2 + 4);
    }

    @Test
    void why_a_part_waits_is_told() throws Exception {
        flows.modes("{'unpaidOrders':true}");
        String key = start(Flows.word());
        decide(key, "askPlan", "approve");
        until(() -> waits.all().stream()
                .anyMatch(part -> key.equals(part.key())
                        && part.activity().equals("payment")
                        && part.reason().contains("is not paid yet")));
    }

    private JsonNode shown(String key) {
        try {
            return new ObjectMapper()
                    .readTree(flows.jdbc
                            .sql("select body from request where id like ?")
                            .param(key + "#askPlan#%")
                            .query(String.class)
                            .single());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> names(String key) {
        task(key, "askPlan");
        return shown(key).findValuesAsText("domain", new java.util.ArrayList<>()).stream()
                .distinct()
                .toList();
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
        return start(word, Flows.file(word, "google: 1, smtp: 1", "buy 2", "approve always"));
    }

    String start(String word, String text) {
        String key = "parts-" + word;
        flows.asDemo(() -> runtime.startProcessInstanceByKey("onboard-by-parts", key, Map.of("text", text)));
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
