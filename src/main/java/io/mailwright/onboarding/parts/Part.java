package io.mailwright.onboarding.parts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A step that designers find as a part in Camunda Modeler. Its element template is made from this. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Part {
    /** The vendor's operation as its menu names it, or what the part does. */
    String name();

    /** Of its template; raised with each change, so that Modeler offers the new one where the old one is applied. */
    int version() default 1;

    /** What it does, one sentence or two for the properties panel. */
    String description();

    Group group();

    /** The variable that holds the result. */
    String result();

    /** What the result is. */
    String returns();

    /** The BPMN error codes it ends with, beside {@code problem}. */
    String[] errors() default {};

    /** A palette of parts: what it costs, by colour. */
    enum Group {
        CAMPAIGN("Campaign"),
        READ("Vendor: read"),
        CHANGE("Vendor: change, approved"),
        SPEND("Vendor: spend money, approved"),
        WAIT("Wait");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
