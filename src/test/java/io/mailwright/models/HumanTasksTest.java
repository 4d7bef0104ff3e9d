package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every human task asks one question, with the same decisions in model and form. */
class HumanTasksTest {
    private static final Set<String> INPUTS = Set.of("decision", "comment", "reference");
    private static final Set<String> HARMLESS = Set.of("change", "retry", "wait", "ignore");

    static Stream<UserTask> tasks() {
        return Models.userTasks();
    }

    static Set<String> forms() {
        return Models.DECISIONS.keySet();
    }

    @Test
    void theTasksAreTheOnesKnownOutside() {
        assertThat(tasks().map(UserTask::getId).distinct()).containsExactlyInAnyOrderElementsOf(forms());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskSaysWhoDecidesUntilWhenAndWhat(UserTask task) {
        boolean approves = task.getId().startsWith("approve");
        assertThat(task.getName()).endsWith("?");
        assertThat(task.getCamundaCandidateGroups())
                .isEqualTo(approves ? "${plans.approvers(execution.processBusinessKey)}" : "operators");
        assertThat(task.getCamundaDueDate())
                .isEqualTo(approves ? "${plans.approvalDue(execution.processBusinessKey)}" : "${deadlines.people()}");
        assertThat(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
                .isEqualTo(task.getId());
        assertThat(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRefBinding"))
                .isEqualTo("deployment");
        assertThat(decisions(task)).isEqualTo(Models.DECISIONS.get(task.getId()));
        assertThat(listeners(task))
                .containsExactlyInAnyOrder("create ${tasks.opened(task)}", "complete ${tasks.decided(task)}");
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void eachDecisionLeadsSomewhereAndTheDefaultDoesNoHarm(UserTask task) {
        var next = task.getSucceedingNodes().singleResult();
        assertThat(next).isInstanceOf(ExclusiveGateway.class);
        var gateway = (ExclusiveGateway) next;
        var left = new HashSet<>(Models.DECISIONS.get(task.getId()));
        for (var flow : gateway.getOutgoing()) {
            if (!flow.equals(gateway.getDefault())) {
                left.removeAll(quoted(flow.getConditionExpression().getTextContent()));
            }
        }
        assertThat(left).singleElement().satisfies(word -> assertThat(HARMLESS).contains(word));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormOffersExactlyTheDecisionsAndAsksForNothingElse(String key) {
        JsonNode form = Models.form(key);
        assertThat(form.path("id").asText()).isEqualTo(key);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        var keys = new ArrayList<String>();
        var values = new HashSet<String>();
        for (JsonNode part : form.path("components")) {
            assertThat(part.path("type").asText()).isIn("html", "table", "radio", "textarea", "textfield");
            if (part.has("key")) {
                keys.add(part.path("key").asText());
            }
            if (part.path("key").asText().equals("decision")) {
                assertThat(part.path("validate").path("required").asBoolean()).isTrue();
                part.path("values").forEach(value -> {
                    values.add(value.path("value").asText());
                    assertThat(value.path("label").asText()).contains(" ");
                });
            }
        }
        assertThat(keys).contains("decision").doesNotHaveDuplicates().isSubsetOf(INPUTS);
        assertThat(values).isEqualTo(Models.DECISIONS.get(key));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormLeadsToTheCampaignsPage(String key) {
        assertThat(Models.form(key).path("components"))
                .filteredOn(part -> part.path("content").asText().contains("<a href=\"{{campaignPage}}\">"))
                .hasSize(key.equals("chooseCampaign") ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theFormAsksTheTasksQuestion(UserTask task) {
        assertThat(Models.form(task.getId()).path("components"))
                .filteredOn(part -> part.path("key").asText().equals("decision"))
                .singleElement()
                .satisfies(part -> assertThat(part.path("label").asText()).isEqualTo(task.getName()));
    }

    private static Set<String> decisions(UserTask task) {
        return task
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(property -> property.getCamundaName().equals("decisions"))
                .findFirst()
                .map(property -> Set.of(property.getCamundaValue().split(" ")))
                .orElseThrow();
    }

    private static List<String> listeners(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaExpression())
                .toList();
    }

    private static List<String> quoted(String condition) {
        return Pattern.compile("decision == '([^']+)'")
                .matcher(condition)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
