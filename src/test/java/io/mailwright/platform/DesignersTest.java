package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may deploy, with exactly what Camunda Modeler's deploy button sends. */
@PlatformTest
class DesignersTest {
    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void dora() {
        if (identity.createUserQuery().userId("dora").count() == 0) {
            User dora = identity.newUser("dora");
            dora.setPassword("dora");
            ((IdentityServiceImpl) identity).saveUser(dora, true);
            identity.createMembership("dora", "designers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "demo"})
    void modelers_deploy_button_works_for_designers_and_administrators(String user) {
        String key = "drawnBy" + user;
        String model = Models.process(key, "<bpmn:task id='it'/>");
        assertThat(modeler(user, "GET", "/deployment?maxResults=0", null).statusCode())
                .isEqualTo(200);
        assertThat(modeler(user, "GET", "/version", null).body()).isEqualTo("{\"version\":\"7.24.0\"}");

        HttpResponse<String> first = deploy(user, key, model);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("\"deployedProcessDefinitions\":{\"" + key + ":1:");
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).hasValue("file://");
        assertThat(deploy(user, key, model).body()).contains("\"deployedProcessDefinitions\":null");
        assertThat(deploy(user, key, model.replace("id='it'", "id='it' name='New'"))
                        .body())
                .contains(key + ":2:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "approver"})
    void nobody_else_deploys(String user) {
        HttpResponse<String> answer = deploy(user, "mine", Models.process("mine", "<bpmn:task id='it'/>"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("mine")
                        .count())
                .isZero();
    }

    @Test
    void a_designer_does_nothing_else() {
        Rest dora = new Rest(port, "dora");
        String id = repository
                .createDeploymentQuery()
                .deploymentName("Mailwright")
                .singleResult()
                .getId();
        assertThat(dora.send("DELETE", "/engine-rest/deployment/" + id + "?cascade=true", "application/json", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(dora.post("/engine-rest/process-definition/key/onboarding/start", "{\"businessKey\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(dora.post("/engine-rest/migration/execute", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(dora.get("/engine-rest/task").body()).isEqualTo("[]");
        assertThat(dora.get("/engine-rest/history/variable-instance").body()).isEqualTo("[]");
        assertThat(dora.get("/engine-rest/process-definition/key/onboarding/xml")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_came_with_the_server_is_deployed_at_its_start() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("onboarding")
                        .latestVersion()
                        .singleResult()
                        .getDeploymentId())
                .isEqualTo(repository
                        .createDeploymentQuery()
                        .deploymentName("Mailwright")
                        .deploymentSource("Mailwright")
                        .singleResult()
                        .getId());
    }

    @Test
    void modeler_may_ask_first_and_nobody_may_pass_for_it_elsewhere() {
        HttpResponse<String> asked = new Rest(port, null)
                .send(
                        "OPTIONS",
                        "/engine-rest/deployment/create",
                        "text/plain",
                        null,
                        "Origin",
                        "file://",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).hasValue("authorization, content-type");
        for (String origin : new String[] {"null", "https://evil.example", "file://evil"}) {
            assertThat(new Rest(port, "demo")
                            .send("POST", "/engine-rest/task", "application/json", "{}", "Origin", origin)
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(new Rest(port, "demo")
                        .send("POST", "/api/who-am-i", "text/plain", "x", "Origin", "file://")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> deploy(String user, String key, String model) {
        String field = "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String file = "--edge\r\nContent-Disposition: form-data; name=\"%1$s\"; filename=\"%1$s\"\r\n"
                + "Content-Type: text/xml\r\n\r\n%2$s\r\n--edge--\r\n";
        return modeler(
                user,
                "POST",
                "/deployment/create",
                field.formatted("deployment-name", key)
                        + field.formatted("deployment-source", "Camunda Modeler")
                        + field.formatted("enable-duplicate-filtering", "true")
                        + file.formatted(key + ".bpmn", model));
    }

    private HttpResponse<String> modeler(String user, String method, String path, String body) {
        return new Rest(port, user)
                .send(
                        method,
                        "/engine-rest" + path,
                        "multipart/form-data; boundary=edge",
                        body,
                        "Accept",
                        "application/json",
                        "Origin",
                        "file://");
    }
}
