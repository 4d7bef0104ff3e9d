package io.mailwright.platform;

import io.mailwright.onboarding.OpenTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Configures the engine: what runs, how often it is tried, what is remembered, and what stays shut. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("io.mailwright")
class Engine {
    static final String RETRIES = "PT5S,PT30S,PT2M,PT10M,PT1H";
    private static final String KEPT = "P180D";
    private static final String UNWATCHED = "watch";

    /** After our migrations and after the starter's own plugins, whose settings it replaces. */
    @Bean
    @Order(100)
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin mailwrightEngine(
            DurableCommits durable,
            StartTurn turn,
            StepBeans steps,
            TaskDecisions decisions,
            ObjectProvider<OpenTasks> openTasks,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            @Value("${mailwright.node}") String node) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                StepFailures failures = new StepFailures(transactions);
                DeploymentGate gate = new DeploymentGate(steps);
                engine.setExpressionManager(new StepExpressions(steps, failures));
                engine.setFailedJobCommandFactory(failures);
                engine.setFailedJobRetryTimeCycle(RETRIES);
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setBpmnParseFactory(gate);
                engine.setCustomPostBPMNParseListeners(
                        new ArrayList<>(List.of(new Retries(), new TaskList(decisions, openTasks))));
                engine.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
                engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(decisions.interceptor())));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(decisions.answersMeetSteps())));
                remember(engine);
                shut(engine);
                if (engine.getJobExecutor() != null) {
                    engine.getJobExecutor().setLockOwner(node);
                }
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                freeLocks(dataSource, node);
                deployModels(engine);
            }
        };
    }

    private static void remember(ProcessEngineConfigurationImpl engine) {
        HistoryLevel level = new History();
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(level)));
        engine.setHistory(level.getName());
        engine.setHistoryTimeToLive(KEPT);
        engine.setEnableCmdExceptionLogging(false);
        StepFailures.logInOneLine();
    }

    private static void shut(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new Logins.Deployed());
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnablePasswordPolicy(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCmmnEnabled(false);
    }

    /** What this node had begun when it was killed is free to be taken again at once. */
    private static void freeLocks(DataSource dataSource, String node) {
        JdbcClient.create(dataSource)
                .sql("UPDATE ACT_RU_JOB SET LOCK_OWNER_ = NULL, LOCK_EXP_TIME_ = NULL, REV_ = REV_ + 1"
                        + " WHERE LOCK_OWNER_ = ?")
                .param(node)
                .update();
    }

    /** All of bpmn/ as one deployment, new only when something in it changed. */
    private static void deployModels(ProcessEngine engine) {
        DeploymentBuilder models = engine.getRepositoryService()
                .createDeployment()
                .name("Mailwright")
                .source("Mailwright")
                .enableDuplicateFiltering(false);
        try {
            for (String type : List.of("bpmn", "form", "dmn")) {
                for (Resource model :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*." + type)) {
                    String url = model.getURL().toString();
                    models.addInputStream(url.substring(url.lastIndexOf("/bpmn/") + 6), model.getInputStream());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The models in bpmn/ can't be read: " + e.getMessage(), e);
        }
        if (!models.getResourceNames().isEmpty()) {
            models.deploy();
        }
    }

    /** A part says in its property {@code retries} when it is tried again: ISO 8601 durations with commas between. */
    private static final class Retries extends AbstractBpmnParseListener {
        @Override
        public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
            Map<String, String> properties = activity.getProperties().get(BpmnProperties.EXTENSION_PROPERTIES);
            String retries = properties == null ? null : properties.get("retries");
            if (retries != null && !retries.isBlank())
                activity.getProperties()
                        .set(
                                DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION,
                                ParseUtil.parseRetryIntervals(retries.strip()));
        }
    }

    /** Our list of open tasks follows the engine's, whatever model a task stands in and however it ends. */
    private static final class TaskList extends AbstractBpmnParseListener implements TaskListener {
        private static final List<String> EVENTS =
                List.of(EVENTNAME_CREATE, EVENTNAME_UPDATE, EVENTNAME_COMPLETE, EVENTNAME_DELETE);
        private final TaskDecisions decisions;
        private final ObjectProvider<OpenTasks> list;

        TaskList(TaskDecisions decisions, ObjectProvider<OpenTasks> list) {
            this.decisions = decisions;
            this.list = list;
        }

        @Override
        public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            EVENTS.forEach(event -> definition.addBuiltInTaskListener(event, this));
        }

        @Override
        public void notify(DelegateTask task) {
            switch (task.getEventName()) {
                case EVENTNAME_CREATE -> list.getObject().opened(decisions.opened(task));
                case EVENTNAME_UPDATE -> list.getObject().changed(decisions.opened(task));
                default -> list.getObject().ended(task.getId());
            }
        }
    }

    /** Everything, but nothing of the watcher, which loops for ever, and no log of jobs. */
    private static final class History implements HistoryLevel {
        @Override
        public int getId() {
            return 47;
        }

        @Override
        public String getName() {
            return "mailwright";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            String definition = definitionOf(entity);
            return !"job".equals(type.getEntityType())
                    && !(entity instanceof Job)
                    && (definition == null || !definition.startsWith(UNWATCHED + ":"));
        }

        private static String definitionOf(Object entity) {
            if (entity instanceof DelegateExecution execution) {
                return execution.getProcessDefinitionId();
            }
            if (entity instanceof VariableInstanceEntity variable) {
                return variable.getProcessDefinitionId();
            }
            if (entity instanceof Task task) {
                return task.getProcessDefinitionId();
            }
            if (entity instanceof Incident incident) {
                return incident.getProcessDefinitionId();
            }
            return entity instanceof ExternalTask external ? external.getProcessDefinitionId() : null;
        }
    }

    private static final class NoScripts implements ScriptEngineResolver {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw refused();
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw refused();
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw refused();
        }

        private static UnsupportedOperationException refused() {
            return new UnsupportedOperationException("Scripts are not run here; call a step by expression instead.");
        }
    }
}
