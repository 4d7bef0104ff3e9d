package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Models that change while campaigns run: who is under way stays on its version, until it is moved. */
@FlowTest
class ChangedModelsTest {
    private static final Path MODELS = Path.of("bpmn");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Flows flows;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    private String deployment;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void asBefore() {
        flows.usual();
        if (deployment != null) repository.deleteDeployment(deployment, true);
    }

    @Test
    void who_is_under_way_ends_on_its_version_and_who_comes_takes_the_new_one() throws Exception {
        String running = unpaid();
        String asking = flows.start(file(word(), 1, "")).id();
        flows.until(asking, task("approvePlan"));
        String old = definition("mailbox-order").getId();

        deployChanged();

        flows.modes("{'unpaidOrders':false}");
        flows.pay(running);
        flows.onboarded(running);
        assertThat(version(running)).isEqualTo(1);
        assertThat(instance(running + "/1").getProcessDefinitionId()).isEqualTo(old);
        assertThat(passed(running, "thinkItOver") + passed(running + "/1", "thinkItOver"))
                .isZero();

        flows.approve(asking);
        flows.onboarded(asking);
        assertThat(version(asking)).as("the campaign was under way").isEqualTo(1);
        assertThat(version(asking + "/1")).as("its order was not").isEqualTo(2);

        String next = flows.approved(file(word(), 1, ""));
        flows.onboarded(next);
        assertThat(version(next)).isEqualTo(2);
        flows.until(next, view -> passed(next, "thinkItOver") + passed(next + "/1", "thinkItOver") == 2);
        for (String id : List.of(running, asking, next)) once(id);
    }

    /** As docs/changing-models.md tells it. */
    @Test
    void who_waits_is_moved_to_the_new_version_and_nothing_is_done_twice() throws Exception {
        String waiting = unpaid();
        String asking = flows.start(file(word(), 1, "")).id();
        String question = flows.open(asking, "approvePlan");
        ProcessDefinition order = definition("mailbox-order");
        ProcessDefinition campaign = definition("onboarding");

        deployChanged();
        migrate(order, "mailbox-order", waiting + "/1");
        migrate(campaign, "onboarding", waiting);
        migrate(campaign, "onboarding", asking);

        assertThat(flows.open(asking, "approvePlan")).isEqualTo(question);
        flows.modes("{'unpaidOrders':false}");
        flows.pay(waiting);
        flows.approve(asking);
        for (String id : List.of(waiting, asking)) {
            flows.onboarded(id);
            assertThat(version(id)).isEqualTo(2);
            assertThat(version(id + "/1")).isEqualTo(2);
            // the process goes on a moment after the stage
            flows.until(id, view -> passed(id, "thinkItOver") == 1);
            assertThat(passed(id + "/1", "thinkItOver")).isEqualTo(1);
            once(id);
        }
    }

    /** A campaign whose only order waits for its payment, longer than this test takes. */
    private String unpaid() {
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.AWAITING_PAYMENT));
        flows.until(id, view -> {
            List<Job> deadlines = management
                    .createJobQuery()
                    .activityId("paymentOverdue")
                    .processInstanceId(instance(id + "/1").getId())
                    .list();
            deadlines.forEach(job -> management.setJobDuedate(
                    job.getId(), Date.from(Instant.now().plusSeconds(3_600))));
            return !deadlines.isEmpty();
        });
        return id;
    }

    private void once(String id) {
        List<String> names = flows.names(id);
        assertThat(flows.at("purchases", names)).isEqualTo(1);
        assertThat(flows.at("orders", names)).isEqualTo(1);
        flows.nothingTwice();
    }

    /** Campaigns, orders and their forms, with one more step before the end of each. */
    private void deployChanged() throws Exception {
        StringBuilder body = new StringBuilder(part("deployment-name", "", "a change"));
        try (Stream<Path> files = Files.list(MODELS)) {
            for (Path file : files.filter(ChangedModelsTest::changes).toList()) {
                String name = file.getFileName().toString();
                body.append(part(name, "; filename=\"" + name + "\"", changed(Files.readString(file))));
            }
        }
        HttpResponse<String> answer =
                call("demo", "POST", "/deployment/create", "multipart/form-data; boundary=edge", body + "--edge--\r\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode deployed = JSON.readTree(answer.body());
        deployment = deployed.path("id").asText();
        assertThat(deployed.path("deployedProcessDefinitions")).hasSize(2);
        assertThat(definition("onboarding").getVersion()).isEqualTo(2);
    }

    private static boolean changes(Path file) {
        return file.toString().matches(".*([.]form|/onboarding[.]bpmn|/mailbox-order[.]bpmn)");
    }

    private static String changed(String model) {
        for (String step : List.of("collect\" targetRef=\"collected", "handOver\" targetRef=\"onboarded")) {
            String end = step.substring(step.lastIndexOf('"') + 1);
            model = model.replace(
                    "sourceRef=\"" + step + "\"/>",
                    "sourceRef=\"" + step.replace(end, "thinkItOver") + "\"/>"
                            + "<bpmn:serviceTask id=\"thinkItOver\" name=\"Think it over\" camunda:asyncBefore=\"true\""
                            + " camunda:expression=\"${deadlines.payment()}\"/>"
                            + "<bpmn:sequenceFlow id=\"out\" sourceRef=\"thinkItOver\" targetRef=\"" + end + "\"/>");
        }
        return model;
    }

    private static String part(String name, String more, String text) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + text + "\r\n";
    }

    private void migrate(ProcessDefinition from, String key, String businessKey) throws Exception {
        String ids = "{\"sourceProcessDefinitionId\":\"" + from.getId() + "\",\"targetProcessDefinitionId\":\""
                + definition(key).getId() + "\",\"updateEventTriggers\":false}";
        HttpResponse<String> plan = call("demo", "POST", "/migration/generate", "application/json", ids);
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
        String move = "{\"migrationPlan\":" + plan.body() + ",\"processInstanceIds\":[\""
                + instance(businessKey).getId() + "\"],\"skipCustomListeners\":true}";
        assertThat(call("operator", "POST", "/migration/execute", "application/json", move)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> moved = call("demo", "POST", "/migration/execute", "application/json", move);
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
    }

    private HttpResponse<String> call(String user, String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                .header("Content-Type", type)
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes()))
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private ProcessDefinition definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private HistoricProcessInstance instance(String businessKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private int version(String businessKey) {
        return instance(businessKey).getProcessDefinitionVersion();
    }

    private long passed(String businessKey, String activity) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance(businessKey).getId())
                .activityId(activity)
                .finished()
                .count();
    }
}
