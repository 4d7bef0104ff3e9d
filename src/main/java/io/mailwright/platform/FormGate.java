package io.mailwright.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** People are shown Camunda forms and no pages of HTML, which could act in their name; a form bound to its deployment is in it. */
final class FormGate {
    private static final String CAMUNDA_FORM = "camunda-forms:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormGate() {}

    /**
     * @param key, form, binding as the task or start event has them, or null
     * @param deployed the forms deployed with the model; null when it is read again: then it comes without them
     * @return what is wrong with the form, or nothing
     */
    static Optional<String> problem(String key, String form, String binding, List<byte[]> deployed) {
        if (key != null && (!key.startsWith(CAMUNDA_FORM) || DeploymentGate.isExpression(key))) {
            return Optional.of("only Camunda forms are shown here; lay the .form file beside the model and name it as a"
                    + " Camunda form.");
        }
        if (form == null
                || deployed == null
                || !"deployment".equals(binding)
                || DeploymentGate.isExpression(form)
                || deployed.stream().anyMatch(file -> isForm(form, file))) {
            return Optional.empty();
        }
        return Optional.of("its form '" + form + "' is not in this deployment; deploy the file " + form
                + ".form with the model, or bind the form to its latest version.");
    }

    private static boolean isForm(String id, byte[] file) {
        try {
            return id.equals(JSON.readTree(file).path("id").asText());
        } catch (IOException e) {
            return false;
        }
    }
}
