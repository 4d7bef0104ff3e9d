package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.onboarding.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What a model calls by a name is called so in Java, and the other way round. */
class ModelNamesTest {
    private static final Path TEMPLATES = Path.of("bpmn/.camunda/element-templates");
    private static final Set<String> ANSWERS = Set.of("decision", "comment", "reference");
    private static final Set<String> SCOPES =
            Set.of("execution", "task", "null", "true", "false", "empty", "and", "not");
    private static final JavaNames JAVA = new JavaNames();

    @Test
    void processes() {
        Set<String> keys = Models.files().map(Models::key).collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).containsAll(JAVA.processes);
        Set<String> started = new TreeSet<>(JAVA.processes);
        started.addAll(all(CallActivity.class, call -> Stream.of(call.getCalledElement())));
        started.addAll(all(
                StartEvent.class,
                start -> start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef") == null
                        ? Stream.empty()
                        : Stream.of(((org.camunda.bpm.model.bpmn.instance.Process) start.getParentElement()).getId())));
        assertThat(started).as("started by Java, a call or a form").containsAll(keys);
    }

    @Test
    void messages() {
        assertThat(all(Message.class, message -> Stream.of(message.getName()))).isEqualTo(JAVA.messages);
    }

    @Test
    void tasksAndTheirDecisions() {
        assertThat(all(UserTask.class, task -> Stream.of(task.getId()))).containsAll(JAVA.tasks);
        Set<String> known = Models.DECISIONS.entrySet().stream()
                .flatMap(task -> task.getValue().stream().map(decision -> task.getKey() + " " + decision))
                .collect(Collectors.toSet());
        assertThat(JAVA.decisions).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void errors() {
        Set<String> caught = all(BoundaryEvent.class, ModelNamesTest::codes);
        Set<String> thrown = new TreeSet<>(JAVA.errors);
        thrown.addAll(all(EndEvent.class, ModelNamesTest::codes));
        assertThat(thrown).as("caught by a model, thrown by nobody").containsAll(caught);
        Set<String> told = new TreeSet<>(caught);
        templates()
                .forEach(template -> template.path("properties").forEach(property -> {
                    if (property.at("/binding/name").asText().equals("errors"))
                        told.addAll(List.of(property.path("value").asText().split(" ")));
                }));
        assertThat(told).as("thrown by Java, known to no model or part").containsAll(JAVA.errors);
    }

    @Test
    void everyStepIsOfUseAndEveryCallHasItsStep() {
        Map<String, Set<String>> steps = steps();
        Set<String> called = calls(everything(), steps.keySet());
        assertThat(called).isNotEmpty();
        Set<String> methods = steps.entrySet().stream()
                .flatMap(step -> step.getValue().stream().map(method -> step.getKey() + "." + method))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(methods).containsAll(called);
        called.addAll(calls(texts(Path.of("docs")), steps.keySet()));
        assertThat(called).as("in a model, in a part, or told to designers").containsAll(methods);
    }

    private static Set<String> calls(String text, Set<String> steps) {
        return found("\\b(\\w+)\\.(\\w+)\\(", text, hit -> hit.group(1) + "." + hit.group(2))
                .filter(call -> steps.contains(call.split("\\.")[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyVariableComesFromSomewhere() {
        Models.files().forEach(file -> {
            String model = Models.text(Models.key(file)).replace("&#39;", "'");
            Set<String> declared = new TreeSet<>(ANSWERS);
            declared.addAll(SCOPES);
            declared.addAll(steps().keySet());
            Stream.of(
                            "(?:elementVariable|resultVariable|errorMessageVariable)=\"(\\w+)\"",
                            "<camunda:(?:input|output)Parameter name=\"(\\w+)\"")
                    .flatMap(pattern -> found(pattern, model, hit -> hit.group(1)))
                    .forEach(declared::add);
            found("<bpmn:startEvent [^>]*formRef=\"(\\w+)\"", model, hit -> hit.group(1))
                    .map(form -> json(file.resolveSibling(form + ".form")))
                    .flatMap(form -> form.findValuesAsText("key").stream())
                    .forEach(declared::add);
            Set<String> used = found(
                            "[$#]\\{([^}]*)}",
                            model,
                            hit -> hit.group(1).replaceAll("'[^']*'|\"[^\"]*\"|&quot;[^&]*&quot;", ""))
                    .flatMap(bare -> found("(?<![.\\w])[A-Za-z_]\\w*", bare, MatchResult::group))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(declared).as(file.toString()).containsAll(used);
        });
    }

    /** A text, a table's rows or a condition of a form beside a task names a fact that is put beside the task. */
    @Test
    void everyFactOfAFormIsShown() {
        String facts = texts(Path.of("src/main/java/io/mailwright/onboarding"));
        for (String task : Models.DECISIONS.keySet()) {
            String form = Models.form(task).toString();
            Set<String> shown = found(
                            "\\{\\{(\\w+)}}|\"dataSource\":\"=(\\w+)|\"hide\":\"=\\(?(\\w+)",
                            form,
                            hit -> Stream.of(hit.group(1), hit.group(2), hit.group(3))
                                    .filter(group -> group != null)
                                    .findFirst()
                                    .orElseThrow())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shown)
                    .as(task)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(facts).contains('"' + name + '"'));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> codes(Event event) {
        return event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .map(definition -> definition.getError().getErrorCode());
    }

    private static <T extends ModelElementInstance> Set<String> all(Class<T> type, Function<T, Stream<String>> names) {
        return Models.files()
                .map(Models::key)
                .map(Models::read)
                .map(model -> model.getModelElementsByType(type))
                .flatMap(Collection::stream)
                .flatMap(names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods that expressions can call, by the name of their step. */
    private static Map<String, Set<String>> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Step.class));
        Map<String, Set<String>> steps = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.mailwright.onboarding")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            steps.put(
                    type.getAnnotation(Step.class).value(),
                    Arrays.stream(type.getMethods())
                            .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
                            .map(Method::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return steps;
    }

    private static String everything() {
        return Stream.concat(
                        Models.files().map(Models::key).map(Models::text),
                        templates().map(JsonNode::toString))
                .collect(Collectors.joining("\n"));
    }

    private static String texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) all.append(Files.readString(file));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> templates() {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.sorted().map(ModelNamesTest::json).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(String pattern, String text, Function<MatchResult, String> what) {
        return Pattern.compile(pattern).matcher(text).results().map(what);
    }
}
