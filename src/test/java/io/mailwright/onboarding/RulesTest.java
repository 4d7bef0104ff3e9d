package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer's own model asks a campaign's plan in the words of campaign files. */
@FlowTest
class RulesTest {
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="defs" targetNamespace="test">
              <bpmn:process id="dear" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="isItDear"/>
                <bpmn:exclusiveGateway id="isItDear" default="no"/>
                <bpmn:sequenceFlow id="yes" sourceRef="isItDear" targetRef="askTheBoss">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"
                    >${rules.test("total > 20 &amp;&amp; smtp >= 2", execution.processBusinessKey)}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="no" sourceRef="isItDear" targetRef="goOn"/>
                <bpmn:userTask id="askTheBoss"/>
                <bpmn:userTask id="goOn"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    Flows flows;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void usual() {
        flows.usual();
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("dear")
                .addString("dear.bpmn", MODEL)
                .deploy();
    }

    @AfterEach
    void back() {
        flows.usual();
    }

    @Test
    void a_gateway_goes_both_ways_for_campaigns_and_their_orders() {
        String two = planned(2);
        String one = planned(1);
        assertThat(wayOf(two)).isEqualTo("askTheBoss");
        assertThat(wayOf(two + "/1")).isEqualTo("askTheBoss");
        assertThat(wayOf(one)).isEqualTo("goOn");
        assertThat(wayOf(one + "/1")).isEqualTo("goOn");
    }

    @Test
    void the_current_plan_counts() {
        String word = word();
        String id = flows.start(file(word, 1, "")).id();
        flows.until(id, task("approvePlan"));
        assertThat(wayOf(id)).isEqualTo("goOn");
        flows.decide(id, "approvePlan", "change");
        flows.open(id, "correctCampaign");
        flows.asDemo(() -> flows.onboarding.replace(id, file(word, 3, ""), "demo"));
        flows.until(id, task("approvePlan"));
        assertThat(wayOf(id)).isEqualTo("askTheBoss");
    }

    @Test
    void without_a_plan_nothing_is_decided_and_it_says_why() {
        flows.modes("{'revokedKey':true}");
        String id = flows.start(file(word(), 1, "")).id();
        flows.open(id, "fixProblem");
        assertThatThrownBy(() -> wayOf(id)).hasMessageContaining("campaign " + id + " has no plan yet");
        assertThatThrownBy(() -> wayOf("nobody/1")).hasMessageContaining("no campaign of the business key 'nobody/1'");
        assertThatThrownBy(() -> wayOf(null)).hasMessageContaining("there is no business key");
    }

    private String planned(int domains) {
        String id = flows.start(file(word(), domains, "")).id();
        flows.until(id, task("approvePlan"));
        return id;
    }

    private String wayOf(String key) {
        String instance = runtime.startProcessInstanceByKey("dear", key).getId();
        try {
            return flows.tasks
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getTaskDefinitionKey();
        } finally {
            runtime.deleteProcessInstance(instance, "the test is over");
        }
    }
}
