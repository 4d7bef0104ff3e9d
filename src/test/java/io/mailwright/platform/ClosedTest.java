package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class ClosedTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/engine-rest/process-definition",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest;a=b/version",
                "//engine-rest/version",
                "/camunda/../engine-rest/version",
                "/actuator/health/../../engine-rest/version",
                "/actuator/health;/../../api/who-am-i",
                "/api/who-am-i",
                "/api/campaigns",
                "/simulator/ledger",
                "/simulator/api/../ledger",
                "/simulator/apis",
                "/actuator",
                "/actuator/env",
                "/nowhere"
            })
    void nobody_gets_in(String path) {
        HttpResponse<String> answer = as(null).get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(as("nobody").get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_deploys() {
        assertThat(as(null).deploy("a.bpmn", Models.process("a", "<bpmn:task id='it'/>"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_webapps_have_their_own_login() {
        assertThat(as(null).get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(as(null).get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(as(null).post("/camunda/api/admin/auth/user/default/login/tasklist", "{}")
                        .statusCode())
                .as("no cross-site token")
                .isEqualTo(403);
    }

    @Test
    void an_approver_logs_in_to_tasklist_but_not_to_cockpit() {
        for (var expected : Map.of("tasklist", 200, "cockpit", 403).entrySet()) {
            HttpResponse<String> page = as(null).get("/camunda/app/" + expected.getKey() + "/default/");
            List<String> cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";")[0])
                    .toList();
            String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
            HttpResponse<String> answer = as(null).send(
                            "POST",
                            "/camunda/api/admin/auth/user/default/login/" + expected.getKey(),
                            "application/x-www-form-urlencoded",
                            "username=approver&password=approver",
                            "Cookie",
                            String.join("; ", cookies),
                            "X-XSRF-TOKEN",
                            token);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void health_is_open_and_tells_no_more_than_what_works() {
        HttpResponse<String> answer = as(null).get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"status\":\"UP\"", "\"db\"", "\"processEngine\"", "\"jobExecutor\"")
                .doesNotContain("platform-test", "H2");
    }

    @Test
    void the_simulated_vendor_has_its_own_key() {
        assertThat(as("demo").get("/simulator/api/v1/organizations").statusCode())
                .as("a login is no key")
                .isEqualTo(401);
        assertThat(as(null).send(
                                "GET",
                                "/simulator/api/v1/organizations",
                                "application/json",
                                null,
                                "Authorization",
                                "Bearer simulator")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_controller_knows_its_caller() {
        assertThat(as("approver").get("/api/who-am-i").body())
                .contains(
                        "\"user\":\"approver\"",
                        "\"principal\":\"approver\"",
                        "\"engine\":\"approver\"",
                        "\"approver\":true",
                        "\"administrator\":false");
        assertThat(as("operator").get("/api/who-am-i").body()).contains("\"approver\":false");
        assertThat(as("demo").get("/api/who-am-i").body()).contains("\"approver\":true", "\"administrator\":true");
    }

    @Test
    void another_sites_page_changes_nothing() {
        assertThat(as("demo")
                        .send("POST", "/api/who-am-i", "text/plain", "x", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("demo")
                        .send("POST", "/api/who-am-i", "text/plain", "x", "Origin", "http://localhost:" + port)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
                "{\"\\u006frQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpression\":\"${1}\"}]}",
                "{\"orQueries\":[{\"assignee\":\"a\"}],\"orQueries\":[{\"candidateGroupsExpression\":\"x\"}]}",
                "{\"orQueries\":[{\"candidateUserExpression\":\"\\u0024{1}\"}],\"orQueries\":[]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${1}\"}]}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"#{1}\"}]}]}",
                "{\"dueAfterExpression\":\"${now()}\"}",
                "{\"nameLike\":\"${1}\"}"
            })
    void expressions_in_queries_are_refused_in_every_spelling(String query) {
        for (String path : new String[] {
            "/engine-rest/task", "/engine-rest/engine/default/task/count", "/engine-rest/filter/some/list"
        }) {
            assertRefused(as("demo").post(path, query));
        }
        String filter = "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":" + query + "}";
        assertRefused(as("demo").post("/engine-rest/filter/create", filter));
        assertRefused(as("demo").send("POST", "/engine-rest/task", "text/plain", query));
        assertThat(as(null).post("/camunda/api/engine/engine/default/task", query)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=$%7B1%7D",
                "assignee%45xpression=a",
                "orQueries=%5B%5D",
                "nameLike=%24%7B1%7D",
                "nameLike=%23%7B1%7D"
            })
    void expressions_in_parameters_are_refused(String parameters) {
        assertRefused(as("demo").get("/engine-rest/task?" + parameters));
    }

    @Test
    void what_is_not_json_reaches_no_query() {
        assertRefused(as("demo").post("/engine-rest/task", "{orQueries:["));
    }

    @Test
    void plain_queries_work() {
        assertThat(as("demo")
                        .post("/engine-rest/task", "{\"orQueries\":[{\"assignee\":\"a\"}],\"nameLike\":\"%x%\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("approver").get("/engine-rest/filter").body()).contains("All tasks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/;a=b/setup/",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void first_run_setup_is_shut(String path) {
        for (String user : new String[] {null, "demo"}) {
            assertThat(as(user).post(path, "{}").statusCode()).isEqualTo(403);
            assertThat(as(user).get(path).statusCode()).isEqualTo(403);
            assertThat(as(user).get(path).body()).contains("setup is closed");
        }
    }

    private Rest as(String user) {
        return new Rest(port, user);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"Refused\"");
    }
}
