package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class TaskDecisionsTest {
    private static final String APPROVE =
            "{\"variables\":{\"decision\":{\"value\":\"approve\"},\"comment\":{\"value\":null}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskDecisions decisions;

    private Task task;

    @BeforeEach
    void openTask() {
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("ask")
                .addString("ask.bpmn", Models.task("ask", "approvers"))
                .deploy();
        String instance = runtime.startProcessInstanceByKey("ask").getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    @Test
    void the_model_says_what_can_be_decided() {
        assertThat(decisions.of(task.getProcessDefinitionId(), "it")).containsExactly("approve", "change", "reject");
        assertThat(decisions.of(task.getProcessDefinitionId(), "end")).isEmpty();
        assertThat(TrialSteps.calls("opened it")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"decision":{"value":"buy-all"}}                                      | one of approve, change, reject
                    {}                                                                    | No decision was given
                    {"decision":{"value":"approve"},"planHash":{"value":"x"}}             | planHash
                    {"decision":{"value":"approve"},"comment":{"value":7}}                | must be a String
                    {"decision":{"value":true}}                                           | must be a String
                    {"decision":{"value":"[]","type":"Object","valueInfo":{"objectTypeName":"java.util.ArrayList","serializationDataFormat":"application/json"}}} | must be a String
                    """)
    void anything_else_is_a_400_and_the_task_stays(String variables, String message) {
        for (String way : new String[] {"complete", "submit-form"}) {
            HttpResponse<String> answer = as("demo").post(path(way), "{\"variables\":" + variables + "}");

            assertThat(answer.statusCode()).as(way + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(message);
        }
        assertThat(open()).isTrue();
        assertThat(runtime.getVariables(task.getExecutionId())).isEmpty();
    }

    @Test
    void a_comment_too_long_is_refused() {
        HttpResponse<String> answer =
                as("demo").post(path("complete"), APPROVE.replace("null", "\"" + "x".repeat(4_001) + "\""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(open()).isTrue();
    }

    @Test
    void errors_from_outside_are_refused() {
        assertThat(as("demo")
                        .post(path("bpmnError"), "{\"errorCode\":\"problem\",\"variables\":{\"a\":{\"value\":1}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("demo")
                        .post(path("bpmnEscalation"), "{\"escalationCode\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("demo")
                        .post(path("resolve"), "{\"variables\":{\"a\":{\"value\":1}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(open()).isTrue();
    }

    @Test
    void an_operator_cannot_complete_an_approvers_task_but_an_approver_can() {
        assertThat(as("operator").get("/engine-rest/task/" + task.getId()).statusCode())
                .isNotEqualTo(200);
        assertThat(as("operator").post(path("complete"), APPROVE).statusCode()).isEqualTo(403);
        assertThat(as("operator")
                        .post(path("claim"), "{\"userId\":\"operator\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(open()).isTrue();

        assertThat(as("approver").get("/engine-rest/task/" + task.getId()).statusCode())
                .isEqualTo(200);
        assertThat(as("approver").post(path("complete"), APPROVE).statusCode()).isEqualTo(204);
        assertThat(open()).isFalse();
    }

    @Test
    void candidates_cannot_change_variables() {
        Rest approver = as("approver");

        assertThat(approver.send("PUT", path("variables/decision"), "application/json", "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(approver.send(
                                "PUT",
                                "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables/decision",
                                "application/json",
                                "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(approver.post("/engine-rest/process-definition/key/ask/start", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(approver.get(path("form-variables")).statusCode()).isEqualTo(200);
        assertThat(approver.get("/engine-rest/process-instance/" + task.getProcessInstanceId())
                        .statusCode())
                .isEqualTo(200);
    }

    private Rest as(String user) {
        return new Rest(port, user);
    }

    private String path(String rest) {
        return "/engine-rest/task/" + task.getId() + "/" + rest;
    }

    private boolean open() {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }
}
