package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mailwright.scaledmail.VendorSettings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database, first with the simulator, then with a real vendor. */
class RestartTest {
    private static final String STRONG = "Correct-Horse-7";
    private ConfigurableApplicationContext server;

    @Test
    void what_a_restart_changes() {
        server = start();
        assertThat(server.getBean(VendorSettings.class).spending()).isEqualTo(VendorSettings.Spending.ARMED);
        assertThat(identity().checkPassword("demo", "demo")).isTrue();
        String instance = waiting();
        abandonLocked(instance);
        String changed = changed();
        server.close();

        server = start(realVendor(STRONG));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> server.getBean(RuntimeService.class)
                                .createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0);
        assertThat(server.getBean(VendorSettings.class).spending()).isEqualTo(VendorSettings.Spending.OFF);
        assertThat(latest("watch").getDeploymentId())
                .as("what a designer deployed")
                .isEqualTo(changed);
        server.getBean(RuntimeService.class).startProcessInstanceByKey("asks");
        assertThat(identity().createUserQuery().list())
                .singleElement()
                .satisfies(user -> assertThat(user.getId()).isEqualTo("ada"));
        assertThat(identity().checkPassword("ada", STRONG)).isTrue();
        assertThat(identity().createGroupQuery().groupMember("ada").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("camunda-admin", "approvers", "operators");
        server.close();

        server = start(realVendor(STRONG + "8"));
        assertThat(identity().checkPassword("ada", STRONG + "8")).isTrue();
        assertThat(identity().checkPassword("ada", STRONG)).isFalse();
        server.close();

        assertThatThrownBy(() -> start(realVendor("weak")))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("MAILWRIGHT_ADMIN_PASSWORD is too weak");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return SpringApplication.run(
                Mailwright.class,
                Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=jdbc:h2:mem:restart;DB_CLOSE_DELAY=-1",
                                        "--server.port=0",
                                        "--mailwright.node=this-node"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static String[] realVendor(String password) {
        return new String[] {
            "--mailwright.vendor.base-url=http://localhost:9/api/v1",
            "--mailwright.admin.user=ada",
            "--mailwright.admin.password=" + password
        };
    }

    private IdentityService identity() {
        return server.getBean(IdentityService.class);
    }

    private String waiting() {
        server.getBean(RepositoryService.class)
                .createDeployment()
                .addString(
                        "wait.bpmn",
                        Models.process(
                                "wait",
                                "<bpmn:intermediateCatchEvent id='it'><bpmn:timerEventDefinition>"
                                        + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                        + "</bpmn:intermediateCatchEvent>"))
                .deploy();
        return server.getBean(RuntimeService.class)
                .startProcessInstanceByKey("wait")
                .getId();
    }

    /** A process of the server's as a designer has it, and one whose form lies beside it. */
    private String changed() {
        return server.getBean(RepositoryService.class)
                .createDeployment()
                .addString("watch.bpmn", Models.process("watch", "<bpmn:task id='it'/>"))
                .addString(
                        "asks.bpmn",
                        Models.process(
                                "asks",
                                "<bpmn:userTask id='it' camunda:formRef='which' camunda:formRefBinding='deployment'/>"))
                .addString("which.form", "{\"id\":\"which\",\"type\":\"default\",\"components\":[]}")
                .deploy()
                .getId();
    }

    private ProcessDefinition latest(String process) {
        return server.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    /** As a killed node leaves it: due, and locked by that node for an hour. */
    private void abandonLocked(String instance) {
        int rows = server.getBean(JdbcClient.class)
                .sql("UPDATE ACT_RU_JOB SET LOCK_OWNER_ = 'this-node', LOCK_EXP_TIME_ = ?, DUEDATE_ = ?"
                        + " WHERE PROCESS_INSTANCE_ID_ = ?")
                .params(Timestamp.from(Instant.now().plusSeconds(3_600)), Timestamp.from(Instant.now()), instance)
                .update();
        assertThat(rows).isEqualTo(1);
    }
}
