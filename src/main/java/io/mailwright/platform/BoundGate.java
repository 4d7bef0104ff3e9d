package io.mailwright.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a model binds to its own deployment comes with it: else an instance would find it missing when it gets there.
 *
 * @param files of the deployment, by name
 */
record BoundGate(Map<String, byte[]> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param key, form, binding as the task or start event has them, or null
     * @return what is missing, or nothing
     */
    Optional<String> form(String key, String form, String binding) {
        String file =
                key != null && FormGate.problem(key).isEmpty() ? key.substring(FormGate.CAMUNDA_FORM.length()) : null;
        if (file != null && !files.containsKey(file))
            return Optional.of("its form '" + file + "' is not in this deployment; deploy that file with the model.");
        return missing(form, binding, name -> name.endsWith(".form") && isForm(form, files.get(name)))
                .map(missing -> "its form '" + form + "' is not in this deployment; deploy the file " + form
                        + ".form with the model, or bind the form to its latest version.");
    }

    Optional<String> process(String called, String binding) {
        return missing(called, binding, name -> name.matches(".*bpmn(20\\.xml)?") && holds(name, "process", called))
                .map(missing -> "the process '" + called
                        + "' is not in this deployment; deploy its model together with this one, or bind it to its"
                        + " latest version.");
    }

    Optional<String> decision(String called, String binding) {
        return missing(called, binding, name -> DecisionGate.isDecision(name) && holds(name, "decision", called))
                .map(missing -> "the decision '" + called
                        + "' is not in this deployment; deploy its file together with the model, or bind it to its"
                        + " latest version.");
    }

    private Optional<String> missing(String id, String binding, Predicate<String> file) {
        return id == null
                        || !"deployment".equals(binding)
                        || DeploymentGate.isExpression(id)
                        || files.keySet().stream().anyMatch(file)
                ? Optional.empty()
                : Optional.of(id);
    }

    private static boolean isForm(String id, byte[] file) {
        try {
            return id.equals(JSON.readTree(file).path("id").asText());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean holds(String file, String tag, String id) {
        try {
            NodeList elements = DecisionGate.elements(files.get(file));
            return IntStream.range(0, elements.getLength())
                    .mapToObj(i -> (Element) elements.item(i))
                    .anyMatch(element -> tag.equals(element.getLocalName())
                            && id.equals(element.getAttribute("id"))
                            && !"false".equals(element.getAttribute("isExecutable")));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            // it is refused by itself
            return false;
        }
    }
}
