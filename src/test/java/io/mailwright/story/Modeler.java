package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Page.AddStyleTagOptions;
import io.mailwright.models.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Camunda Modeler's canvas and properties panel in a browser; see {@code src/modeler/modeler.js}. */
final class Modeler {
    static final Path MODELS = Path.of("bpmn");
    private static final Path TEMPLATES = MODELS.resolve(".camunda/element-templates");
    private static final Path BUNDLE = Path.of("target/modeler");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Page page;

    Modeler(Chromium chromium) {
        Node.Result bundled = Node.run("bundle.mjs");
        assertThat(bundled.exitCode()).as(bundled.output()).isZero();
        page = chromium.page(1280, 860);
        page.setContent("<!doctype html><html><body></body></html>");
        page.addStyleTag(new AddStyleTagOptions().setPath(BUNDLE.resolve("modeler.css")));
        page.addScriptTag(new AddScriptTagOptions().setPath(BUNDLE.resolve("modeler.js")));
    }

    /** Every template of {@code bpmn/} and those given, as Modeler would load them. */
    static List<JsonNode> templates(Path... more) {
        Stream<Path> own = Files.isDirectory(TEMPLATES) ? files(TEMPLATES, ".json") : Stream.empty();
        return Stream.concat(own, Stream.of(more))
                .map(Modeler::json)
                .flatMap(file -> file.isArray()
                        ? Stream.iterate(0, i -> i < file.size(), i -> i + 1).map(file::get)
                        : Stream.of(file))
                .toList();
    }

    static Stream<Path> models() {
        return files(MODELS, ".bpmn");
    }

    /** @return what Modeler complains about in the model or the templates */
    List<String> open(Path model, List<JsonNode> templates) {
        return call(
                "([xml, templates]) => Modeler.open(xml, JSON.parse(templates))", text(model), templates.toString());
    }

    /** Drops a part between others, at the left upper corner given. */
    void drop(String id, String template, int x, int y) {
        call("([id, template, x, y]) => Modeler.drop(id, template, {x, y})", id, template, x, y);
    }

    void connect(String from, String to) {
        call("([from, to]) => Modeler.connect(from, to)", from, to);
    }

    /** The panel of the element that was dropped or selected last. */
    Locator panel() {
        return page.locator(".bio-properties-panel");
    }

    List<String> groups() {
        return panel().locator(".bio-properties-panel-group-header-title").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Writes into a field as a designer does, and leaves it. */
    void fill(String group, String label, String value) {
        Locator section = panel().locator(".bio-properties-panel-group")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(group, new Page.GetByTextOptions().setExact(true))));
        Locator header = section.locator(".bio-properties-panel-group-header").first();
        if (!header.getAttribute("class").contains("open")) header.click();
        Locator field = section.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.blur();
    }

    String save() {
        return (String) page.evaluate("() => Modeler.save()");
    }

    @SuppressWarnings("unchecked")
    private <T> T call(String function, Object... arguments) {
        return (T) page.evaluate(function, List.of(arguments));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String type) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(type)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
