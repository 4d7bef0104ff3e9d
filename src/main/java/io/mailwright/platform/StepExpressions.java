package io.mailwright.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mailwright.onboarding.BusinessFailure;
import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What an expression can reach: the steps (before any variable of the same name), variables, maps, lists, and a few
 * getters of {@code execution} and {@code task}. Nothing else of the engine, of Spring or of Java.
 */
class StepExpressions extends SpringExpressionManager {
    static final Map<String, Function<DelegateExecution, Object>> EXECUTION = Map.of(
            "id", DelegateExecution::getId,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "businessKey", DelegateExecution::getBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "processDefinitionId", DelegateExecution::getProcessDefinitionId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "currentActivityName", DelegateExecution::getCurrentActivityName,
            "activityInstanceId", DelegateExecution::getActivityInstanceId);
    static final Map<String, Function<DelegateTask, Object>> TASK = Map.of(
            "id", DelegateTask::getId,
            "name", DelegateTask::getName,
            "assignee", DelegateTask::getAssignee,
            "dueDate", DelegateTask::getDueDate,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey,
            "executionId", DelegateTask::getExecutionId,
            "processInstanceId", DelegateTask::getProcessInstanceId,
            "processDefinitionId", DelegateTask::getProcessDefinitionId);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StepBeans steps;
    private final StepFailures failures;

    StepExpressions(StepBeans steps, StepFailures failures) {
        super(null, Map.of());
        this.steps = steps;
        this.failures = failures;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new StepResolver());
        resolvers.add(new JsonResolver());
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ArrayELResolver(true));
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }

    private final class StepResolver extends ELResolver {
        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            String name = String.valueOf(property);
            if (base == null && steps.names().contains(name)) {
                context.setPropertyResolved(true);
                return steps.get(name);
            }
            if (base instanceof DelegateTask task && TASK.containsKey(name)) {
                context.setPropertyResolved(true);
                return TASK.get(name).apply(task);
            }
            if (base instanceof DelegateExecution execution && EXECUTION.containsKey(name)) {
                context.setPropertyResolved(true);
                return EXECUTION.get(name).apply(execution);
            }
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base instanceof VariableScope && arguments.length == 0) {
                return getValue(context, base, property(String.valueOf(method)));
            }
            if (!StepBeans.isStep(base)) {
                return null;
            }
            Method found = find(base, String.valueOf(method), arguments.length);
            Object[] coerced = coerce(context, found, arguments);
            VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
            Object result = failures.run(scope, () -> call(base, found, coerced));
            context.setPropertyResolved(true);
            return variable(result);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base == null && steps.names().contains(String.valueOf(property))) {
                throw new ELException("'" + property + "' is a step and can't be assigned.");
            }
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }

    /** {@code getName} → {@code name}; other methods of execution and task are out of reach. */
    static String property(String getter) {
        return getter.startsWith("get") && getter.length() > 3
                ? Character.toLowerCase(getter.charAt(3)) + getter.substring(4)
                : "";
    }

    private static Method find(Object step, String name, int arguments) {
        List<Method> found = StepBeans.methods(AopUtils.getTargetClass(step))
                .filter(method -> StepBeans.fits(method, name, arguments))
                .toList();
        if (found.size() != 1) {
            throw new MethodNotFoundException(
                    "A step needs exactly one public method '" + name + "' with " + arguments + " parameters, but "
                            + AopUtils.getTargetClass(step).getSimpleName() + " has " + found.size() + ".");
        }
        Method method = AopUtils.selectInvocableMethod(found.get(0), step.getClass());
        ReflectionUtils.makeAccessible(method);
        return method;
    }

    private static Object[] coerce(ELContext context, Method method, Object[] arguments) {
        ExpressionFactory factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        Object[] coerced = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            boolean keep = type.isInstance(arguments[i]) || arguments[i] == null && !type.isPrimitive();
            if (type == JsonNode.class) coerced[i] = json(arguments[i]);
            else coerced[i] = keep ? arguments[i] : factory.coerceToType(arguments[i], type);
        }
        return coerced;
    }

    /** A step takes JSON as it is, or written as text. */
    private static JsonNode json(Object given) {
        if (given instanceof SpinJsonNode node) return (JsonNode) node.unwrap();
        if (given instanceof String text && text.strip().matches("(?s)[\\[{].*")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException unreadable) {
                throw new BusinessFailure(
                        "problem", "this is not readable as JSON: " + unreadable.getOriginalMessage());
            }
        }
        return JSON.valueToTree(given);
    }

    /** What a step gives as it can be a variable: JSON, or the plain value that the JSON is. */
    private static Object variable(Object result) {
        if (result instanceof List<?> list)
            return list.stream().map(StepExpressions::variable).toList();
        if (!(result instanceof JsonNode node)) return result;
        if (node.isContainerNode()) return Spin.JSON(node.toString());
        if (node.isTextual()) return node.textValue();
        if (node.isBoolean()) return node.booleanValue();
        return node.isIntegralNumber() ? node.numberValue() : node.isNumber() ? node.doubleValue() : null;
    }

    /** {@code ${order.providers.google}}: what JSON holds under a name, null when it holds none; {@code size} of a list. */
    private static final class JsonResolver extends ELResolver {
        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (!(base instanceof SpinJsonNode spin)) return null;
            context.setPropertyResolved(true);
            JsonNode node = (JsonNode) spin.unwrap();
            String name = String.valueOf(property);
            if (node.isArray() && name.equals("size")) return (long) node.size();
            return variable(node.get(name));
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base instanceof SpinJsonNode) throw new ELException("JSON can't be changed in an expression.");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }

    private static Object call(Object step, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(step, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
