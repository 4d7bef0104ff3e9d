package io.mailwright.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** People are shown Camunda forms and no pages of HTML, which could act in their name; a form bound to its deployment is in it. */
final class FormGate {
    private static final String CAMUNDA_FORM = "camunda-forms:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormGate() {}

    /**
     * Of a model that is deployed: one that is read again comes without its forms.
     *
     * @return what is wrong with the form of a task or start event, or nothing
     */
    static Optional<String> problem(Element element, DeploymentEntity deployment) {
        String key = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey");
        if (key != null && (!key.startsWith(CAMUNDA_FORM) || DeploymentGate.isExpression(key))) {
            return Optional.of("only Camunda forms are shown here; lay the .form file beside the model and name it as a"
                    + " Camunda form.");
        }
        String form = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
        String binding = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRefBinding");
        if (form == null
                || !deployment.isNew()
                || !"deployment".equals(binding)
                || DeploymentGate.isExpression(form)
                || deployment.getResources().values().stream().anyMatch(resource -> isForm(form, resource))) {
            return Optional.empty();
        }
        return Optional.of("its form '" + form + "' is not in this deployment; deploy the file " + form
                + ".form with the model, or bind the form to its latest version.");
    }

    private static boolean isForm(String id, ResourceEntity resource) {
        try {
            return resource.getName().endsWith(".form")
                    && id.equals(JSON.readTree(resource.getBytes()).path("id").asText());
        } catch (IOException e) {
            return false;
        }
    }
}
