package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A process of parts in a row, each as Modeler writes it when its template is applied. */
final class PartModel {
    private static final Path TEMPLATES = Path.of("bpmn/.camunda/element-templates");
    private final String id;
    private final StringBuilder elements = new StringBuilder();
    private String last = "begun";

    PartModel(String id) {
        this.id = id;
        elements.append("<startEvent id='begun'/>");
    }

    /**
     * @param name the part's
     * @param values by field or property, in the place of what the template says
     */
    PartModel then(String activity, String name, Map<String, String> values) {
        JsonNode template = template(name);
        String tag = template.at("/elementType/value").asText().contains("User") ? "userTask" : "serviceTask";
        StringBuilder attributes = new StringBuilder();
        StringBuilder inputs = new StringBuilder();
        StringBuilder properties = new StringBuilder();
        StringBuilder listeners = new StringBuilder();
        for (JsonNode property : template.get("properties")) {
            JsonNode binding = property.get("binding");
            String key = binding.path("name").asText();
            String value = values.getOrDefault(key, property.path("value").asText());
            switch (binding.get("type").asText()) {
                case "property" -> attributes.append(" %s='%s'".formatted(key, escaped(value)));
                case "camunda:inputParameter" ->
                    inputs.append("<camunda:inputParameter name='%s'>%s</camunda:inputParameter>"
                            .formatted(key, escaped(value)));
                case "camunda:property" ->
                    properties.append("<camunda:property name='%s' value='%s'/>".formatted(key, escaped(value)));
                case "camunda:executionListener" ->
                    listeners.append("<camunda:executionListener event='%s' expression='%s'/>"
                            .formatted(binding.get("event").asText(), escaped(value)));
                default -> throw new AssertionError("a new kind of binding: " + binding);
            }
        }
        elements.append("<%s id='%s'%s><extensionElements><camunda:inputOutput>%s</camunda:inputOutput>"
                .formatted(tag, activity, attributes, inputs));
        elements.append("<camunda:properties>%s</camunda:properties>%s</extensionElements></%s>"
                .formatted(properties, listeners, tag));
        return to(activity);
    }

    String xml() {
        elements.append("<endEvent id='ended'/>");
        to("ended");
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='test'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>
                  <process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>%s</process>
                </definitions>
                """.formatted(id, elements);
    }

    private PartModel to(String activity) {
        elements.append("<sequenceFlow id='to_%s' sourceRef='%s' targetRef='%s'/>".formatted(activity, last, activity));
        last = activity;
        return this;
    }

    private static JsonNode template(String name) {
        Path file = TEMPLATES.resolve(name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".json");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
