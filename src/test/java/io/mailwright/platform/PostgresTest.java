package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresTest {
    @Test
    void a_statement_that_fails_in_the_last_try_still_asks_a_person() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                ConfigurableApplicationContext server = start(postgres)) {
            server.getBean(RepositoryService.class)
                    .createDeployment()
                    .addString("sql.bpmn", Models.step("sql", "${trial.breaksInTheDatabase('sql')}"))
                    .deploy();
            ProcessInstance instance = server.getBean(RuntimeService.class).startProcessInstanceByKey("sql", "sql-1");

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> server.getBean(TaskService.class)
                                    .createTaskQuery()
                                    .processInstanceId(instance.getId())
                                    .taskDefinitionKey("fixProblem")
                                    .count()
                            == 1);
            assertThat(TrialSteps.calls("sql")).isEqualTo(2);
        }
    }

    @Test
    void commits_that_are_not_waited_for_are_refused() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .start()) {
            assertThatThrownBy(() -> new DurableCommits(postgres.getPostgresDatabase(), ""))
                    .isInstanceOf(SettingsRefused.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void nodes_start_one_after_the_other() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            StartTurn first = new StartTurn(postgres.getPostgresDatabase());
            CompletableFuture<StartTurn> second = CompletableFuture.supplyAsync(() -> {
                try {
                    return new StartTurn(postgres.getPostgresDatabase());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> waiting(postgres) == 1);
            assertThat(second).isNotDone();

            first.started();

            second.get(90, TimeUnit.SECONDS).started();
            assertThat(waiting(postgres)).isZero();
        }
    }

    private static int waiting(EmbeddedPostgres postgres) {
        return JdbcClient.create(postgres.getPostgresDatabase())
                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        return SpringApplication.run(
                Mailwright.class,
                "--spring.profiles.active=platform-test",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--server.port=0",
                "--mailwright.node=postgres-test");
    }
}
