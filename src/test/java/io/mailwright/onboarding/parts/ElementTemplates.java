package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.onboarding.Step;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parts as Camunda Modeler's element templates, made from the methods that BPMN calls. */
final class ElementTemplates {
    static final List<Class<?>> STEPS =
            List.of(FileParts.class, VendorReads.class, SpendingParts.class, ChangingParts.class, Waits.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ASK_VERSION = 1;
    private static final Map<Part.Group, String> COLOURS = Map.of(
            Part.Group.CAMPAIGN, "%230f62fe",
            Part.Group.READ, "%23198038",
            Part.Group.CHANGE, "%23b28600",
            Part.Group.SPEND, "%23da1e28",
            Part.Group.WAIT, "%236f6f6f");
    private static final Map<Part.Group, String> SHAPES = Map.of(
            Part.Group.CAMPAIGN, "M3 1h8l3 3v11H3z M5 6h7 M5 9h7 M5 12h7",
            Part.Group.READ, "M2 8c3-5 9-5 12 0c-3 5-9 5-12 0z M8 6a2 2 0 1 0 .01 0",
            Part.Group.CHANGE, "M2 14l1-4L11 2l3 3L6 13z",
            Part.Group.SPEND, "M8 1v14 M12 4H6.5a2.5 2.5 0 0 0 0 4h3a2.5 2.5 0 0 1 0 4H4",
            Part.Group.WAIT, "M8 1a7 7 0 1 0 .01 0 M8 4v4l3 2");

    private ElementTemplates() {}

    /** By file name. */
    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        parts().forEach(method ->
                files.put(file(method.getAnnotation(Part.class).name()), text(template(method))));
        files.put(file("Ask a person"), text(askPerson()));
        return files;
    }

    static Stream<Method> parts() {
        return STEPS.stream()
                .flatMap(step -> Stream.of(step.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Part.class))
                .sorted(Comparator.comparing(
                        method -> method.getAnnotation(Part.class).name()));
    }

