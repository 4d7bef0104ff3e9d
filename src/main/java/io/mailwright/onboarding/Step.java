package io.mailwright.onboarding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean whose methods BPMN calls by expression, under the name given here. The engine's expressions see these beans and
 * nothing else of the application.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {
    /** The name in expressions. */
    @AliasFor(annotation = Component.class)
    String value();
}
