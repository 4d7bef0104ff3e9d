package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second lock: what an expression can't reach even when no gate has seen it. */
@PlatformTest
class StepExpressionsTest {
    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private String instance;

    @BeforeEach
    void openTask() {
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("reach")
                .addString("reach.bpmn", Models.task("reach", "operators"))
                .deploy();
        instance = runtime.startProcessInstanceByKey(
                        "reach", "campaign-1", Map.of("names", List.of("a", "b").toString(), "n", 3))
                .getId();
    }

    @ParameterizedTest
    @CsvSource({
        "${n + 1}, 4",
        "${trial.twice(n)}, 6",
        "${execution.processBusinessKey}, campaign-1",
        "${task.taskDefinitionKey}, it",
        "${empty names}, false",
    })
    void steps_variables_and_a_few_getters_work(String expression, String value) {
        assertThat(evaluate(expression)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${runtimeService}",
                "${trial.getClass()}",
                "${trial.class}",
                "${trial['class']}",
                "${trial.hashCode()}",
                "${trial.rows('x')}",
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution['processEngineServices']}",
                "${execution.setVariable('a', 1)}",
                "${task.execution}",
                "${task.complete()}",
                "${n.toString()}",
            })
    void nothing_else_is_in_reach(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .hasMessageMatching("(?s)Unknown (property|method) used in expression.*"
                        + "|(?s).*needs exactly one public method.*");
    }

    @Test
    void no_script_runs() {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                        .execute(command -> engine.getScriptingEngines().getScriptEngineForLanguage("javascript")))
                .hasMessageContaining("Scripts are not run here");
    }

    private Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = (TaskEntity) engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            return engine.getExpressionManager().createExpression(expression).getValue(task);
        });
    }
}
