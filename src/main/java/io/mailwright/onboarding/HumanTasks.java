package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.onboarding.Answering.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;

/** What a task shows when it opens, and what follows at once from the decision taken. */
@Step("tasks")
class HumanTasks {
    private final TaskFacts facts;
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Plans plans;
    private final SecondLook secondLook;
    private final SettlingSteps settlingSteps;
    private final RequestTasks requestTasks;
    private final FormDecisions forms;
    private final Decisions decisions;
    private final List<Starter> starters;
    private final Questions questions;
    private final Organizations organizations;
    private final Answering answering;
    private final IdentityService identity;
    private final ObjectMapper json = new ObjectMapper();

    HumanTasks(
            TaskFacts facts,
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Plans plans,
            SecondLook secondLook,
            SettlingSteps settlingSteps,
            RequestTasks requestTasks,
            FormDecisions forms,
            Decisions decisions,
            List<Starter> starters,
            Questions questions,
            Organizations organizations,
            Answering answering,
            @Lazy IdentityService identity) {
        this.facts = facts;
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.plans = plans;
        this.secondLook = secondLook;
        this.settlingSteps = settlingSteps;
        this.requestTasks = requestTasks;
        this.forms = forms;
        this.decisions = decisions;
        this.starters = starters;
        this.questions = questions;
        this.organizations = organizations;
        this.answering = answering;
        this.identity = identity;
    }

