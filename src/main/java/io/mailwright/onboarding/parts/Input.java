package io.mailwright.onboarding.parts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field of a {@link Part} in the properties panel; a parameter without it is {@code execution.processBusinessKey} or alike. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Input {
    String label();

    /** What to write there, with its shape and units. */
    String description();

    /** What stands there when the part is dropped. */
    String value() default "";

    boolean optional() default false;

    /** The only words that may stand there, if not empty. */
    String[] choices() default {};

    boolean lines() default false;
}
