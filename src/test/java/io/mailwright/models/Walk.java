package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The models on a real engine in memory; steps are recorded, jobs and timers are run by hand. */
abstract class Walk {
    private static final Recorder recorder = new Recorder();
    private static final PathCoverage coverage = new PathCoverage();
    private static final Set<String> walked = new HashSet<>();
    private static final ProcessEngine engine = engine();

    private static ProcessEngine engine() {
        var configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        Map<Object, Object> beans = new HashMap<>(new Beans(recorder).byName());
        beans.putAll(new PartBeans(recorder).byName());
        configuration.setBeans(beans);
        configuration.setDmnEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(coverage)));
        configuration
                .setProcessEngineName("models")
                .setJdbcUrl("jdbc:h2:mem:models;DB_CLOSE_DELAY=-1")
                .setJobExecutorActivate(false)
                .setDefaultNumberOfRetries(1);
        var engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        Models.files().map(Models::key).forEach(key -> deployment.addString(key + ".bpmn", Models.text(key)));
        Models.DECISIONS
                .keySet()
                .forEach(task ->
                        deployment.addString(task + ".form", Models.form(task).toString()));
        deployment.deploy();
        return engine;
    }

    @BeforeAll
    static void beginCounting() {
        coverage.clear();
        walked.clear();
    }

    @BeforeEach
    void clear(TestInfo test) {
        walked.add(test.getTestMethod().orElseThrow().getName());
        recorder.clear();
        everythingGoesWell();
    }

    /** Not when only some of its walks were asked for. */
    @AfterAll
    static void everyWayIsTaken(TestInfo test) {
        Class<?> walk = test.getTestClass().orElseThrow();
        boolean whole = Stream.<Class<?>>iterate(walk, type -> type != Walk.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .allMatch(method -> walked.contains(method.getName()));
        if (whole)
            for (String key : keys(walk))
                assertThat(coverage.report(key))
                        .as(key + ": never taken in " + walk.getSimpleName())
                        .isEmpty();
    }

    static List<String> keys(Class<?> walk) {
        Walks several = walk.getAnnotation(Walks.class);
        if (several != null) return List.of(several.value());
        String key = walk.getSimpleName().replace("WalkTest", "").replaceAll("(?<=.)(?=[A-Z])", "-");
        return List.of(key.toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void forget() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over"));
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .list()
                .forEach(instance -> engine.getHistoryService().deleteHistoricProcessInstance(instance.getId()));
    }

    private void everythingGoesWell() {
        for (String fact : List.of(
                "plans.approved",
                "domains.bought",
                "domains.registered",
                "orders.created",
                "orders.paid",
                "prewarmed.bought",
                "forms.pending",
                "forms.approved",
                "forms.submitted",
                "mailboxes.ready",
                "watcher.done",
                "settling.settled",
                "changes.sent",
                "changes.applied")) {
            answer(fact, true);
        }
        answer("changes.nothingToDo", false);
        answer("changes.approved", false);
        answer("domains.unsettled", false);
        answer("orders.awaitsApproval", false);
        answer("pendingForms.again", false);
        answer("settling.needsPerson", false);
        answer("orders.numbers", List.of(1, 2));
        answer("orders.process", "mailbox-order");
        answer("schedules.done", false, true);
        answer("schedules.paused", false);
        answer("schedules.begun", true);
        answer("schedules.run", "acme-r1");
    }

    void answer(String method, Object... answers) {
        recorder.answer(method, answers);
    }

    static BpmnError failure(String code) {
        return new BpmnError(code, "what stands in the way");
    }

    void start(String process, String key) {
        start(process, key, Map.of());
    }

    void start(String process, String key, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByKey(process, key, variables);
        run();
    }

    void startBy(String message, String key) {
        engine.getRuntimeService().startProcessInstanceByMessage(message, key);
        run();
    }

    /** Runs every job but timers until none is left. */
    void run() {
        var management = engine.getManagementService();
        for (var jobs = management.createJobQuery().messages().list();
                !jobs.isEmpty();
                jobs = management.createJobQuery().messages().list()) {
            for (var job : jobs) {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            }
        }
    }

    void timer(String activity) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .activityId(activity)
                        .singleResult()
                        .getId());
        run();
    }

    void message(String name, String key) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(key)
                .correlate();
        run();
    }

    Task task(String key) {
        var task = engine.getTaskService().createTaskQuery().singleResult();
        assertThat(task).as("open task").isNotNull();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(key);
        assertThat(recorder.calls()).contains("tasks.opened " + key);
        return task;
    }

    void decide(String task, String decision) {
        engine.getTaskService().complete(task(task).getId(), Map.of("decision", decision));
        assertThat(recorder.calls()).contains("tasks.decided " + task + " " + decision);
        run();
    }

    List<String> groups(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    Object variable(Task task, String name) {
        return engine.getTaskService().getVariable(task.getId(), name);
    }

    void endedAt(String event) {
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().list())
                .as("nothing runs any more")
                .isEmpty();
        assertThat(passed(event)).as("passed %s", event).isEqualTo(1);
    }

    void waitsAt(String activity) {
        assertThat(engine.getRuntimeService()
                        .createExecutionQuery()
                        .activityId(activity)
                        .count())
                .as("waits at %s", activity)
                .isEqualTo(1);
    }

    long passed(String activity) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId(activity)
                .finished()
                .count();
    }

    List<String> calls() {
        return recorder.calls();
    }

    long times(String call) {
        return calls().stream().filter(call::equals).count();
    }
}
