package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What waits for people, asked for and decided over HTTP. */
@FlowTest
class OpenTasksTest {
    @Autowired
    Flows flows;

    @Autowired
    Environment environment;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    OpenTasks rows;

    @Autowired
    People people;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.nothingTwice();
    }

    @Test
    void a_plan_is_approved_by_who_may_as_it_is_shown_and_once() {
        String id = flows.start(file(word(), 1, "")).id();
        String task = flows.open(id, "approvePlan");
        JsonNode shown = as("approver").get("/api/tasks/" + task).json();
        assertThat(shown.path("key").asText()).isEqualTo("approvePlan");
        assertThat(shown.path("question").asText()).isEqualTo("Approve this plan?");
        assertThat(shown.path("decisions").toString()).isEqualTo("[\"approve\",\"change\",\"reject\"]");
        assertThat(shown.path("groups").toString()).isEqualTo("[\"approvers\"]");
        assertThat(shown.path("campaign").asText()).isEqualTo(id);
        assertThat(shown.path("campaignName").asText()).isEqualTo(flows.view(id).name());
        assertThat(Instant.parse(shown.path("due").asText())).isAfter(Instant.now());
        assertThat(shown.path("overdue").asBoolean(true)).isFalse();
        assertThat(shown.at("/facts/planHash").asText())
                .isEqualTo(flows.view(id).planHash());
        assertThat(shown.at("/facts/domains/0/domain").asText())
                .isEqualTo(flows.names(id).get(0));

        assertThat(decide("operator", task, "approve").status()).isEqualTo(403);
        Asking.Answer unknown = decide("approver", task, "perhaps");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("'perhaps'", "approve, change, reject");
        assertThat(as("approver").post("/api/tasks/" + task, "{}").status()).isEqualTo(400);
        assertThat(as("approver")
                        .post("/api/tasks/" + task, "{'decision':'approve','comment':'" + "x".repeat(4001) + "'}")
                        .status())
                .isEqualTo(400);
        assertThat(flows.view(id).stage()).isEqualTo("awaiting-approval");

        Asking.Answer approved =
                as("approver").post("/api/tasks/" + task, "{'decision':'approve','comment':'as agreed'}");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json())
                .isEqualTo(json("{'id':'" + task + "','decision':'approve','campaign':'" + id + "'}"));
        assertThat(decide("approver", task, "approve").status()).isEqualTo(409);
        assertThat(as("approver").get("/api/tasks/" + task).status()).isEqualTo(404);
        flows.onboarded(id);
        assertThat(flows.jdbc
                        .sql("select approved_by || ' ' || comment from approval where campaign_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("approver as agreed");
    }

    @Test
    void of_many_clicks_at_once_one_counts() {
        String id = flows.start(file(word(), 1, "")).id();
        String task = flows.open(id, "approvePlan");
        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(click -> decide("demo", task, "reject").status())
                .toList();
        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        flows.until(id, Flows.stage(Stage.REJECTED));
    }

    @Test
    void who_never_was_is_not_found() {
        assertThat(decide("demo", "nobody", "approve").status()).isEqualTo(404);
        assertThat(as("demo").get("/api/tasks/nobody").status()).isEqualTo(404);
        assertThat(as("demo").get("/api/tasks?size=0").status()).isEqualTo(400);
    }

    @Test
    void a_task_that_is_taken_back_is_gone() {
        String id = flows.start(file(word(), 1, "budget 1")).id();
        String task = flows.open(id, "correctCampaign");
        assertThat(of(id)).containsExactly(task);
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        assertThat(of(id)).isEmpty();
        assertThat(decide("operator", task, "retry").status()).isEqualTo(409);
    }

    @Test
    void designers_own_questions_stand_there_too() {
        deploy("asks-twice", """
                <userTask id='first' name='Go on?' camunda:candidateGroups='operators'/>
                <boundaryEvent id='else' attachedToRef='first'>
                  <messageEventDefinition messageRef='enough'/></boundaryEvent>
                <sequenceFlow id='more' sourceRef='else' targetRef='second'/>
                <userTask id='second' camunda:candidateUsers='approver' camunda:dueDate='2020-01-01T00:00:00Z'>
                  <extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name='why'>because</camunda:inputParameter>
                  </camunda:inputOutput></extensionElements></userTask>
                <sequenceFlow id='rest' sourceRef='second' targetRef='end'/>""");
        flows.asDemo(() -> runtime.startProcessInstanceByKey("asks-twice"));
        Task first = only("asks-twice");
        flows.tasks.addCandidateGroup(first.getId(), "approvers");
        assertThat(people.find(first.getId()).orElseThrow().groups())
                .containsExactlyInAnyOrder("operators", "approvers");
        first = only("asks-twice");
        first.setDueDate(Date.from(Instant.now().plus(Duration.ofDays(1))));
        flows.tasks.saveTask(first);
        assertThat(people.find(first.getId()).orElseThrow().due())
                .isEqualTo(first.getDueDate().toInstant());

        runtime.createMessageCorrelation("enough").correlate();
        assertThat(people.find(first.getId())).isEmpty();

        String second = only("asks-twice").getId();
        JsonNode list = as("operator").get("/api/tasks?size=1").json();
        assertThat(list.at("/tasks/0/id").asText()).isEqualTo(second);
        assertThat(list.at("/tasks/0/overdue").asBoolean()).isTrue();
        assertThat(list.at("/tasks/0/campaign").isNull()).isTrue();
        assertThat(list.path("total").asInt()).isPositive();
        assertThat(as("operator")
                        .get("/api/tasks/" + second)
                        .json()
                        .at("/facts/why")
                        .asText())
                .isEqualTo("because");
        assertThat(decide("operator", second, "done").status()).isEqualTo(403);
        assertThat(decide("approver", second, "done").status()).isEqualTo(200);
        assertThat(people.find(second)).isEmpty();
    }

    @Test
    void an_instance_that_is_deleted_takes_its_questions_with_it() {
        deploy("asks", "<userTask id='first' camunda:candidateGroups='operators'/>");
        String instance = runtime.startProcessInstanceByKey("asks").getId();
        String task = only("asks").getId();
        assertThat(people.find(task)).isPresent();
        runtime.deleteProcessInstance(instance, "over", true);
        assertThat(people.find(task)).isEmpty();
    }

    @Test
    void the_part_that_asks_a_person_is_answered() {
        String process = word();
        PartModel model = new PartModel(process)
                .then(
                        "ask",
                        "Ask a person",
                        Map.of("content", "{\"orders\":2}", "camunda:candidateGroups", "approvers"));
        repository.createDeployment().addString(process + ".bpmn", model.xml()).deploy();
        flows.asDemo(() -> runtime.startProcessInstanceByKey(process, process));
        while (flows.tasks.createTaskQuery().processDefinitionKey(process).count() == 0) Flows.sleep(50);
        String task = only(process).getId();
        JsonNode shown = as("operator").get("/api/tasks/" + task).json();
        assertThat(shown.path("facts").path("facts").toString()).contains("orders");
        assertThat(decide("operator", task, "approve").status()).isEqualTo(403);
        assertThat(decide("approver", task, "approve").status()).isEqualTo(200);
        assertThat(flows.jdbc
                        .sql("select approved_by from approval where campaign_id like ?")
                        .param(process + "#ask#%")
                        .query(String.class)
                        .list())
                .containsExactly("approver");
    }

    @Test
    void tasks_from_before_the_list_was_kept_are_found_at_the_start() {
        String id = flows.start(file(word(), 1, "")).id();
        String task = flows.open(id, "approvePlan");
        OpenTask before = people.find(task).orElseThrow();
        rows.ended(task);
        rows.opened(new OpenTasks.Opened(
                "gone", "onboarding", id, "approvePlan", null, List.of(), List.of(), Instant.now(), null));
        people.complete();
        assertThat(people.find(task)).contains(before);
        assertThat(people.find("gone")).isEmpty();
    }

    @Test
    void what_is_asked_about_an_attempt_is_its_campaigns() {
        String id = flows.approved(file(word(), 1, ""));
        flows.onboarded(id);
        String attempt = flows.jdbc
                .sql("select max(id) from attempt where campaign_id = ?")
                .param(id)
                .query(String.class)
                .single();
        rows.opened(new OpenTasks.Opened(
                "of-" + attempt, "settle", attempt, "resolveSpend", null, List.of(), List.of(), Instant.now(), null));
        assertThat(of(id)).containsExactly("of-" + attempt);
        rows.ended("of-" + attempt);
    }

    private void deploy(String key, String elements) {
        repository
                .createDeployment()
                .addString(key + ".bpmn", """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='test'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>
                  <message id='enough' name='enough'/>
                  <process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='begun'/><sequenceFlow id='in' sourceRef='begun' targetRef='first'/>
                    %s
                    <sequenceFlow id='out' sourceRef='first' targetRef='end'/><endEvent id='end'/>
                  </process>
                </definitions>
                """.formatted(key, elements))
                .deploy();
    }

    private Task only(String process) {
        return flows.tasks.createTaskQuery().processDefinitionKey(process).singleResult();
    }

    private List<String> of(String campaign) {
        return people.of(campaign).stream().map(OpenTask::id).toList();
    }

    private static JsonNode json(String text) {
        return new Asking.Answer(200, text.replace('\'', '"')).json();
    }

    private Asking as(String user) {
        return new Asking(environment, user);
    }

    private Asking.Answer decide(String user, String task, String decision) {
        return as(user).post("/api/tasks/" + task, "{'decision':'" + decision + "'}");
    }
}
