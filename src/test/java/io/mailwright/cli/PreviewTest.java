package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    static final String GOOD = """
            campaign 'acme'
            buy 2, keywords: ['acme'], tlds: ['com', 'io']
            providers google: 1, smtp: 1
            person 'Anna', 'Smith'
            person 'José', 'Núñez'
            patterns '{first}.{last}', '{f}{last}'
            redirect 'https://acme.example'
            """;

    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();

    @Test
    void showsDomainsAndAliasesWithoutAServer() throws IOException {
        assertThat(command.run("preview", file(GOOD).toString())).isZero();
        assertThat(command.out().lines())
                .containsExactly(
                        "domain    type    aliases",
                        "acme.com  google  anna.smith jose.nunez",
                        "acme.io   smtp    anna.smith jose.nunez asmith jnunez",
                        "acme: 2 domains, 6 mailboxes; names to be bought are first candidates, unpriced",
                        "Price it, at no cost: " + Shell.command("plan " + folder.resolve("acme.groovy")));
    }

    @Test
    void asJsonItIsWhatTheApiAnswers() throws IOException {
        assertThat(command.run("preview", "--json", file(GOOD).toString())).isZero();
        assertThat(command.out())
                .startsWith("{\"campaign\":\"acme\",\"domains\":[{\"domain\":\"acme.com\",\"provider\":\"google\","
                        + "\"aliases\":[{\"first_name\":\"Anna\",\"last_name\":\"Smith\",\"alias\":\"anna.smith\"},")
                .contains("\"first_name\":\"José\"")
                .endsWith("}\n");
        assertThat(command.out().lines()).hasSize(1);
    }

    @Test
    void errorsStandUnderTheirPlace() throws IOException {
        Path file = file("""
                campaign 'acme'
                \tbuy 2, keyword: ['acme'], tlds: ['com']
                own '小龙.example', hosing: 'x'
                """);
        assertThat(command.run("preview", file.toString())).isEqualTo(1);
        assertThat(command.out()).isEmpty();
        assertThat(command.err().lines())
                .containsSubsequence(
                        "    2 |     buy 2, keyword: ['acme'], tlds: ['com']",
                        "      |            ^",
                        "    3 | own '小龙.example', hosing: 'x'",
                        "      |                     ^")
                .anyMatch(line -> line.startsWith(file + ":2:9 ") && line.contains("did you mean 'keywords'?"))
                .anyMatch(line -> line.endsWith(" errors in " + file));
    }

    @Test
    void errorsAsJsonStandAloneOnTheOutput() throws IOException {
        assertThat(command.run("preview", "--json", file("campain 'acme'").toString()))
                .isEqualTo(1);
        JsonNode body = Api.JSON.readTree(command.out());
        assertThat(body.at("/errors/0/line").asInt()).isEqualTo(1);
        assertThat(body.at("/errors/0/column").asInt()).isEqualTo(1);
        assertThat(body.at("/errors/0/message").asText()).contains("did you mean 'campaign'?");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void colourIsForATerminalThatWantsIt() throws IOException {
        Path file = file("campain 'acme'");
        command.run("preview", file.toString());
        assertThat(command.err()).doesNotContain("\u001b");

        CommandRun coloured = new CommandRun().onTerminal();
        coloured.run("preview", file.toString());
        assertThat(coloured.err()).contains("\u001b[1;31m^\u001b[0m");

        CommandRun plain = new CommandRun().onTerminal().with("NO_COLOR", "1");
        plain.run("preview", file.toString());
        assertThat(plain.err()).contains("^").doesNotContain("\u001b");

        CommandRun dumb = new CommandRun().onTerminal().with("TERM", "dumb");
        dumb.run("preview", file.toString());
        assertThat(dumb.err()).contains("^").doesNotContain("\u001b");

        CommandRun errorsInAFile = new CommandRun().onTerminal().errorsInAFile();
        errorsInAFile.run("preview", file.toString());
        assertThat(errorsInAFile.err()).contains("^").doesNotContain("\u001b");
    }

    @Test
    void aRecipeGoesOnWithAForm() throws IOException {
        command.run(
                "preview",
                file("campaign 'x'\nperson 'Anna', 'Smith'\npatterns '{first}'").toString());
        assertThat(command.out()).contains("a recipe", "adopt UUID " + folder.resolve("acme.groovy"));
    }

    @Test
    void onATerminalLongLinesGoOnBelowTheirColumn() throws IOException {
        String outlook = GOOD.replace("google: 1, smtp: 1", "outlook: 2").replace("'{f}{last}'", "'{first}{n}'");
        command.onTerminal().with("NO_COLOR", "1").run("preview", file(outlook).toString());
        assertThat(command.out().lines().filter(line -> !line.startsWith("Price it")))
                .hasSizeGreaterThan(4)
                .anyMatch(line -> line.startsWith(" ".repeat("acme.com  outlook  ".length()) + "anna")
                        || line.startsWith(" ".repeat("acme.com  outlook  ".length()) + "jose"))
                .allMatch(line -> line.length() <= 90);
    }

    @Test
    void standardInputIsADash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(command.run("preview", "-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(command.out()).contains("acme: 2 domains");
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        assertThat(command.run("preview", folder.resolve("none.groovy").toString()))
                .isEqualTo(1);
        assertThat(command.err().lines()).singleElement().asString().contains("can't read", "none.groovy");
        assertThat(command.run("preview", folder.toString())).isEqualTo(1);
    }

    @Test
    void aFileInAnotherEncodingSaysSo() throws IOException {
        Path file = Files.write(folder.resolve("latin1.groovy"), new byte[] {'c', (byte) 0xE9, '\n'});
        assertThat(command.run("preview", file.toString())).isEqualTo(1);
        assertThat(command.err()).contains("not UTF-8");
    }

    @Test
    void aFileWithoutEndIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("big.groovy"), new byte[5 << 20]);
        assertThat(command.run("preview", file.toString())).isEqualTo(1);
        assertThat(command.err()).contains("larger than a campaign file can be");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("acme.groovy"), text);
    }
}
