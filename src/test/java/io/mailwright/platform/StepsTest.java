package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class StepsTest {
    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private TrialSteps trial;

    @Test
    void a_step_gets_its_business_key_and_typed_parameters() {
        ProcessInstance instance = start("works", Models.process("works", """
                        <bpmn:serviceTask id="it" camunda:resultVariable="said"
                            camunda:expression="${trial.works(execution.processBusinessKey)} ${trial.twice(20 + 1)}"/>
                        """));

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName("said")
                        .singleResult()
                        .getValue())
                .isEqualTo("did works-1 42");
    }

    @Test
    void a_business_failure_is_a_bpmn_error_with_its_message_cut() {
        ProcessInstance instance = start("refuses", Models.step("refuses", "${trial.refuses('it')}"));

        Task task = awaitTask(instance, "correctCampaign");
        assertThat((String) tasks.getVariable(task.getId(), "why"))
                .startsWith("no workspace for it")
                .hasSize(4_000);
    }

    @Test
    void the_last_failed_try_asks_a_person_and_undoes_what_the_step_wrote() {
        ProcessInstance instance = start("breaks", Models.step("breaks", "${trial.breaks('breaks')}"));

        Task task = awaitTask(instance, "fixProblem");
        assertThat(tasks.getVariable(task.getId(), "why")).isEqualTo("the vendor is down");
        assertThat(TrialSteps.calls("breaks")).isEqualTo(2);
        assertThat(trial.rows("breaks")).isZero();
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void what_needs_a_person_asks_at_once() {
        ProcessInstance instance = start("person", Models.step("person", "${trial.needsPerson('person')}"));

        Task task = awaitTask(instance, "fixProblem");
        assertThat((String) tasks.getVariable(task.getId(), "why")).contains("add one in the web app");
        assertThat(TrialSteps.calls("person")).isEqualTo(1);
    }

    @Test
    void try_again_at_moves_the_job_and_uses_up_no_retry() {
        Instant time = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.MILLIS);
        TrialSteps.laterUntil.put("later", time);

        ProcessInstance instance = start("later", Models.step("later", "${trial.later('later')}"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> TrialSteps.calls("later") == 1 && job(instance).getDuedate() != null);
        Job moved = job(instance);
        assertThat(moved.getDuedate()).isEqualTo(Date.from(time));
        assertThat(moved.getRetries()).as("the two tries of the model").isEqualTo(2);
        assertThat(moved.getExceptionMessage()).isNull();
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> ended(instance));
        assertThat(TrialSteps.calls("later")).isEqualTo(2);
        assertThat(history.createHistoricJobLogQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void a_failure_nobody_catches_is_retried_and_becomes_an_incident() {
        ProcessInstance instance = start("uncaught", Models.process("uncaught", """
                        <bpmn:serviceTask id="it" camunda:asyncBefore="true" camunda:expression="${trial.refuses('x')}">
                          <bpmn:extensionElements>
                            <camunda:failedJobRetryTimeCycle>PT0S</camunda:failedJobRetryTimeCycle>
                          </bpmn:extensionElements>
                        </bpmn:serviceTask>
                        """));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> runtime.createIncidentQuery()
                                .processInstanceId(instance.getId())
                                .count()
                        == 1);
        assertThat(job(instance).getRetries()).isZero();
    }

    @Test
    void the_watcher_leaves_no_history() {
        ProcessInstance instance = start("watch", Models.process("watch", "<bpmn:task id=\"it\"/>"));

        assertThat(ended(instance)).isTrue();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("watch")
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void variables_do_not_hide_steps() {
        repository
                .createDeployment()
                .addString("hide.bpmn", Models.process("hide", """
                        <bpmn:serviceTask id="it" camunda:expression="${trial.works('hide')}"/>
                        """))
                .deploy();

        runtime.startProcessInstanceByKey("hide", Map.of("trial", "not the step"));

        assertThat(TrialSteps.calls("hide")).isEqualTo(1);
    }

    private ProcessInstance start(String key, String model) {
        repository.createDeployment().addString(key + ".bpmn", model).deploy();
        return runtime.startProcessInstanceByKey(key, key + "-1");
    }

    private Task awaitTask(ProcessInstance instance, String key) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceId(instance.getId())
                                .taskDefinitionKey(key)
                                .singleResult(),
                        found -> found != null);
    }

    private Job job(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private boolean ended(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }
}
