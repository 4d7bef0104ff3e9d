package io.mailwright.platform;

import io.mailwright.onboarding.OnlyAt;
import io.mailwright.onboarding.Place;
import io.mailwright.onboarding.Step;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The list of beans that expressions see: those annotated {@link Step}. They are made when first called. */
@Component
class StepBeans {
    private final ConfigurableListableBeanFactory beans;
    private final Set<String> names;

    StepBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.names = Set.of(beans.getBeanNamesForAnnotation(Step.class));
    }

    Set<String> names() {
        return names;
    }

    Object get(String name) {
        return beans.getBean(name);
    }

    boolean hasMethod(String name, String method, int parameters) {
        return methods(beans.getType(name)).anyMatch(found -> fits(found, method, parameters));
    }

    /** Where alone a model may call the method. */
    Optional<Place> place(String name, String method, int parameters) {
        return methods(beans.getType(name))
                .filter(found -> fits(found, method, parameters))
                .map(found -> Optional.ofNullable(found.getAnnotation(OnlyAt.class))
                        .orElse(found.getDeclaringClass().getAnnotation(OnlyAt.class)))
                .filter(Objects::nonNull)
                .map(OnlyAt::value)
                .findFirst();
    }

    /** The methods expressions can call: public, and not those of every object. */
    static Stream<Method> methods(Class<?> step) {
        return Arrays.stream(ClassUtils.getUserClass(step).getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge());
    }

    static boolean fits(Method method, String name, int parameters) {
        return method.getName().equals(name) && method.getParameterCount() == parameters;
    }

    static boolean isStep(Object bean) {
        return bean != null && AopUtils.getTargetClass(bean).isAnnotationPresent(Step.class);
    }
}