    static String expression(Method method) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            Given given = parameter.getAnnotation(Given.class);
            arguments.add(given == null ? parameter.getName() : given.value());
        }
        String bean = method.getDeclaringClass().getAnnotation(Step.class).value();
        return "${" + bean + "." + method.getName() + "(" + String.join(", ", arguments) + ")}";
    }

    static String file(String name) {
        return word(name) + ".json";
    }

    static String id(String name) {
        return "io.mailwright.part." + word(name);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static ObjectNode template(Method method) {
        Part part = method.getAnnotation(Part.class);
        ObjectNode template = head(part.name(), part.version(), part.description(), part.group(), "bpmn:ServiceTask");
        template.set(
                "groups",
                groups("input", "What it takes", "result", "What it gives", "errors", "When it fails", "job", "Job"));
        ArrayNode properties = template.putArray("properties");
        property(properties, "Hidden", expression(method)).set("binding", binding("property", "camunda:expression"));
        for (Parameter parameter : method.getParameters()) input(properties, parameter);
        property(
                        properties,
                        "String",
                        part.result(),
                        "Result variable",
                        "The result: " + part.returns() + ".",
                        "result")
                .set("binding", binding("property", "camunda:resultVariable"));
        ObjectNode errors = property(
                properties,
                "String",
                errors(part),
                "Error codes",
                "Draw an error boundary event with one of these codes; without one for it the step is tried again, then a job is stuck.",
                "errors");
        errors.put("editable", false).set("binding", binding("camunda:property", "errors"));
        property(
                        properties,
                        "String",
                        "PT5S,PT30S,PT2M,PT10M,PT1H",
                        "Retries",
                        "When a failed step is tried again: ISO 8601 durations with commas between.",
                        "job")
                .set("binding", binding("camunda:property", "retries"));
        ObjectNode async = JSON.createObjectNode().put("type", "Boolean").put("value", true);
        async.put("label", "Asynchronous before")
                .put("description", "Keep it on: what was done before is saved before the step begins.")
                .put("group", "job")
                .set("binding", binding("property", "camunda:asyncBefore"));
        properties.add(async);
        return template;
    }

    private static String errors(Part part) {
        return String.join(
                " ",
                Stream.concat(Stream.of(part.errors()), Stream.of("problem")).toList());
    }

    private static void input(ArrayNode properties, Parameter parameter) {
        Input input = parameter.getAnnotation(Input.class);
        if (input == null) return;
        String type = input.choices().length > 0 ? "Dropdown" : input.lines() ? "Text" : "String";
        ObjectNode property = property(properties, type, input.value(), input.label(), input.description(), "input");
        if (input.choices().length > 0) {
            ArrayNode choices = property.putArray("choices");
            for (String choice : input.choices())
                choices.addObject().put("name", choice).put("value", choice);
        }
        if (!input.optional()) property.putObject("constraints").put("notEmpty", true);
        property.set("binding", binding("camunda:inputParameter", parameter.getName()));
    }

    private static ObjectNode askPerson() {
        ObjectNode template = head(
                "Ask a person",
                ASK_VERSION,
                "Shows content as it stands and waits for a decision. An approval counts for exactly what was shown; parts that spend point at this one by its id.",
                Part.Group.CAMPAIGN,
                "bpmn:UserTask");
        template.set("groups", groups("input", "What is asked", "result", "What it gives", "job", "Job"));
        ArrayNode properties = template.putArray("properties");
        property(properties, "String", "Approve this?", "Question", "What the person reads first.", "input")
                .set("binding", binding("property", "name"));
        ObjectNode content = property(
                properties,
                "String",
                "${plan}",
                "Content",
                "JSON that is to be approved, such as a plan, or a text. Parts may send what stands in it, and nothing else.",
                "input");
        content.putObject("constraints").put("notEmpty", true);
        content.set("binding", binding("camunda:inputParameter", "content"));
        property(properties, "String", "", WorkspaceField.LABEL, WorkspaceField.DESCRIPTION, "input")
                .set("binding", binding("camunda:inputParameter", "workspace"));
        property(properties, "String", "approvers", "Who may answer", "Groups with commas between.", "input")
                .set("binding", binding("property", "camunda:candidateGroups"));
        property(
                        properties,
                        "String",
                        "${deadlines.people()}",
                        "Due",
                        "When somebody should have answered. Draw a timer boundary event for what follows then.",
                        "input")
                .set("binding", binding("property", "camunda:dueDate"));
        ObjectNode decisions = property(
                properties,
                "String",
                "approve change reject",
                "Decisions",
                "The variable decision holds one of them; a gateway asks ${decision == 'approve'}.",
                "result");
        decisions.put("editable", false).set("binding", binding("camunda:property", "decisions"));
        property(properties, "Hidden", "askPerson").set("binding", binding("property", "camunda:formRef"));
        property(properties, "Hidden", "latest").set("binding", binding("property", "camunda:formRefBinding"));
        listener(properties, "start", "${tasks.asked(execution, content, workspace)}");
        listener(properties, "end", "${tasks.answered(execution)}");
        ObjectNode async = JSON.createObjectNode().put("type", "Boolean").put("value", true);
        async.put("label", "Asynchronous before")
                .put("description", "Keep it on: what was done before is saved before the question is asked.")
                .put("group", "job")
                .set("binding", binding("property", "camunda:asyncBefore"));
        properties.add(async);
        return template;
    }

    private static void listener(ArrayNode properties, String event, String expression) {
        ObjectNode binding = JSON.createObjectNode().put("type", "camunda:executionListener");
        property(properties, "Hidden", expression)
                .set("binding", binding.put("event", event).put("implementationType", "expression"));
    }

    private static ObjectNode head(String name, int version, String description, Part.Group group, String type) {
        ObjectNode template = JSON.createObjectNode()
                .put("name", name)
                .put("id", id(name))
                .put("version", version)
                .put("description", description);
        template.putArray("appliesTo").add("bpmn:Task").add(type);
        template.putObject("elementType").put("value", type);
        template.putObject("category")
                .put("id", "io.mailwright." + group.name().toLowerCase(Locale.ROOT))
                .put("name", "Mailwright · " + group.words());
        template.putObject("icon")
                .put(
                        "contents",
                        "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16' viewBox='0 0 16 16'><path d='"
                                + SHAPES.get(group) + "' fill='none' stroke='" + COLOURS.get(group)
                                + "' stroke-width='1.5'/></svg>");
        template.put("entriesVisible", true);
        return template;
    }

    private static ArrayNode groups(String... idsAndLabels) {
        ArrayNode groups = JSON.createArrayNode();
        for (int i = 0; i < idsAndLabels.length; i += 2)
            groups.addObject().put("id", idsAndLabels[i]).put("label", idsAndLabels[i + 1]);
        return groups;
    }

    private static ObjectNode property(ArrayNode properties, String type, String value) {
        return properties.addObject().put("type", type).put("value", value);
    }

    private static ObjectNode property(
            ArrayNode properties, String type, String value, String label, String description, String group) {
        ObjectNode property = properties.addObject().put("label", label).put("description", description);
        return property.put("type", type).put("value", value).put("group", group);
    }

    private static ObjectNode binding(String type, String name) {
        return JSON.createObjectNode().put("type", type).put("name", name);
    }

    private static String text(ObjectNode template) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(lines)
                                    .withArrayIndenter(lines))
                            .writeValueAsString(template)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
