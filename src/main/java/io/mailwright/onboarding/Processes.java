package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** What the rest of this package asks of the engine: start, tell, tasks, groups. */
@Component
public class Processes {
    private static final int MEETINGS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final HistoryService history;
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;

    Processes(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy RepositoryService repository,
            @Lazy HistoryService history,
            @Lazy FormService forms,
            @Lazy IdentityService identity,
            @Lazy ManagementService management,
            @Lazy ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.history = history;
        this.forms = forms;
        this.identity = identity;
        this.management = management;
        this.engine = engine;
    }

    /** Somebody who waits for a message. */
    record Waiting(String execution, String message, String businessKey, Instant since) {}

    void start(String process, String businessKey) {
        unchecked(() -> {
            runtime.startProcessInstanceByKey(process, businessKey);
            return null;
        });
    }

    /** A process that begins with a message. */
    void startBy(String message, String businessKey) {
        unchecked(() -> runtime.startProcessInstanceByMessage(message, businessKey));
    }

    /** Ends an instance whose question has no object any more, if there is one. */
    void withdraw(String process, String businessKey, String why) {
        unchecked(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), why));
            return null;
        });
    }

    boolean running(String process, String businessKey) {
        return unchecked(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0);
    }

    /** Whether any process runs under it. */
    boolean running(String businessKey) {
        return unchecked(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0);
    }

    List<Waiting> waiting() {
        return unchecked(() -> runtime.createEventSubscriptionQuery().eventType("message").list().stream()
                .filter(subscription -> subscription.getExecutionId() != null)
                .flatMap(this::waiting)
                .toList());
    }

    private Stream<Waiting> waiting(EventSubscription subscription) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(subscription.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null
                ? Stream.empty()
                : Stream.of(new Waiting(
                        subscription.getExecutionId(),
                        subscription.getEventName(),
                        instance.getBusinessKey(),
                        subscription.getCreated().toInstant()));
    }

    /** In a transaction of its own, so that one who can't be told does not hold back the others. */
    void tell(Waiting who) {
        unchecked(() -> engine.getCommandExecutorTxRequiresNew()
                .execute(new MessageEventReceivedCmd(who.message(), who.execution(), Map.of())));
    }

    /** @return whether somebody waited for it there */
    boolean tell(String businessKey, String message) {
        return unchecked(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateAllWithResult()
                .isEmpty());
    }

    /** What meets a step of the same campaign in the same moment is done again. */
    void persist(Runnable work) {
        for (int left = MEETINGS; ; left--)
            try {
                work.run();
                return;
            } catch (OptimisticLockingException | TransientDataAccessException | DuplicateKeyException met) {
                if (left == 0) throw met;
            }
    }

    /** Brings a sleeping timer forward. */
    void hasten(String process, String businessKey, Date due) {
        unchecked(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(instance -> management
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .timers()
                            .duedateHigherThan(due)
                            .list()
                            .forEach(job -> management.setJobDuedate(job.getId(), due)));
            return null;
        });
    }

    /** When a sleeping instance goes on. */
    Optional<Instant> wakes(String process, String businessKey) {
        return unchecked(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .map(job -> job.getDuedate().toInstant())
                .min(Comparator.naturalOrder()));
    }

    /** Open tasks of a campaign and its orders. */
    List<CampaignView.Task> tasks(String campaign) {
        return unchecked(() -> tasksOf(campaign).map(this::view).toList());
    }

    Optional<Task> task(String campaign, String key) {
        return unchecked(() -> tasksOf(campaign)
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst());
    }

    Optional<Task> task(String id) {
        return unchecked(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult()));
    }

    /** Whether there was such a task that is no longer open. */
    boolean wasTask(String id) {
        return unchecked(() ->
                history.createHistoricTaskInstanceQuery().taskId(id).finished().count() > 0);
    }

    /** The ids of all that stand in a process. */
    List<String> openTasks() {
        return unchecked(() -> tasks.createTaskQuery().list().stream()
                .filter(task -> task.getProcessDefinitionId() != null)
                .map(Task::getId)
                .toList());
    }

    Optional<OpenTasks.Opened> opened(String id) {
        return task(id).map(task -> unchecked(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return instance == null
                    ? null
                    : new OpenTasks.Opened(
                            id,
                            task.getProcessDefinitionId().replaceAll(":.*", ""),
                            instance.getBusinessKey(),
                            task.getTaskDefinitionKey(),
                            task.getName(),
                            decisions(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                            candidateGroups(task),
                            task.getCreateTime().toInstant(),
                            due(task));
        }));
    }

    private static Instant due(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private Stream<Task> tasksOf(String campaign) {
        return Stream.concat(
                tasks.createTaskQuery().processInstanceBusinessKey(campaign).list().stream(),
                tasks.createTaskQuery().processInstanceBusinessKeyLike(campaign + "/%").list().stream());
    }

    /** Tasks of the given settling instances. */
    List<CampaignView.Task> settleTasks(List<String> attempts) {
        return unchecked(
                () -> attempts.stream()
                        .flatMap(attempt -> tasks
                                .createTaskQuery()
                                .processDefinitionKey("settle")
                                .processInstanceBusinessKey(attempt)
                                .list()
                                .stream())
                        .map(this::view)
                        .toList());
    }

    List<String> candidateGroups(Task task) {
        return unchecked(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList());
    }

    /** Whether one of its groups, or the user, may answer it. */
    boolean isFor(Task task, String user, List<String> groups) {
        return groups.contains(Groups.CAMUNDA_ADMIN)
                || unchecked(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                        .anyMatch(link -> link.getGroupId() != null
                                ? groups.contains(link.getGroupId())
                                : user.equals(link.getUserId()));
    }

    /** What the task shows: its own variables, or where it has none those of its activity. */
    Map<String, Object> facts(Task task) {
        VariableMap own = unchecked(() -> tasks.getVariablesLocalTyped(task.getId(), false));
        VariableMap shown =
                own.isEmpty() ? unchecked(() -> runtime.getVariablesLocalTyped(task.getExecutionId(), false)) : own;
        Map<String, Object> facts = new TreeMap<>();
        for (String name : shown.keySet()) {
            TypedValue value = shown.getValueTyped(name);
            if (value instanceof JsonValue rows) facts.put(name, plain(rows.getValueSerialized()));
            else if (value.getType() instanceof PrimitiveValueType && value.getValue() != null)
                facts.put(name, value.getValue());
        }
        return facts;
    }

    private static Object plain(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void complete(Task task, Map<String, Object> variables) {
        tasks.complete(task.getId(), variables);
    }

    /**
     * A task that goes while it is read fails in many ways.
     *
     * @return false when somebody else decided the task before the work with it was done
     */
    boolean whileOpen(Task task, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException refused) {
            if (refused.getCause() instanceof Onboarding.Conflict changed) throw changed;
            if (refused instanceof Onboarding.Conflict || isOpen(task)) throw refused;
            return false;
        }
    }

    private boolean isOpen(Task task) {
        return unchecked(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 1);
    }

    /** What the task showed when it opened. */
    String shown(Task task, String variable) {
        Object value = unchecked(() -> tasks.getVariableLocal(task.getId(), variable));
        if (value == null) throw new ProcessEngineException("task " + task.getId() + " shows no " + variable);
        return value.toString();
    }

    void addGroup(String campaign, String taskKey, String group) {
        task(campaign, taskKey).ifPresent(task -> tasks.addCandidateGroup(task.getId(), group));
    }

    boolean groupExists(String group) {
        return groups().contains(group);
    }

    List<String> groups() {
        return unchecked(() ->
                identity.createGroupQuery().list().stream().map(Group::getId).toList());
    }

    /** Jobs that gave up, in a person's words. */
    Optional<String> incident(String campaign) {
        return unchecked(() -> instances(campaign)
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .map(Incident::getIncidentMessage)
                .filter(message -> message != null)
                .findFirst());
    }

    /** Whether anything of it runs yet: a process ends a moment after it has said so. */
    boolean runs(String campaign) {
        return unchecked(() -> instances(campaign).findAny().isPresent());
    }

    /** Of a campaign and its orders; another campaign's key may begin with this one's. */
    private Stream<ProcessInstance> instances(String campaign) {
        return Stream.concat(
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(campaign).list().stream(),
                runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(campaign + "/%").list().stream());
    }

    /**
     * The decisions a user task takes: the words of its {@code decisions} property.
     *
     * @return empty when the task declares none
     */
    public List<String> decisions(String processDefinitionId, String taskKey) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(processDefinitionId).getModelElementById(taskKey);
        if (!(element instanceof UserTask task) || task.getExtensionElements() == null) return List.of();
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "decisions".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(words -> Stream.of(words.strip().split("[\\s,|]+")))
                .toList();
    }

    private CampaignView.Task view(Task task) {
        return new CampaignView.Task(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                decisions(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                due(task));
    }

    /**
     * How far an instance has come.
     *
     * @param definition the id of the deployed version it runs on
     * @param process that version's key
     * @param at ids and names of the activities in which it stands; empty when it has ended
     * @param done ids of the activities that it has left
     * @param ended when, or null
     * @param end the name of the event it ended with, or null
     */
    record Course(
            String definition, String process, Map<String, String> at, Set<String> done, Instant ended, String end) {}

    /** An instance that ended, by the event with that name. */
    record End(String businessKey, String name, Instant at) {}

    /** That of the latest instance with that business key. */
    Optional<Course> course(String businessKey) {
        return unchecked(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::course));
    }

    private Course course(HistoricProcessInstance instance) {
        ActivityInstance tree = instance.getEndTime() == null ? runtime.getActivityInstance(instance.getId()) : null;
        Map<String, String> at = new LinkedHashMap<>();
        if (tree != null) stands(tree, instance.getProcessDefinitionId(), at);
        List<HistoricActivityInstance> left = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .asc()
                .list();
        Set<String> done = left.stream().map(one -> bare(one.getActivityId())).collect(Collectors.toSet());
        return new Course(
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                at,
                done,
                instance.getEndTime() == null ? null : instance.getEndTime().toInstant(),
                left.stream()
                        .filter(one -> instance.getEndTime() != null
                                && one.getActivityType().endsWith("EndEvent"))
                        .reduce((earlier, later) -> later)
                        .map(HistoricActivityInstance::getActivityName)
                        .orElse(null));
    }

    /** Of the instances of a campaign or request, and of its orders. */
    List<End> ends(String key) {
        return unchecked(() -> Stream.of(
                        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key),
                        history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyLike(key + "/%"))
                .flatMap(query -> query.finished().list().stream())
                .flatMap(this::end)
                .toList());
    }

    private Stream<End> end(HistoricProcessInstance instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("noneEndEvent")
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .filter(event -> event.getActivityName() != null)
                .map(event -> new End(
                        instance.getBusinessKey(),
                        event.getActivityName(),
                        instance.getEndTime().toInstant()));
    }

    /** When what failed in it is tried again next. */
    Optional<Instant> again(String campaign) {
        return unchecked(() -> instances(campaign)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .filter(job -> job.getRetries() > 0 && job.getDuedate() != null)
                .map(job -> job.getDuedate().toInstant())
                .min(Comparator.naturalOrder()));
    }

    /** The innermost activities; those that are about to begin too. */
    private void stands(ActivityInstance part, String definition, Map<String, String> at) {
        for (TransitionInstance begins : part.getChildTransitionInstances())
            at.put(bare(begins.getActivityId()), nameOf(definition, bare(begins.getActivityId())));
        for (ActivityInstance child : part.getChildActivityInstances()) {
            boolean innermost =
                    child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0;
            if (innermost
                    || bare(child.getActivityId()).length()
                            < child.getActivityId().length())
                at.put(bare(child.getActivityId()), nameOf(definition, bare(child.getActivityId())));
            else stands(child, definition, at);
        }
    }

    /** Of the activity itself, not of its multi-instance body. */
    private static String bare(String activity) {
        return activity.replaceFirst("#multiInstanceBody$", "");
    }

    private String nameOf(String definition, String activity) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(activity);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null ? activity : name;
    }

    /** The form that a task shows, as JSON. */
    Optional<byte[]> form(String task) {
        return unchecked(() -> {
            try (InputStream form = forms.getDeployedTaskForm(task)) {
                return Optional.of(form.readAllBytes());
            } catch (ProcessEngineException none) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The XML of a deployed version. */
    Optional<byte[]> model(String definition) {
        return unchecked(() -> repository.createProcessDefinitionQuery().processDefinitionId(definition).list().stream()
                        .findFirst())
                .map(known -> unchecked(() -> {
                    try (InputStream xml = repository.getProcessModel(definition)) {
                        return xml.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** What the application itself asks is not asked in a user's name. */
    private <T> T unchecked(Supplier<T> question) {
        return as(null, question);
    }

    /** For somebody who was found to be allowed to. */
    void inTheNameOf(String user, Runnable work) {
        as(new Authentication(user, List.of(Groups.CAMUNDA_ADMIN)), () -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Authentication user, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(user);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
