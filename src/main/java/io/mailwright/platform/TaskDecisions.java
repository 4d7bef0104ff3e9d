package io.mailwright.platform;

import io.mailwright.onboarding.Answering;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.OpenTasks;
import io.mailwright.onboarding.Processes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The decisions a human task offers, as its model declares them in the extension property {@code decisions} (words with
 * spaces between). Completing a task takes one of them as {@code decision}, a {@code comment} and a {@code reference},
 * and nothing else; anything else is answered 400 and the task stays.
 */
@Component
public class TaskDecisions {
    static final Set<String> VARIABLES = Set.of("decision", "comment", "reference");
    private static final int LONGEST = 4_000;
    private static final int MEETINGS = 20;

    private final ObjectProvider<Processes> processes;
    private final Answering answering;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    TaskDecisions(ObjectProvider<Processes> processes, Answering answering) {
        this.processes = processes;
        this.answering = answering;
    }

    /** @return empty when the task declares none: it takes any */
    public List<String> of(String processDefinitionId, String taskKey) {
        return known.computeIfAbsent(
                processDefinitionId + ' ' + taskKey,
                key -> processes.getObject().decisions(processDefinitionId, taskKey));
    }

    /** The task that a listener is told of. */
    OpenTasks.Opened opened(DelegateTask task) {
        return new OpenTasks.Opened(
                task.getId(),
                task.getProcessDefinitionId().replaceAll(":.*", ""),
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                Context.getCommandContext()
                        .runWithoutAuthorization(() -> of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())),
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .toList(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** Holds every way of completing a task to its decisions. */
    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (command instanceof ResolveTaskCmd) {
                    throw new BadUserRequestException("A task is not resolved; complete it with a decision.");
                }
                if (command instanceof CompleteTaskCmd) {
                    return answering.during(
                            answer(field(command, "taskId"), field(command, "variables")), () -> next.execute(command));
                }
                if (command instanceof SubmitTaskFormCmd) {
                    return answering.during(
                            answer(field(command, "taskId"), field(command, "properties")),
                            () -> next.execute(command));
                }
                if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
                    throw new BadUserRequestException(
                            "A task takes no errors or escalations from outside; complete it with a decision.");
                }
                return next.execute(command);
            }
        };
    }

    /** An answer that meets a step of the same instance at the same moment is given again, so that it is not lost. */
    CommandInterceptor answersMeetSteps() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                boolean mayRepeat = (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
                        && Context.getCommandContext() == null
                        && !TransactionSynchronizationManager.isActualTransactionActive();
                for (int left = mayRepeat ? MEETINGS : 0; ; left--) {
                    try {
                        return next.execute(command);
                    } catch (RuntimeException met) {
                        StepFailures.find(Onboarding.Conflict.class, met).ifPresent(TaskDecisions::refuse);
                        if (left == 0
                                || met instanceof BadUserRequestException
                                || met instanceof FormFieldValidationException
                                || !lostRace(met) && next.execute(isOpen(field(command, "taskId")))) {
                            throw met;
                        }
                    }
                }
            }
        };
    }

    /** A task that goes while it is read fails in many ways; asked once more, it is told from a failure. */
    private static Command<Boolean> isOpen(String taskId) {
        return commands -> taskId != null && commands.getTaskManager().findTaskById(taskId) != null;
    }

    private static boolean lostRace(Throwable failure) {
        return StepFailures.find(OptimisticLockingException.class, failure).isPresent()
                || StepFailures.find(TransientDataAccessException.class, failure)
                        .isPresent()
                || StepFailures.find(DuplicateKeyException.class, failure).isPresent();
    }

    private static void refuse(Onboarding.Conflict conflict) {
        throw new FormFieldValidationException(conflict.getMessage(), conflict.getMessage(), conflict);
    }

    @SuppressWarnings("unchecked")
    private static <V> V field(Command<?> command, String name) {
        return (V) PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue(name);
    }

    private Answering.Answer answer(String taskId, Map<String, Object> given) {
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw refused("This task is not open any more: it was decided, or taken back, a moment ago;"
                    + " its campaign shows what counts now.");
        }
        VariableMap variables = Variables.fromMap(given == null ? Map.of() : given);
        String unknown = variables.keySet().stream()
                .filter(name -> !VARIABLES.contains(name))
                .sorted()
                .collect(Collectors.joining("', '"));
        if (!unknown.isEmpty()) {
            throw refused(
                    "A task takes the variables decision, comment and reference only; leave out '" + unknown + "'.");
        }
        VARIABLES.forEach(name -> checkText(name, variables.getValueTyped(name)));
        List<String> decisions = decisions(task);
        Object decision = variables.get("decision");
        if (!decisions.isEmpty() && (decision == null || !decisions.contains(decision.toString()))) {
            throw refused(
                    (decision == null ? "No decision was given" : "'" + decision + "' is no decision of this task")
                            + "; send the variable decision as one of " + String.join(", ", decisions) + ".");
        }
        return new Answering.Answer(
                taskId,
                task.getExecution() == null ? null : task.getExecution().getActivityInstanceId(),
                (String) decision,
                (String) variables.get("comment"),
                (String) variables.get("reference"));
    }

    private static void checkText(String name, TypedValue value) {
        Object text = value == null || value instanceof SerializableValue ? value : value.getValue();
        if (text != null && !(text instanceof String string && string.length() <= LONGEST)) {
            throw refused("The variable " + name + " must be a String of at most " + LONGEST + " characters.");
        }
    }

    private List<String> decisions(TaskEntity task) {
        if (task.getProcessDefinitionId() == null) {
            return List.of();
        }
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    private static FormFieldValidationException refused(String message) {
        return new FormFieldValidationException(message, message);
    }
}
