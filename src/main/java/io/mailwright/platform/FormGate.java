package io.mailwright.platform;

import java.util.Optional;

/** People are shown Camunda forms and no pages of HTML, which could act in their name. */
final class FormGate {
    static final String CAMUNDA_FORM = "camunda-forms:deployment:";

    private FormGate() {}

    /** @param key as the task or start event has it, or null */
    static Optional<String> problem(String key) {
        return key == null || key.startsWith(CAMUNDA_FORM) && !DeploymentGate.isExpression(key)
                ? Optional.empty()
                : Optional.of("only Camunda forms are shown here; lay the .form file beside the model and name it as a"
                        + " Camunda form.");
    }
}