    /** Turns a start form into rows and a business key, in the transaction that starts the process. */
    @OnlyAt(Place.PROCESS_BEGINS)
    public void begun(DelegateExecution execution) {
        at(ExecutionListener.EVENTNAME_START, execution, StartEvent.class);
        String process = execution.getProcessDefinitionId().replaceAll(":.*", "");
        Starter starter = starters.stream()
                .filter(one -> one.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing starts " + process + " by a form"));
        String key = execution.getProcessBusinessKey();
        if (key != null && starter.knows(key)) return;
        Map<String, String> form = new TreeMap<>();
        for (String field : starter.fields()) {
            Object value = execution.getVariable(field);
            if (value != null && !value.toString().isBlank())
                form.put(field, value.toString().strip());
        }
        execution.removeVariables(starter.fields());
        execution.setProcessBusinessKey(starter.begin(form, user()));
    }

    /** Puts the facts a person needs beside the task, and nothing else. */
    @OnlyAt(Place.TASK_OPENS)
    public void opened(DelegateTask task) {
        at(TaskListener.EVENTNAME_CREATE, task);
        String key = task.getExecution().getProcessBusinessKey();
        facts.of(task.getTaskDefinitionKey(), key)
                .forEach((name, value) -> task.setVariableLocal(name, value instanceof String ? value : table(value)));
        // with the task, so that whoever sees the stage can approve
        if (task.getTaskDefinitionKey().equals("approvePlan")) {
            records.stage(key, Stage.AWAITING_APPROVAL);
            requestTasks.awaitsApproval(key);
        }
    }

    /** Writes down what the decision means, in the transaction that completes the task. */
    @OnlyAt(Place.TASK_COMPLETED)
    public void decided(DelegateTask task) {
        at(TaskListener.EVENTNAME_COMPLETE, task);
        Answer answer = answering
                .toTask(task.getId())
                .orElseThrow(() -> new IllegalStateException("task " + task.getId() + " was answered by nobody"));
        String key = task.getExecution().getProcessBusinessKey();
        String decision = answer.decision();
        String user = user();
        if (!"approve".equals(decision))
            decisions.add(task.getTaskDefinitionKey(), key, decision, answer.comment(), answer.reference(), user);
        if (requestTasks.knows(key)) {
            requestTasks.decided(
                    task.getTaskDefinitionKey(),
                    key,
                    decision,
                    () -> shown(task, "planHash"),
                    user,
                    answer.comment(),
                    answer.reference());
            return;
        }
        switch (task.getTaskDefinitionKey() + " " + decision) {
            case "approvePlan approve" -> {
                // the campaign's row before the budget's, as a claim locks them
                records.stage(key, Stage.BUYING);
                plans.approve(key, shown(task, "planHash"), user, "task", answer.comment(), answer.reference());
            }
            case "approveForm approve" -> {
                OrderRow order = orderRecords.order(key);
                orderRecords.problem(order, null);
                secondLook.give(order, shown(task, "formHash"), user, answer.comment(), answer.reference());
            }
            case "approveForm change", "approveForm reject" -> {
                OrderRow order = orderRecords.order(key);
                boolean toChange = "change".equals(decision);
                orderRecords.problem(order, secondLook.refused(order, user, toChange, answer.comment()));
            }
            case "chooseReplacement retry" ->
                planRecords.forgetQuotes(records.campaignOf(key).id());
            case "fixPayment retry", "mailboxesOverdue wait" -> {
                OrderRow order = orderRecords.order(key);
                records.aside(() -> orderRecords.problem(order, null));
            }
            case "fixProblem retry", "correctCampaign retry" -> {
                if (key.contains("/")) {
                    OrderRow order = orderRecords.order(key);
                    records.aside(() -> orderRecords.problem(order, null));
                } else records.aside(() -> records.solved(key));
            }
            case "chooseCampaign adopt" ->
                // from here on the instance is the campaign's
                task.getExecution().setProcessBusinessKey(forms.adopt(key, answer.reference(), user));
            case "chooseCampaign ignore" -> forms.ignore(key, user, remark(answer));
            case "fixProblem cancel" -> forms.giveUp(key);
            case "resolveSpend happened", "resolveSpend did-not-happen" ->
                settlingSteps.decide(key, decision, user, remark(answer));
            default -> {}
        }
    }

    /** The part "Ask a person": what it shows, as it stands; reached again it asks anew. */
    @OnlyAt(Place.TASK_REACHED)
    public void asked(DelegateExecution execution, Object content, String workspace) {
        at(ExecutionListener.EVENTNAME_START, execution, UserTask.class);
        JsonNode shown = content(content);
        if (execution.getProcessBusinessKey() == null)
            execution.setProcessBusinessKey(execution.getProcessInstanceId());
        String hash = questions.ask(
                origin(execution),
                organizations.known(workspace),
                shown,
                execution.getProcessDefinitionId().replaceAll(":.*", ""));
        execution.setVariableLocal("contentHash", hash);
        execution.setVariableLocal("facts", table(Facts.of(shown)));
        execution.removeVariable("decision");
    }

    /** What was decided there, by who completed the task. One that is taken away by an event was not answered. */
    @OnlyAt(Place.TASK_LEFT)
    public void answered(DelegateExecution execution) {
        at(ExecutionListener.EVENTNAME_END, execution, UserTask.class);
        Answer answer = answering.atActivity(execution.getActivityInstanceId()).orElse(null);
        if (answer == null || execution.isCanceled()) return;
        Questions.Origin origin = origin(execution);
        if ("approve".equals(answer.decision()))
            questions.approve(
                    origin,
                    String.valueOf(execution.getVariableLocal("contentHash")),
                    user(),
                    answer.comment(),
                    answer.reference());
        else questions.refused(origin);
    }

    /** Instances of one activity that run beside each other are told apart by their loop counters. */
    private static Questions.Origin origin(DelegateExecution execution) {
        List<Object> counters = new ArrayList<>();
        for (ExecutionEntity at = (ExecutionEntity) execution; at != null; at = at.getParent())
            if (at.hasVariableLocal("loopCounter")) counters.add(at.getVariableLocal("loopCounter"));
        return new Questions.Origin(
                execution.getProcessBusinessKey(),
                execution.getCurrentActivityId(),
                execution.getProcessInstanceId() + counters);
    }

    /** The gate of deployments lets these listeners stand nowhere else; a version from before it meets this. */
    private static void at(String event, DelegateExecution execution, Class<? extends FlowElement> element) {
        if (!event.equals(execution.getEventName()) || !element.isInstance(execution.getBpmnModelElementInstance()))
            throw new IllegalStateException("this listener belongs to the event '" + event + "' of a "
                    + element.getSimpleName() + "; '" + execution.getCurrentActivityId() + "' has it elsewhere");
    }

    private static void at(String event, DelegateTask task) {
        if (!event.equals(task.getEventName()))
            throw new IllegalStateException("this listener belongs to the event '" + event + "' of a task; '"
                    + task.getTaskDefinitionKey() + "' has it elsewhere");
    }

    /** JSON as it is; other text is shown as it is. */
    private JsonNode content(Object given) {
        if (given instanceof SpinJsonNode node) return (JsonNode) node.unwrap();
        String text = given == null ? "" : given.toString();
        try {
            JsonNode content = json.readTree(text);
            if (content != null && content.isContainerNode() && !content.isEmpty()) return content;
        } catch (JsonProcessingException plain) {
            // no JSON
        }
        return json.createObjectNode().put("text", text);
    }

    private Object table(Object rows) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(rows)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The task may be decided by somebody else, and be gone, while it is being read. */
    private static String shown(DelegateTask task, String name) {
        Object value = task.getVariableLocal(name);
        if (value == null) throw new OptimisticLockingException("the task shows no " + name + " any more");
        return value.toString();
    }

    private static String remark(Answer answer) {
        return Stream.of(answer.comment(), answer.reference())
                .filter(said -> said != null && !said.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Nobody decides without a name. */
    private String user() {
        Authentication who = identity.getCurrentAuthentication();
        if (who == null || who.getUserId() == null)
            throw new IllegalStateException("a decision needs a user: log in first");
        return who.getUserId();
    }
}
