package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
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

    @Test
    void a_rule_part_that_can_be_read_is_deployed() {
        assertThat(demo.deploy("rule.bpmn", Models.process("rule-part", rulePart("total &gt; 300")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(demo.deploy("rule.bpmn", Models.process("rule-part", rulePart("${wanted}")))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String rulePart(String rule) {
        return "<bpmn:serviceTask id='it' camunda:expression='${parts.testRule(rule, facts)}'><bpmn:extensionElements>"
                + "<camunda:inputOutput><camunda:inputParameter name='rule'>" + rule
                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>";
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                refused(
                        "script task",
                        "<bpmn:scriptTask id='it' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                refused("class", "<bpmn:serviceTask id='it' camunda:class='java.lang.Runtime'/>"),
                refused("an answer by a step", service("${tasks.answered(execution)}")),
                refused("a decision by a step", service("${tasks.decided(task)}")),
                refused(
                        "an answer to what was asked a moment ago",
                        listened("userTask", "start", "answered(execution)")),
                refused(
                        "asked and answered at once",
                        listened("userTask", "start", "asked(execution, 1, null)}${tasks.answered(execution)")),
                refused("asked when it is over", listened("userTask", "end", "asked(execution, 1, null)")),
                refused("an answer at another element", listened("serviceTask", "end", "answered(execution)")),
                refused("a start in the middle", listened("serviceTask", "start", "begun(execution)")),
                refused(
                        "an answer on the way",
                        "<bpmn:task id='it'/><bpmn:sequenceFlow id='it2' sourceRef='it' targetRef='end'><bpmn:extensionElements><camunda:executionListener event='take' expression='${tasks.answered(execution)}'/></bpmn:extensionElements></bpmn:sequenceFlow>"),
                refused(
                        "an answer at the boundary",
                        "<bpmn:userTask id='it'/><bpmn:boundaryEvent id='it2' attachedToRef='it'><bpmn:extensionElements><camunda:executionListener event='end' expression='${tasks.answered(execution)}'/></bpmn:extensionElements><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id='on' sourceRef='it2' targetRef='end'/>"),
                refused(
                        "a decision when the task opens",
                        userTask("<camunda:taskListener event='create' expression='${tasks.decided(task)}'/>")),
                refused(
                        "a decision when the task is gone",
                        userTask("<camunda:taskListener event='delete' expression='${tasks.decided(task)}'/>")),
                refused(
                        "an answer when the task is complete",
                        userTask("<camunda:taskListener event='complete' expression='${tasks.answered(execution)}'/>")),
                refused(
                        "an answer as a field",
                        userTask(
                                "<camunda:inputOutput><camunda:outputParameter name='a'>${tasks.answered(execution)}</camunda:outputParameter></camunda:inputOutput>")),
                refused(
                        "an answer as a business key",
                        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:in businessKey='${tasks.answered(execution)}'/></bpmn:extensionElements></bpmn:callActivity>"),
                refused(
                        "an answer as somebody's name",
                        "<bpmn:userTask id='it' camunda:assignee='${tasks.answered(execution)}'/>"),
                refused(
                        "an answer by a throwing event",
                        "<bpmn:intermediateThrowEvent id='it'><bpmn:messageEventDefinition camunda:expression='${tasks.answered(execution)}'/></bpmn:intermediateThrowEvent>"),
                refused("tasks as a delegate", "<bpmn:serviceTask id='it' camunda:delegateExpression='${tasks}'/>"),
                refused(
                        "tasks as a listener",
                        userTask("<camunda:taskListener event='create' delegateExpression='${tasks}'/>")),
                refused(
                        "money in the transaction before",
                        service("${changing.createWorkspace('k', 'it', 'ask', null, 'key')}")),
                refused("a purchase that may come again", service("${domains.buy(execution.processBusinessKey)}")),
                refused("a wait that may come again", service("${waits.mailboxes('i', 'it', null, null, 'P1D')}")),
                refused("a search that may come again", service("${vendor.searchDomains('i', 'it', null, names)}")),
                refused(
                        "money as a field",
                        "<bpmn:serviceTask id='it' camunda:asyncBefore='true' camunda:expression='${1}'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>${domains.buy(\"x\")}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"),
                refused(
                        "money by a listener",
                        "<bpmn:serviceTask id='it' camunda:asyncBefore='true' camunda:expression='${1}'><bpmn:extensionElements><camunda:executionListener event='start' expression='${domains.buy(\"x\")}'/></bpmn:extensionElements></bpmn:serviceTask>"),
                refused(
                        "a variable of a call with a step's name",
                        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:in source='a' target='trial'/></bpmn:extensionElements></bpmn:callActivity>"),
                refused(
                        "a result of a call with a step's name",
                        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:out source='a' target='trial'/></bpmn:extensionElements></bpmn:callActivity>"),
                refused(
                        "a form's field with a step's name",
                        userTask("<camunda:formData><camunda:formField id='trial' type='string'/></camunda:formData>")),
                refused(
                        "an item with a step's name",
                        "<bpmn:task id='it'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>all</bpmn:loopDataInputRef><bpmn:inputDataItem name='trial'/></bpmn:multiInstanceLoopCharacteristics></bpmn:task>"),
                refused(
                        "a called process that is not there",
                        "<bpmn:callActivity id='it' calledElement='x' camunda:calledElementBinding='deployment'/>"),
                refused(
                        "a decision that is not there",
                        "<bpmn:businessRuleTask id='it' camunda:decisionRef='x' camunda:decisionRefBinding='deployment' camunda:resultVariable='r'/>"),
                refused(
                        "a form that is not there",
                        "<bpmn:userTask id='it' camunda:formKey='camunda-forms:deployment:ask.form'/>"),
                refused("shell task", "<bpmn:serviceTask id='it' camunda:type='shell'/>"),
                refused(
                        "delegate expression",
                        "<bpmn:serviceTask id='it' camunda:delegateExpression='${dataSource}'/>"),
                refused(
                        "a result with a step's name",
                        "<bpmn:serviceTask id='it' camunda:expression='${trial.works(1)}' camunda:resultVariable='trial'/>"),
                refused(
                        "a field with a step's name",
                        "<bpmn:serviceTask id='it' camunda:expression='${trial.works(1)}'><bpmn:extensionElements>"
                                + "<camunda:inputOutput><camunda:inputParameter name='trial'>1</camunda:inputParameter>"
                                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"),
                refused("a rule part with a slip", rulePart("totl &gt; 300")),
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
                refused("html form", "<bpmn:userTask id='it' camunda:formKey='embedded:deployment:approve.html'/>"),
                refused("external form", "<bpmn:userTask id='it' camunda:formKey='https://evil.example/form'/>"),
                refused("script as form", "<bpmn:userTask id='it' camunda:formKey='javascript:alert(1)'/>"),
                refused(
                        "computed form",
                        "<bpmn:userTask id='it' camunda:formKey='camunda-forms:deployment:${decision}'/>"),
                refused(
                        "candidate groups",
                        "<bpmn:userTask id='it' camunda:candidateGroups='${dataSource.getUrl()}'/>"),
                refused("task listener", userTask("<camunda:taskListener event='create' class='evil.Listener'/>")),
                refused(
                        "task listener's expression",
                        userTask("<camunda:taskListener event='complete' expression='${dataSource.close()}'/>")),
                refused(
                        "task listener's script",
                        userTask(
                                "<camunda:taskListener event='create'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener>")),
                refused(
                        "signal",
                        "<bpmn:intermediateCatchEvent id='it'><bpmn:signalEventDefinition signalRef='signal'/></bpmn:intermediateCatchEvent></bpmn:process><bpmn:signal id='it3' name='${dataSource.getUrl()}'/><bpmn:process id='x'><bpmn:startEvent id='y'/>"),
                refused(
                        "condition to wait for",
                        "<bpmn:intermediateCatchEvent id='it'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression' language='groovy'>1 == 1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                refused(
                        "condition's expression",
                        "<bpmn:intermediateCatchEvent id='it'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression'>${dataSource.closed}${dataSource.close()}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                refused(
                        "output",
                        extended(
                                "<camunda:inputOutput><camunda:outputParameter name='a'><camunda:map><camunda:entry key='b'>${dataSource.close()}</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>")),
                refused(
                        "retry cycle",
                        extended(
                                "<camunda:failedJobRetryTimeCycle>${dataSource.close()}</camunda:failedJobRetryTimeCycle>")),
                refused("message task", "<bpmn:sendTask id='it' camunda:class='evil.Sender'/>"),
                refused("mail task", "<bpmn:sendTask id='it' camunda:type='mail'/>"),
                refused("rule task", "<bpmn:businessRuleTask id='it' camunda:expression='${dataSource.close()}'/>"),
                refused(
                        "decision",
                        "<bpmn:businessRuleTask id='it' camunda:decisionRef='${dataSource.close()}' camunda:resultVariable='r'/>"),
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <bpmn:serviceTask id='it' name='Buy it' camunda:expression='${nobody.buys()}'/>     | Element 'it' (Buy it): 'nobody'
            <bpmn:scriptTask id='it' name='Buy&#10;it' scriptFormat='js'/>                      | Element 'it' (Buy it): scripts
            <bpmn:serviceTask id='it' camunda:expression='${nobody.buys()}'/>                   | Element 'it': 'nobody'
            <bpmn:intermediateCatchEvent id='it' name='Later'><bpmn:timerEventDefinition id='T_1'><bpmn:timeDate id='D_1'>${nobody.knows()}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent> | Element 'it' (Later): 'nobody'
            <bpmn:task id='it' name='Each'><bpmn:multiInstanceLoopCharacteristics id='M_1' camunda:collection='${nobody.all()}'/></bpmn:task> | Element 'it' (Each): 'nobody'
            <bpmn:task id='it'/><bpmn:sequenceFlow id='way' name='dear' sourceRef='it' targetRef='end'><bpmn:conditionExpression id='C_1'>${nobody.says()}</bpmn:conditionExpression></bpmn:sequenceFlow> | Element 'way' (dear): 'nobody'
            """)
    void the_element_is_told_as_the_designer_sees_it(String element, String told) {
        HttpResponse<String> answer = demo.deploy("hostile.bpmn", Models.process("hostile", element));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void what_is_bound_to_the_deployment_comes_with_it() {
        String bound = "<bpmn:userTask id='it' camunda:formKey='camunda-forms:deployment:ask.form'/>"
                + "<bpmn:callActivity id='call' calledElement='%s' camunda:calledElementBinding='deployment'/>"
                + "<bpmn:businessRuleTask id='rule' camunda:decisionRef='pick' camunda:decisionRefBinding='deployment' camunda:resultVariable='r'/>";
        HttpResponse<String> answer = demo.deploy(
                Map.of(
                        "formed.bpmn",
                        Models.process("formed", bound.formatted("other")),
                        "ask.form",
                        "{\"id\": \"ask\", \"components\": []}",
                        "other.bpmn",
                        Models.process("other", "<bpmn:task id='it'/>"),
                        "pick.dmn",
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='t'><decision id='pick' name='p'><variable name='x' id='v'/><literalExpression><text>1</text></literalExpression></decision></definitions>"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(demo.deploy(
                                "own.bpmn",
                                Models.process(
                                        "own",
                                        "<bpmn:callActivity id='it' calledElement='own' camunda:calledElementBinding='deployment'/>"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_step_has_its_place_where_the_parts_have_it() {
        String money =
                "<bpmn:serviceTask id='it' camunda:asyncBefore='%s' camunda:expression='${domains.buy(execution.processBusinessKey)}'/>";
        assertThat(demo.deploy("placed.bpmn", Models.process("placed", money.formatted("true")))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = demo.deploy("placed.bpmn", Models.process("placed", money.formatted("false")));
        assertThat(refused.body())
                .contains(
                        "Element 'it': 'domains.buy' is called by the expression of a service task that is asynchronous before");
    }

    @Test
    void a_form_bound_to_its_deployment_comes_with_it() {
        String task = "<bpmn:userTask id='it' name='Which?' camunda:formRef='which' camunda:formRefBinding='%s'/>";

        HttpResponse<String> alone = demo.deploy("bound.bpmn", Models.process("bound", task.formatted("deployment")));
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body()).contains("Element 'it' (Which?): its form 'which' is not in this deployment");
        assertThat(demo.deploy("bound.bpmn", Models.process("bound", task.formatted("latest")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_decision_without_a_language_is_feel() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                  <decision id="plain" name="plain"><variable name="x" id="v"/><literalExpression id="it"><text>if true then 1 else 2</text>
                  </literalExpression></decision></definitions>
                """;
        assertThat(demo.deploy("plain.dmn", table).statusCode()).isEqualTo(200);
        assertThat(demo.post("/engine-rest/decision-definition/key/plain/evaluate", "{\"variables\":{}}")
                        .body())
                .contains("\"value\":1");
        demo.deploy("plain.dmn", table.replace("if true then 1 else 2", "${dataSource.toString()}"));
        assertThat(demo.post("/engine-rest/decision-definition/key/plain/evaluate", "{\"variables\":{}}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_decision_table_speaks_feel_only() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                  <decision id="pick" name="Which one"><variable name="x" id="v"/><literalExpression expressionLanguage="%s"><text>1 + 1</text>
                  </literalExpression></decision></definitions>
                """;

        assertThat(demo.deploy("t.dmn", table.formatted("feel")).statusCode()).isEqualTo(200);
        for (String language : new String[] {"groovy", "juel", "javascript"}) {
            HttpResponse<String> answer = demo.deploy("t.dmn", table.formatted(language));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Element 'pick' (Which one)");
        }
    }

    private static Arguments refused(String what, String element) {
        return Arguments.of(what, element);
    }

    private static String service(String expression) {
        return "<bpmn:serviceTask id='it' camunda:expression='%s'/>"
                .formatted(expression.replace("'", "&apos;").replace("<", "&lt;"));
    }

    private static String listened(String kind, String event, String call) {
        return "<bpmn:%s id='it'%s><bpmn:extensionElements><camunda:executionListener event='%s' expression='${tasks.%s}'/></bpmn:extensionElements></bpmn:%1$s>"
                .formatted(kind, kind.equals("serviceTask") ? " camunda:expression='${1}'" : "", event, call);
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
