package io.mailwright.onboarding.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.RequestHash;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The templates in bpmn/ are those of the code as it is. After a change: {@code mvn test -Dtest=ElementTemplatesTest
 * -Dtemplates.write=true}, look at the difference, commit.
 */
class ElementTemplatesTest {
    private static final Path FOLDER = Path.of("bpmn/.camunda/element-templates");

    /** Each version of each template that ever was, with the SHA-256 of its file. */
    private static final Path VERSIONS = Path.of("src/test/resources/element-templates.txt");

    /** The vendor's menu, docs/scaledmail-api.md section 2. */
    private static final List<String> OPERATIONS = List.of(
            "Get Workspaces",
            "Create Workspace",
            "Pre Warm Inboxes",
            "Buy Pre Warm Inboxes",
            "Get Domains",
            "Buy Domains",
            "Search Domains",
            "Suggest Domains",
            "Update Domain Name",
            "Update Domain Redirect",
            "Get Purchased Domains",
            "Calculate Package",
            "Get Packages",
            "Get Orders",
            "Get Order Details",
            "Cancel Order",
            "Get Pending Forms",
            "Submit Form",
            "Create Order",
            "Create Custom Order",
            "Get Mailboxes by Domain ID");

    private static final List<String> OTHERS = List.of(
            "Read campaign",
            "Generate aliases",
            "Test rule",
            "Ask a person",
            "Wait for payment",
            "Wait for mailboxes",
            "Export");

    @Test
    void theFilesAreThoseOfTheCode() throws IOException {
        Map<String, String> made = ElementTemplates.all();
        if (Boolean.getBoolean("templates.write")) write(made);

        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) there.put(file.getFileName().toString(), Files.readString(file));
        }
        assertThat(there).isEqualTo(made);
    }

    /** Modeler offers an update only where the version is another. */
    @Test
    void aChangedTemplateHasANewVersion() throws IOException {
        Map<String, String> made = new TreeMap<>();
        ElementTemplates.all().forEach((file, text) -> made.put(versioned(file, text), RequestHash.sha256(text)));
        Map<String, String> published = published();
        if (Boolean.getBoolean("templates.write")) {
            made.forEach(published::putIfAbsent);
            Files.write(
                    VERSIONS,
                    published.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .toList());
        }

        assertThat(published)
                .as("a template changed: raise the version of its @Part, then write the templates anew")
                .containsAllEntriesOf(made);
    }

    private static String versioned(String file, String text) {
        Matcher version = Pattern.compile("\"version\" : (\\d+)").matcher(text);
        assertThat(version.find()).as(file).isTrue();
        return file + " " + version.group(1);
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> published = new TreeMap<>();
        for (String line : Files.readAllLines(VERSIONS)) {
            int end = line.lastIndexOf(' ');
            published.put(line.substring(0, end), line.substring(end + 1));
        }
        return published;
    }

    @Test
    void everyOperationOfTheVendorIsAPart() {
        assertThat(ElementTemplates.all().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(OPERATIONS.stream(), OTHERS.stream())
                        .map(ElementTemplates::file)
                        .toList());
    }

    @Test
    void whatSpendsPointsAtAnApprovalAndShowsItsKey() {
        assertThat(ElementTemplates.parts()
                        .filter(part -> List.of(SpendingParts.class, ChangingParts.class)
                                .contains(part.getDeclaringClass()))
                        .map(ElementTemplates::expression))
                .hasSize(9)
                .allMatch(expression -> expression.contains(
                        "(execution.processBusinessKey, execution.currentActivityId, approval, content, spendKey"));
    }

    /** Expressions find a step before a variable of its name. */
    @Test
    void noVariableHasTheNameOfAStep() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Step.class));
        List<String> steps = scanner.findCandidateComponents("io.mailwright").stream()
                .map(step -> (String) ((AnnotatedBeanDefinition) step)
                        .getMetadata()
                        .getAnnotationAttributes(Step.class.getName())
                        .get("value"))
                .toList();
        assertThat(steps).contains("spending", "orders");

        assertThat(ElementTemplates.parts()
                        .flatMap(part -> Stream.concat(
                                Stream.of(part.getAnnotation(Part.class).result()),
                                Stream.of(part.getParameters())
                                        .filter(parameter -> parameter.isAnnotationPresent(Input.class))
                                        .map(Parameter::getName))))
                .doesNotContainAnyElementsOf(steps);
    }

    private static void write(Map<String, String> made) throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> old = Files.list(FOLDER)) {
            for (Path file : old.toList()) Files.delete(file);
        }
        for (Map.Entry<String, String> file : made.entrySet())
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
}
