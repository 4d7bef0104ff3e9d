package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview",
                "plan",
                "start",
                "status",
                "approve",
                "tasks",
                "spends",
                "export",
                "adopt",
                "schedule",
                "replace",
                "redirect",
                "cancel-order",
                "requests",
                "simulator",
                "completion"
            })
    void everyCommandTeaches(String name) {
        CommandRun command = new CommandRun();
        assertThat(command.run(name, "--help")).isZero();
        assertThat(command.out()).contains("Usage: java -jar target/mailwright.jar " + name);
        assertThat(command.out().lines()).hasSizeGreaterThan(12).allMatch(line -> line.length() <= 80);
        assertThat(command.out())
                .containsPattern("  2 +used wrongly")
                .contains("Exit codes:", "java -jar target/mailwright.jar");
        CommandRun help = new CommandRun();
        assertThat(help.run("help", name)).isZero();
        assertThat(help.out()).isEqualTo(command.out());
    }

    @Test
    void itSaysWhichVersionItIs() {
        CommandRun command = new CommandRun();
        assertThat(command.run("--version")).isZero();
        assertThat(command.out()).startsWith("Mailwright ");
    }

    @Test
    void theWholeCommandLineAtAGlance() throws IOException {
        CommandRun command = new CommandRun();
        assertThat(command.run("--help")).isZero();
        try (var snapshot = HelpTest.class.getResourceAsStream("help.txt")) {
            assertThat(command.out())
                    .isEqualToNormalizingNewlines(new String(snapshot.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
