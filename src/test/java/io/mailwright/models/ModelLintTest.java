package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** bpmnlint with the rules of Camunda 7.24, and the schema of element templates, over all of {@code bpmn/}. */
class ModelLintTest {
    private static final Path TEMPLATES = Path.of(".camunda/element-templates");

    @TempDir
    Path folder;

    @Test
    void everyModelAndTemplateIsClean() throws IOException {
        Node.Result lint = Node.run("lint.mjs");

        assertThat(lint.output())
                .isEqualToIgnoringNewLines(
                        Models.files().count() + " models and " + templates() + " templates: 0 problems");
        assertThat(lint.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            camunda:historyTimeToLive="P180D"     |                                    | watch: Property <historyTimeToLive>
            name="Nobody waits"                   |                                    | nobodyWaits: Element is missing label
            default="from_anybody_to_nextLook"    |                                    | conditional-flows
            camunda:asyncBefore="true"            | camunda:modelerTemplate="no.such"  | read: there is no template 'no.such'
            sourceRef="again"                     | sourceRef="nowhere"                | unresolved reference
            """)
    void aModelWithASlipIsTold(String text, String instead, String told) throws IOException {
        String model = Models.text("watch");
        assertThat(model).contains(text);
        Files.writeString(folder.resolve("slip.bpmn"), model.replace(text, instead == null ? "" : instead));

        Node.Result lint = Node.run("lint.mjs", folder);

        assertThat(lint.output()).contains("slip.bpmn", told);
        assertThat(lint.exitCode()).isEqualTo(1);
    }

    @Test
    void aTemplateThatModelerWouldRefuseIsTold() throws IOException {
        Files.createDirectories(folder.resolve(TEMPLATES));
        Files.writeString(folder.resolve("watch.bpmn"), Models.text("watch"));
        Files.writeString(folder.resolve(TEMPLATES).resolve("part.json"), """
                {"id": "part", "name": "A part", "version": 1, "appliesTo": ["bpmn:ServiceTask"],
                 "properties": [{"type": "Strin", "binding": {"type": "property", "name": "camunda:expression"}}]}
                """);

        Node.Result lint = Node.run("lint.mjs", folder);

        assertThat(lint.output()).contains("part.json: part:", "invalid property type \"Strin\"");
        assertThat(lint.exitCode()).isEqualTo(1);
    }

    /** Of a key that stands twice the last counts, and the first is lost without a word. */
    @Test
    void noFormOrTemplateHasAKeyTwice() throws IOException {
        ObjectMapper strict = new ObjectMapper(JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try (Stream<Path> files = Files.walk(Models.FOLDER)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(form|json)")))
                    .isNotEmpty()
                    .allSatisfy(file -> strict.readTree(file.toFile()));
        }
    }

    @Test
    void aFolderWithoutModelsIsNotClean() {
        assertThat(Node.run("lint.mjs", folder).exitCode()).isEqualTo(1);
    }

    private static long templates() throws IOException {
        Path folder = Models.FOLDER.resolve(TEMPLATES);
        if (!Files.isDirectory(folder)) return 0;
        long count = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".json"))::iterator) {
                JsonNode templates = new ObjectMapper().readTree(file.toFile());
                count += templates.isArray() ? templates.size() : 1;
            }
        }
        return count;
    }
}
