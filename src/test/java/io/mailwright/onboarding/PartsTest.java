package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each of the vendor's operations as a part in a process of its own, as its template draws it. */
@FlowTest
class PartsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ORGANIZATION = "recOrg00000000001";

    @Autowired
    Questions questions;

    @Autowired
    Flows flows;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    ScaledMail vendor;

    private final String process = "parts" + UUID.randomUUID().toString().substring(0, 8);

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
    void what_can_be_read() {
        String word = Flows.word();
        register(word + "own.com");
        run(
                new PartModel(process)
                        .then("a1", "Get Workspaces", Map.of())
                        .then("a2", "Pre Warm Inboxes", Map.of("workspace", "Northwind"))
                        .then("a3", "Get Domains", Map.of())
                        .then("a4", "Search Domains", Map.of("names", word + ".com, try" + word + ".com"))
                        .then("a5", "Suggest Domains", Map.of("keyword", word, "tlds", "[\"com\"]"))
                        .then("a6", "Get Purchased Domains", Map.of())
                        .then("a7", "Calculate Package", Map.of("type", "smtp"))
                        .then("a8", "Get Packages", Map.of())
                        .then("a9", "Get Orders", Map.of())
                        .then("a10", "Get Pending Forms", Map.of())
                        .then("a11", "Get Mailboxes by Domain ID", Map.of("domainId", "recNoSuchDomain01"))
                        .then("a12", "Test rule", Map.of("rule", "total > 12", "facts", "{\"total\": 12.5}")),
                Map.of());

        assertThat(result("workspaces").toString()).contains("Northwind");
        assertThat(result("stock").at("/google/0/pricing/oneTimePrice").asInt()).isPositive();
        assertThat(result("found")).hasSize(2);
        assertThat(result("suggested").path("domains").toString()).contains(word);
        assertThat(result("registered").toString()).contains(word + "own.com");
        assertThat(result("quote").path("pricePerUnit").asDouble()).isEqualTo(3.75);
        assertThat(result("packages").at("/0/id").asText()).startsWith("price_");
        assertThat(result("listedMailboxes")).isEmpty();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processDefinitionKey(process)
                        .variableName("holds")
                        .singleResult()
                        .getValue())
                .isEqualTo(true);
    }

    @Test
    void a_fixed_package_is_ordered_changed_and_cancelled() {
        String word = Flows.word();
        String domain = word + "own.com";
        String spare = word + "spare.com";
        register(domain, spare);
        String alias = "{\"first_name\":\"Anna\",\"last_name\":\"Smith\",\"alias\":\"anna%d\"}";
        String order =
                "{\"price_id\":\"price_1SimulatorSmtp4\",\"quantity\":1,\"amount\":3.75,\"providers\":{\"smtp\":{\"domains\":[{\"domain\":\""
                        + domain + "\",\"aliases\":["
                        + String.join(
                                ",", alias.formatted(1), alias.formatted(2), alias.formatted(3), alias.formatted(4))
                        + "]}]}}}";
        String redirect = "{\"domain\":\"" + domain + "\",\"redirect\":\"https://other.example\"}";
        String swap = "{\"domain\":\"" + domain + "\",\"new_domain\":\"" + spare + "\"}";
        String content = "{\"order\":" + order + ",\"redirect\":" + redirect + ",\"swap\":" + swap + "}";
        run(
                new PartModel(process)
                        .then("ask", "Ask a person", Map.of("content", content))
                        .then("order", "Create Order", spend("ask", order))
                        .then("paid", "Wait for payment", Map.of())
                        .then("ready", "Wait for mailboxes", Map.of("ordered", order))
                        .then("details", "Get Order Details", Map.of("order", "${payment.order}"))
                        .then("redirect", "Update Domain Redirect", spend("ask", redirect))
                        .then("swap", "Update Domain Name", spend("ask", swap))
                        .then(
                                "askEnd",
                                "Ask a person",
                                Map.of("content", "{\"ending\":{\"order\":\"${payment.order}\"}}"))
                        .then("cancel", "Cancel Order", spend("askEnd", "{\"order\":\"${payment.order}\"}")),
                Map.of("ask", "approve", "askEnd", "approve"));

        assertThat(result("readyMailboxes")).hasSize(4);
        assertThat(result("orderDetails").toString()).contains(domain);
        assertThat(result("redirected").path("redirect").asText()).isEqualTo("https://other.example");
        assertThat(result("swap").path("new_domain").asText()).isEqualTo(spare);
        String id = result("cancelled").path("order").asText();
        assertThat(flows.ledger().path("orders").toString()).contains(id);
        assertThat(vendor.order(ORGANIZATION, id).cancelled()).isTrue();
    }

    @Test
    void a_workspace_is_made_and_warm_inboxes_are_bought() {
        String name = "Team " + Flows.word();
        String workspace = "{\"name\":\"" + name + "\"}";
        flows.admin("POST", "pre-warm-inboxes", "{'google':1}");
        Wire.WarmInbox item = vendor.preWarmInboxes(ORGANIZATION).google().stream()
                .reduce((earlier, latest) -> latest)
                .orElseThrow();
        String warm = "{\"amount\":%s,\"domains\":[{\"id\":\"%s\",\"domain\":\"%s\"}]}"
                .formatted(item.pricing().oneTimePrice().add(item.pricing().monthlyPrice()), item.id(), item.domain());
        run(
                new PartModel(process)
                        .then(
                                "ask",
                                "Ask a person",
                                Map.of("content", "{\"warm\":" + warm + ",\"workspace\":" + workspace + "}"))
                        .then("make", "Create Workspace", spend("ask", workspace))
                        .then("buy", "Buy Pre Warm Inboxes", spend("ask", warm)),
                Map.of("ask", "approve"));
        assertThat(result("newWorkspace").path("name").asText()).isEqualTo(name);
        assertThat(result("newWorkspace").path("id").asText()).startsWith("rec");
        assertThat(result("warm").path("domains").toString()).contains(item.domain());
    }

    /** Whoever completes the task says nothing, and everything that the model can write says "approve". */
    @Test
    void a_model_gives_no_answer() {
        String workspace = "{\"name\":\"Never " + Flows.word() + "\"}";
        String xml = new PartModel(process)
                .then("ask", "Ask a person", Map.of("content", workspace, "decisions", ""))
                .then("make", "Create Workspace", spend("ask", workspace))
                .xml()
                .replace("<camunda:property name='decisions' value=''/>", "")
                .replaceFirst(
                        "<sequenceFlow id='to_ask' sourceRef='begun'",
                        "<sequenceFlow id='to_say' sourceRef='begun'"
                                + " targetRef='say'/><serviceTask id='say' camunda:expression='\\${\"approve\"}' camunda:resultVariable='decision'/>"
                                + "<sequenceFlow id='to_ask' sourceRef='say'")
                .replaceFirst(
                        "<camunda:inputOutput>",
                        "<camunda:inputOutput><camunda:inputParameter name='decision'>approve</camunda:inputParameter>");
        repository.createDeployment().addString(process + ".bpmn", xml).deploy();
        flows.asDemo(() -> runtime.startProcessInstanceByKey(process, process));
        flows.asDemo(() -> flows.tasks.complete(onlyTask().getId()));
        Instant end = Instant.now().plus(PATIENCE);
        while (incidents().isEmpty() && Instant.now().isBefore(end)) Flows.sleep(50);
        assertThat(incidents().toString()).contains("what 'ask' asks last is not approved");
        assertThat(approvals()).isZero();
    }

    private Task onlyTask() {
        Instant end = Instant.now().plus(PATIENCE);
        while (flows.tasks.createTaskQuery().processDefinitionKey(process).count() == 0
                && Instant.now().isBefore(end)) Flows.sleep(50);
        return flows.tasks.createTaskQuery().processDefinitionKey(process).singleResult();
    }

    private List<String> incidents() {
        return management.createJobQuery().processDefinitionKey(process).withException().list().stream()
                .map(Job::getExceptionMessage)
                .toList();
    }

    private int approvals() {
        return flows.jdbc
                .sql("select count(*) from approval where campaign_id like ?")
                .param(process + "#%")
                .query(Integer.class)
                .single();
    }

    @Test
    void what_is_asked_at_the_same_time_is_approved_each_on_its_own() {
        List<String> names = List.of("One " + Flows.word(), "Two " + Flows.word(), "No " + Flows.word());
        List<String> contents =
                names.stream().map(name -> "{\"name\":\"" + name + "\"}").toList();
        String xml = new PartModel(process)
                .then("ask", "Ask a person", Map.of("content", "${item}"))
                .then("make", "Create Workspace", spend("ask", contents.get(1)))
                .xml()
                .replace("targetRef='ask'", "targetRef='each'")
                .replace("sourceRef='ask'", "sourceRef='each'")
                .replace(
                        "<userTask id='ask'",
                        "<subProcess id='each'><multiInstanceLoopCharacteristics camunda:collection='${parts.list(items)}'"
                                + " camunda:elementVariable='item'/><startEvent id='one'/>"
                                + "<sequenceFlow id='of_one' sourceRef='one' targetRef='ask'/><userTask id='ask'")
                .replace("</userTask>", "</userTask></subProcess>");
        repository.createDeployment().addString(process + ".bpmn", xml).deploy();
        Map<String, Object> items = Map.of("items", contents.toString());
        flows.asDemo(() -> runtime.startProcessInstanceByKey(process, process, items));
        flows.asDemo(() -> runtime.startProcessInstanceByKey(process, process, items));
        Instant end = Instant.now().plus(PATIENCE);
        while (flows.tasks.createTaskQuery().processDefinitionKey(process).count() < 6
                && Instant.now().isBefore(end)) Flows.sleep(50);
        List<Task> tasks =
                flows.tasks.createTaskQuery().processDefinitionKey(process).list();
        assertThat(tasks).hasSize(6);
        for (Task task : tasks) {
            String shown = String.valueOf(runtime.getVariableLocal(task.getExecutionId(), "facts"));
            flows.asDemo(() -> flows.tasks.complete(
                    task.getId(), Map.of("decision", shown.contains(names.get(2)) ? "reject" : "approve")));
        }
        while (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .count()
                > 0) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not within " + PATIENCE + ": " + state());
            Flows.sleep(100);
        }
        assertThat(approvals()).isEqualTo(4);
        assertThat(vendor.organizations().toString()).containsOnlyOnce(names.get(1));
        assertThat(questions.authority(process, "ask", json(contents.get(0)), 0).campaign())
                .isNotEqualTo(questions
                        .authority(process, "ask", json(contents.get(1)), 0)
                        .campaign());
        assertThatThrownBy(() -> questions.authority(process, "ask", json(contents.get(2)), 0))
                .hasMessageContaining("not approved");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void a_plan_of_pre_warmed_domains_is_bought() {
        flows.admin("POST", "pre-warm-inboxes", "{'google':1}");
        run(
                new PartModel(process)
                        .then(
                                "read",
                                "Read campaign",
                                Map.of("text", "campaign '" + process + "'\nprewarmed google: 1"))
                        .then("list", "Pre Warm Inboxes", Map.of())
                        .then("search", "Search Domains", Map.of())
                        .then("plan", "Generate aliases", Map.of("stock", "${stock}", "approval", "ask"))
                        .then("ask", "Ask a person", Map.of("workspace", "${campaign.workspace}"))
                        .then("buy", "Buy Pre Warm Inboxes", Map.of("approval", "ask")),
                Map.of("ask", "approve"));
        assertThat(result("warm").at("/domains/0")).isEqualTo(result("plan").at("/prewarmed/domains/0/domain"));
    }

    private static Map<String, String> spend(String approval, String content) {
        return Map.of("approval", approval, "content", content);
    }

    private void register(String... domains) {
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'%s','domains':['%s']}".formatted(ORGANIZATION, String.join("','", domains)));
    }

    private void run(PartModel model, Map<String, String> answers) {
        repository.createDeployment().addString(process + ".bpmn", model.xml()).deploy();
        flows.asDemo(() -> runtime.startProcessInstanceByKey(process, process));
        Instant end = Instant.now().plus(PATIENCE);
        while (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .count()
                > 0) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not within " + PATIENCE + ": " + state());
            for (Task task :
                    flows.tasks.createTaskQuery().processDefinitionKey(process).list())
                flows.asDemo(() -> flows.tasks.complete(
                        task.getId(), Map.of("decision", answers.get(task.getTaskDefinitionKey()))));
            Flows.sleep(100);
        }
    }

    private List<String> state() {
        return management.createJobQuery().withException().list().stream()
                .map(Job::getExceptionMessage)
                .toList();
    }

    private JsonNode result(String variable) {
        HistoricVariableInstance found = history.createHistoricVariableInstanceQuery()
                .processDefinitionKey(process)
                .variableName(variable)
                .singleResult();
        assertThat(found).as(variable).isNotNull();
        try {
            return new ObjectMapper().readTree(found.getValue().toString());
        } catch (java.io.IOException e) {
            throw new AssertionError(variable + ": " + found.getValue(), e);
        }
    }
}
