package io.mailwright.platform;

/** Small models: start → what is given → end. */
final class Models {
    private Models() {}

    /** @param element one flow node with id {@code it}, and whatever hangs on it */
    static String process(String key, String element) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="defs" targetNamespace="test">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="it"/>
                    %s
                    <bpmn:sequenceFlow id="out" sourceRef="it" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                  <bpmn:error id="problemError" errorCode="problem"/>
                  <bpmn:error id="refusedError" errorCode="file-refused"/>
                </bpmn:definitions>
                """.formatted(key, element);
    }

    /** An asynchronous step tried twice; {@code problem} leads to the human task {@code fixProblem}. */
    static String step(String key, String expression) {
        return process(
                key,
                """
                <bpmn:serviceTask id="it" camunda:asyncBefore="true" camunda:expression="%s">
                  <bpmn:extensionElements>
                    <camunda:failedJobRetryTimeCycle>PT0S</camunda:failedJobRetryTimeCycle>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                """.formatted(expression) + caught("problem", "fixProblem") + caught("refused", "correctCampaign"));
    }

    private static String caught(String error, String task) {
        return """
                <bpmn:boundaryEvent id="%1$sCaught" attachedToRef="it">
                  <bpmn:errorEventDefinition errorRef="%1$sError" camunda:errorMessageVariable="why"/>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="%1$sFlow" sourceRef="%1$sCaught" targetRef="%2$s"/>
                <bpmn:userTask id="%2$s"/>
                """.formatted(error, task);
    }

    static String task(String key, String group) {
        return process(key, """
                <bpmn:userTask id="it" name="May it?" camunda:candidateGroups="%s">
                  <bpmn:extensionElements>
                    <camunda:taskListener event="create" expression="${trial.opened(task)}"/>
                    <camunda:properties>
                      <camunda:property name="decisions" value="approve change reject"/>
                    </camunda:properties>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                """.formatted(group));
    }
}
