package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
        this.identity = identity;
    }

    /** Turns a start form into rows and a business key, in the transaction that starts the process. */
    public void begun(DelegateExecution execution) {
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
    public void opened(DelegateTask task) {
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
    public void decided(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        String decision = text(task, "decision");
        String user = user();
        if (!"approve".equals(decision))
            decisions.add(
                    task.getTaskDefinitionKey(), key, decision, text(task, "comment"), text(task, "reference"), user);
        if (requestTasks.knows(key)) {
            requestTasks.decided(
                    task.getTaskDefinitionKey(),
                    key,
                    decision,
                    () -> shown(task, "planHash"),
                    user,
                    text(task, "comment"),
                    text(task, "reference"));
            return;
        }
        switch (task.getTaskDefinitionKey() + " " + decision) {
            case "approvePlan approve" -> {
                // the campaign's row before the budget's, as a claim locks them
                records.stage(key, Stage.BUYING);
                plans.approve(
                        key, shown(task, "planHash"), user, "task", text(task, "comment"), text(task, "reference"));
            }
            case "approveForm approve" -> {
                OrderRow order = orderRecords.order(key);
                orderRecords.problem(order, null);
                secondLook.give(order, shown(task, "formHash"), user, text(task, "comment"), text(task, "reference"));
            }
            case "approveForm change", "approveForm reject" -> {
                OrderRow order = orderRecords.order(key);
                boolean toChange = "change".equals(decision);
                orderRecords.problem(order, secondLook.refused(order, user, toChange, text(task, "comment")));
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
                task.getExecution().setProcessBusinessKey(forms.adopt(key, text(task, "reference"), user));
            case "chooseCampaign ignore" -> forms.ignore(key, user, remark(task));
            case "fixProblem cancel" -> forms.giveUp(key);
            case "resolveSpend happened", "resolveSpend did-not-happen" ->
                settlingSteps.decide(key, decision, user, remark(task));
            default -> {}
        }
    }

    /** The part "Ask a person": what it shows, as it stands; reached again it asks anew. */
    public void asked(DelegateExecution execution, Object content, String workspace) {
        JsonNode shown = content(content);
        if (execution.getProcessBusinessKey() == null)
            execution.setProcessBusinessKey(execution.getProcessInstanceId());
        String hash = questions.ask(
                execution.getProcessBusinessKey(),
                execution.getCurrentActivityId(),
                organizations.known(workspace),
                shown,
                execution.getProcessDefinitionId().replaceAll(":.*", ""));
        execution.setVariableLocal("contentHash", hash);
        execution.setVariableLocal("facts", table(Facts.of(shown)));
        execution.removeVariable("decision");
    }

    /** What was decided there. One that is taken away by a boundary event was not answered. */
    public void answered(DelegateExecution execution) {
        if (!(execution.getBpmnModelElementInstance() instanceof UserTask) || execution.isCanceled()) return;
        String key = execution.getProcessBusinessKey();
        String activity = execution.getCurrentActivityId();
        if ("approve".equals(execution.getVariable("decision")))
            questions.approve(
                    key,
                    activity,
                    String.valueOf(execution.getVariable("contentHash")),
                    user(),
                    said(execution, "comment"),
                    said(execution, "reference"));
        else questions.refused(key, activity);
    }

    private static String said(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        return value == null ? null : value.toString();
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

    private static String text(DelegateTask task, String name) {
        Object value = task.getVariable(name);
        return value == null ? null : value.toString();
    }

    /** The task may be decided by somebody else, and be gone, while it is being read. */
    private static String shown(DelegateTask task, String name) {
        String value = text(task, name);
        if (value == null) throw new OptimisticLockingException("the task shows no " + name + " any more");
        return value;
    }

    private static String remark(DelegateTask task) {
        return Stream.of("comment", "reference")
                .map(name -> text(task, name))
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
