package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every model keeps to, whoever changes it in Camunda Modeler. */
class ModelRulesTest {
    private static final List<String> MODELS = Models.KEYS;
    private static final Set<String> WORDS = Set.of(
            "campaigns",
            "plans",
            "domains",
            "orders",
            "prewarmed",
            "forms",
            "mailboxes",
            "watcher",
            "settling",
            "tasks",
            "deadlines",
            "rules",
            "execution",
            "task",
            "decision",
            "orderNumber");
    private static final String WAKE = "${watcher.wake(execution.processBusinessKey)}";

    @ParameterizedTest
    @FieldSource("MODELS")
    void theProcessIsNamedAsItsFileAndRunsOnThisPlatform(String key) {
        Collection<Process> processes = Models.read(key).getModelElementsByType(Process.class);
        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(key);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getDocumentations()).isNotEmpty();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
        assertThat(Models.text(key))
                .contains("modeler:executionPlatform=\"Camunda Platform\"")
                .contains("modeler:executionPlatformVersion=\"7.24.0\"");
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyStepIsAnExpressionBehindASavePoint(String key) {
        assertThat(Models.read(key).getModelElementsByType(ServiceTask.class))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.getName()).isNotBlank();
                    assertThat(step.isCamundaAsyncBefore()).isTrue();
                    assertThat(step.getCamundaExpression())
                            .matches("\\$\\{\\w+\\.\\w+\\(execution.processBusinessKey\\)}");
                });
        assertThat(Models.text(key))
                .doesNotContain("scriptTask", "camunda:script", "camunda:class", "camunda:delegateExpression")
                .doesNotContain("camunda:connector", "scriptFormat", "camunda:inputOutput", "variables=\"all\"");
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void expressionsKnowTheListedWordsOnly(String key) {
        var found = new ArrayList<String>();
        var expressions =
                Pattern.compile("[$#]\\{([^}]*)}").matcher(Models.text(key).replace("&#39;", "'"));
        while (expressions.find()) {
            String bare = expressions.group(1).replaceAll("'[^']*'", "");
            var words = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*").matcher(bare);
            while (words.find()) {
                found.add(words.group());
            }
        }
        assertThat(found).isNotEmpty().allSatisfy(word -> assertThat(word).isIn(WORDS));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyDecisionHasANameAndADefault(String key) {
        assertThat(Models.read(key).getModelElementsByType(ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .isNotEmpty()
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getDefault()).isNotNull();
                    assertThat(gateway.getDefault().getConditionExpression()).isNull();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
                    assertThat(gateway.getOutgoing())
                            .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                            .allSatisfy(flow ->
                                    assertThat(flow.getConditionExpression()).isNotNull());
                });
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void whoWaitsWakesTheWatcherAndHasADeadlineOrSaysWhyNot(String key) {
        for (var event : Models.read(key).getModelElementsByType(IntermediateCatchEvent.class)) {
            if (event.getEventDefinitions().stream().noneMatch(MessageEventDefinition.class::isInstance)) {
                continue;
            }
            FlowNode before = event.getIncoming().iterator().next().getSource();
            boolean race = before instanceof EventBasedGateway;
            assertThat(event.isCamundaAsyncAfter()).as(event.getId()).isTrue();
            assertThat(wakes(race ? before : event)).as(event.getId()).isTrue();
            if (race) {
                assertThat(before.getSucceedingNodes().list()).as(event.getId()).anyMatch(ModelRulesTest::isTimer);
            } else {
                assertThat(event.getDocumentations())
                        .as(event.getId())
                        .anyMatch(text -> text.getTextContent().contains("No deadline"));
            }
        }
    }

    /** A question that a message withdraws: the vendor has to be read while it is open. */
    @ParameterizedTest
    @FieldSource("MODELS")
    void aQuestionThatMayBeWithdrawnWakesTheWatcher(String key) {
        assertThat(Models.read(key).getModelElementsByType(BoundaryEvent.class))
                .filteredOn(event ->
                        event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance))
                .allSatisfy(event -> {
                    assertThat(event.isCamundaAsyncAfter()).isTrue();
                    assertThat(event.cancelActivity()).isTrue();
                    assertThat(wakes(event.getAttachedTo())).isTrue();
                });
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void errorsCarryACodeAndBoundariesKeepTheText(String key) {
        var model = Models.read(key);
        assertThat(model.getModelElementsByType(ErrorEventDefinition.class))
                .allSatisfy(error -> assertThat(error.getError().getErrorCode()).isNotBlank());
        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .flatExtracting(BoundaryEvent::getEventDefinitions)
                .filteredOn(ErrorEventDefinition.class::isInstance)
                .allSatisfy(error -> assertThat(((ErrorEventDefinition) error).getCamundaErrorMessageVariable())
                        .isEqualTo("problem"));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everythingIsDrawn(String key) {
        var model = Models.read(key);
        assertThat(model.getModelElementsByType(FlowNode.class))
                .filteredOn(node -> node.getDiagramElement() == null)
                .isEmpty();
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> flow.getDiagramElement() == null
                        || flow.getDiagramElement().getWaypoints().size() < 2)
                .isEmpty();
    }

    @Test
    void anOrderIsCalledByItsNumberAndNothingElse() {
        assertThat(Models.read("onboarding").getModelElementsByType(CallActivity.class))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.getCalledElement())
                            .isEqualTo("${orders.process(execution.processBusinessKey, orderNumber)}");
                    assertThat(call.isCamundaAsyncBefore()).isTrue();
                });
        assertThat(Models.text("onboarding"))
                .containsOnlyOnce("<camunda:in ")
                .doesNotContain("<camunda:out ")
                .contains("businessKey=\"${execution.processBusinessKey}/${orderNumber}\"");
    }

    /** The answer may end its sibling orders, which may be in the middle of a step: then it is done again, not refused. */
    @Test
    void anAnswerInAnOrderIsKeptBeforeAnythingFollows() {
        for (String order : List.of("mailbox-order", "prewarmed-order"))
            assertThat(Models.read(order).getModelElementsByType(UserTask.class))
                    .isNotEmpty()
                    .allSatisfy(task -> assertThat(task.isCamundaAsyncAfter()).isTrue());
    }

    private static boolean wakes(FlowNode node) {
        return node.getExtensionElements() != null
                && node
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaExecutionListener.class)
                        .list()
                        .stream()
                        .anyMatch(listener -> "start".equals(listener.getCamundaEvent())
                                && WAKE.equals(listener.getCamundaExpression()));
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof IntermediateCatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }
}
