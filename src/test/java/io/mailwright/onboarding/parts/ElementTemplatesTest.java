package io.mailwright.onboarding.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.onboarding.Step;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
