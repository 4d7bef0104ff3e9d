package io.mailwright.platform;

import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What follows when a step fails. A {@link BusinessFailure} is a BPMN error of its code. Somebody must act, or the job's last
 * try failed: the BPMN error {@code problem}, where the model catches it; what the step wrote is undone first. A
 * {@link TryAgainAt} moves the job to that time and uses up no retry. Anything else goes through the retry cycle.
 */
class StepFailures implements FailedJobCommandFactory {
    static final String PROBLEM = "problem";
    private static final int LONGEST_MESSAGE = 4_000;
    private static final Logger log = LoggerFactory.getLogger(StepFailures.class);
    private static final TransactionDefinition SAVEPOINT =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    interface Call {
        Object run() throws Throwable;
    }

    private final PlatformTransactionManager transactions;

    StepFailures(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    Object run(VariableScope scope, Call step) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return outcome(scope, step, null);
        }
        return outcome(scope, step, transactions.getTransaction(SAVEPOINT));
    }

    private Object outcome(VariableScope scope, Call step, TransactionStatus savepoint) {
        try {
            Object result = step.run();
            keep(savepoint);
            return result;
        } catch (Throwable failure) {
            BusinessFailure business = find(BusinessFailure.class, failure).orElse(null);
            ExecutionEntity execution = execution(scope);
            if (business != null && (catches(execution, business.code()) || !asksPerson(execution, failure))) {
                keep(savepoint);
                throw new BpmnError(business.code(), message(business));
            }
            undo(savepoint);
            if (asksPerson(execution, failure)) {
                throw new BpmnError(PROBLEM, message(failure));
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new ProcessEngineException(message(failure), failure);
        }
    }

    private void keep(TransactionStatus savepoint) {
        if (savepoint != null && !savepoint.isCompleted()) {
            if (savepoint.isRollbackOnly()) {
                transactions.rollback(savepoint);
            } else {
                transactions.commit(savepoint);
            }
        }
    }

    private void undo(TransactionStatus savepoint) {
        if (savepoint != null && !savepoint.isCompleted()) {
            transactions.rollback(savepoint);
        }
    }

    private static boolean asksPerson(ExecutionEntity execution, Throwable failure) {
        if (failure instanceof BpmnError || find(TryAgainAt.class, failure).isPresent()) {
            return false;
        }
        boolean needsPerson = find(VendorException.class, failure)
                .filter(vendor -> vendor.kind() == VendorException.Kind.NEEDS_PERSON)
                .isPresent();
        return (needsPerson || lastTry()) && catches(execution, PROBLEM);
    }

    private static boolean lastTry() {
        JobEntity job = Context.getCommandContext() == null
                ? null
                : Context.getCommandContext().getCurrentJob();
        return job != null && job.getRetries() <= 1;
    }

    /** Whether the model names that code at the activity, around it, or around the call of its process. */
    private static boolean catches(ExecutionEntity execution, String code) {
        for (ExecutionEntity at = execution;
                at != null;
                at = at.getProcessInstance().getSuperExecution()) {
            for (ScopeImpl scope = at.getActivity(); scope != null; scope = scope.getFlowScope()) {
                boolean caught = scope.getProperties().get(BpmnProperties.ERROR_EVENT_DEFINITIONS).stream()
                        .anyMatch(caughtError -> code.equals(caughtError.getErrorCode()));
                if (caught) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ExecutionEntity execution(VariableScope scope) {
        if (scope instanceof TaskEntity task) {
            return task.getExecution();
        }
        return scope instanceof ExecutionEntity execution ? execution : null;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return find(TryAgainAt.class, failure)
                .<Command<Object>>map(later -> commands -> {
                    JobEntity job = commands.getJobManager().findJobById(jobId);
                    if (job != null) {
                        job.setDuedate(Date.from(later.time()));
                        job.unlock();
                    }
                    return null;
                })
                .or(() -> find(OptimisticLockingException.class, failure).map(met -> again(jobId)))
                .orElseGet(() -> new DefaultJobRetryCmd(jobId, failure));
    }

    /** It met another step at a shared row, as orders that finish together do; at once, and no retry is used up. */
    private static Command<Object> again(String jobId) {
        return commands -> {
            JobEntity job = commands.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
            }
            return null;
        };
    }

    /** One line for a failed job; the stack trace is in the database. */
    static void logInOneLine() {
        ExecuteJobHelper.LOGGING_HANDLER = (jobId, failure) -> {
            if (find(TryAgainAt.class, failure).isEmpty()) {
                log.warn(
                        "Job {} failed and will be tried again while it has retries: {}",
                        jobId,
                        cut(message(failure), 500));
            } else {
                log.debug("Job {}: {}", jobId, cut(message(failure), 500));
            }
        };
    }

    static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage() == null || failure.getMessage().isBlank()
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
        return cut(message, LONGEST_MESSAGE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
