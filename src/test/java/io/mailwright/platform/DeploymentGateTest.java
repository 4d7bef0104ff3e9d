package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class DeploymentGateTest {
    @LocalServerPort
    private int port;

    private Rest demo;

    @BeforeEach
    void logIn() {
        demo = new Rest(port, "demo");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_model_is_refused_naming_the_element(String what, String element) {
        HttpResponse<String> answer = demo.deploy("hostile.bpmn", Models.process("hostile", element));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Element 'it");
        assertThat(demo.get("/engine-rest/process-definition/count?key=hostile").body())
                .isEqualTo("{\"count\":0}");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                refused(
                        "script task",
                        "<bpmn:scriptTask id='it' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                refused("class", "<bpmn:serviceTask id='it' camunda:class='java.lang.Runtime'/>"),
                refused("shell task", "<bpmn:serviceTask id='it' camunda:type='shell'/>"),
                refused(
                        "delegate expression",
                        "<bpmn:serviceTask id='it' camunda:delegateExpression='${dataSource}'/>"),
                refused("unknown bean", service("${runtimeService.deleteDeployment('x')}")),
                refused("unknown method", service("${trial.fails()}")),
                refused("object's method", service("${trial.getClass()}")),
                refused("chain", service("${trial.names().getClass().forName('java.lang.Runtime')}")),
                refused("bracket", service("${trial[\"works\"](1)}")),
                refused("class property", service("${decision.class.name}")),
                refused("engine", service("${execution.processEngineServices}")),
                refused("engine by getter", service("${execution.getProcessEngineServices().getRepositoryService()}")),
                refused("literal's class", service("${''.getClass()}")),
                refused("function", service("${S('x')}")),
                refused("deferred", service("#{dataSource.connection.close()}")),
                refused("in arguments", service("${trial.works(dataSource.getConnection())}")),
                refused("unreadable", service("${trial.works(}")),
                refused(
                        "script listener",
                        extended(
                                "<camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>")),
                refused("class listener", extended("<camunda:executionListener event='start' class='evil.Listener'/>")),
                refused(
                        "expression listener",
                        extended("<camunda:executionListener event='start' expression='${dataSource.close()}'/>")),
                refused(
                        "connector",
                        extended(
                                "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>")),
                refused(
                        "script parameter",
                        extended(
                                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                refused(
                        "parameter",
                        extended(
                                "<camunda:inputOutput><camunda:inputParameter name='a'>${dataSource.close()}</camunda:inputParameter></camunda:inputOutput>")),
                refused("assignee", "<bpmn:userTask id='it' camunda:assignee='${dataSource.close()}'/>"),
                refused("due date", "<bpmn:userTask id='it' camunda:dueDate='${dataSource.close()}'/>"),
                refused("form handler", "<bpmn:userTask id='it' camunda:formHandlerClass='evil.Handler'/>"),
                refused(
                        "form field",
                        userTask(
                                "<camunda:formData><camunda:formField id='f' type='string' defaultValue='${dataSource.close()}'/></camunda:formData>")),
                refused(
                        "validator",
                        userTask(
                                "<camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='evil.V'/></camunda:validation></camunda:formField></camunda:formData>")),
                refused(
                        "mapping class",
                        "<bpmn:callActivity id='it' calledElement='x' camunda:variableMappingClass='evil.M'/>"),
                refused("called element", "<bpmn:callActivity id='it' calledElement='${dataSource.close()}'/>"),
                refused(
                        "call mapping",
                        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:in sourceExpression='${dataSource.close()}' target='a'/></bpmn:extensionElements></bpmn:callActivity>"),
                refused(
                        "collection",
                        "<bpmn:task id='it'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${dataSource.close()}' camunda:elementVariable='e'/></bpmn:task>"),
                refused(
                        "timer",
                        "<bpmn:intermediateCatchEvent id='it'><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>${dataSource.close()}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"),
                refused(
                        "script condition",
                        "<bpmn:exclusiveGateway id='it'/><bpmn:endEvent id='other'/><bpmn:sequenceFlow id='it2' sourceRef='it' targetRef='other'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>true</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                refused(
                        "condition",
                        "<bpmn:exclusiveGateway id='it'/><bpmn:endEvent id='other'/><bpmn:sequenceFlow id='it2' sourceRef='it' targetRef='other'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${dataSource.close()}</bpmn:conditionExpression></bpmn:sequenceFlow>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${trial.works(execution.processBusinessKey)}",
                "${trial.twice(2 * 3) == 12 and decision == 'approve'}",
                "${trial.works(execution.getProcessBusinessKey())}",
                "${plan.cost}",
                "${rules.test(\"total > 300 || outlook > 0\", execution.processBusinessKey)}",
                "${!rules.test('domains in [1, 2]', execution.processBusinessKey) and decision == 'approve'}",
                "of ${currentUser()} at ${now()}"
            })
    void a_harmless_model_is_taken(String expression) {
        HttpResponse<String> answer = demo.deploy(
                "harmless.bpmn", Models.process("harmless" + Math.abs(expression.hashCode()), service(expression)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "totl > 300"            | did you mean 'total'?
                    "total >"               | can't be read
                    "total > true"          | can't be read
                    "total + 1"             | needs a yes or no
                    "total > 1 } approve {" | can't be read
                    ""                      | can't be read
                    decision                | a rule is one text as it stands
                    null                    | a rule is one text as it stands
                    300                     | a rule is one text as it stands
                    """)
    void a_rule_is_read_when_the_model_is_deployed(String rule, String problem) {
        HttpResponse<String> answer = demo.deploy(
                "ruled.bpmn",
                Models.process(
                        "ruled",
                        service(("${rules.test(" + rule + ", execution.processBusinessKey)}").replace('"', '\''))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Element 'it'", problem);
        assertThat(demo.get("/engine-rest/process-definition/count?key=ruled").body())
                .isEqualTo("{\"count\":0}");
    }

    @Test
    void a_decision_table_speaks_feel_only() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                  <decision id="pick" name="pick"><variable name="x" id="v"/><literalExpression id="it" expressionLanguage="%s"><text>1 + 1</text>
                  </literalExpression></decision></definitions>
                """;

        assertThat(demo.deploy("t.dmn", table.formatted("feel")).statusCode()).isEqualTo(200);
        for (String language : new String[] {"groovy", "juel", "javascript"}) {
            HttpResponse<String> answer = demo.deploy("t.dmn", table.formatted(language));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Element 'it'");
        }
    }

    @Test
    void only_administrators_deploy() {
        for (String user : new String[] {"operator", "approver"}) {
            assertThat(new Rest(port, user)
                            .deploy("mine.bpmn", Models.process("mine", "<bpmn:task id='it'/>"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static Arguments refused(String what, String element) {
        return Arguments.of(what, element);
    }

    private static String service(String expression) {
        return "<bpmn:serviceTask id='it' camunda:expression='%s'/>"
                .formatted(expression.replace("'", "&apos;").replace("<", "&lt;"));
    }

    private static String extended(String extension) {
        return "<bpmn:serviceTask id='it' camunda:expression='${1}'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:serviceTask>";
    }

    private static String userTask(String extension) {
        return "<bpmn:userTask id='it'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:userTask>";
    }
}
