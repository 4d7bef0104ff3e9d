package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shells themselves complete by what is printed for them; one that is not installed is left out. */
class CompletionTest {
    /** What bash does at the tab key with the words given; the last is the one to complete. */
    private static final String TAB = """
            complete_words() {
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
                _complete_mailwright mailwright "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
            }
            """;

    @TempDir
    Path folder;

    @Test
    void bashCompletesCommandsOptionsValuesAndFiles() throws Exception {
        Files.writeString(folder.resolve("acme.groovy"), "");
        String script = script("bash") + TAB;
        assertThat(shell("bash", script + "complete_words mailwright sta")).containsExactly("start", "status");
        assertThat(shell("bash", script + "complete_words mailwright export --pa"))
                .containsExactly("--passwords");
        assertThat(shell("bash", script + "complete_words mailwright export x --format s"))
                .containsExactly("smartlead");
        assertThat(shell("bash", script + "complete_words mailwright start ac")).containsExactly("acme.groovy");
        assertThat(shell("bash", script + "complete_words mailwright completion z"))
                .containsExactly("zsh");
    }

    @Test
    void bashGetsACommandOfThatName() throws Exception {
        assertThat(shell("bash", "java() { printf '%s\\n' \"$@\"; }\n" + script("bash") + "mailwright status 'a b'"))
                .containsExactly("-jar", Path.of(Shell.jar()).toAbsolutePath().toString(), "status", "a b");
        String there = "mailwright() { echo mine; }\n";
        assertThat(shell("bash", there + script("bash") + "mailwright")).containsExactly("mine");
    }

    @Test
    void zshTakesTheScript() throws Exception {
        assumeTrue(installed("zsh"), "zsh is not installed");
        assertThat(shell(
                        "zsh",
                        "autoload -U compinit; compinit -u -D\n" + script("zsh") + TAB
                                + "emulate bash -c 'complete_words mailwright sta'; echo ${_comps[mailwright]}"))
                .anyMatch(line -> line.contains("_complete_mailwright"));
    }

    @Test
    void fishCompletesCommandsOptionsValuesAndFiles() throws Exception {
        assumeTrue(installed("fish"), "fish is not installed");
        Files.writeString(folder.resolve("acme.groovy"), "");
        String script = script("fish");
        assertThat(shell("fish", script + "complete -C 'mailwright sta'"))
                .containsExactly(
                        "start\tStart a campaign and go along with it to its mailboxes.",
                        "status\tShow all campaigns, or one with what it waits for.");
        assertThat(shell("fish", script + "complete -C 'mailwright export --pa'"))
                .containsExactly("--passwords\tWith the mailboxes' passwords.");
        assertThat(shell("fish", script + "complete -C 'mailwright export x --format s'"))
                .containsExactly("smartlead\tcsv, instantly, smartlead, emailbison or json");
        assertThat(shell("fish", script + "complete -C 'mailwright start ac'")).contains("acme.groovy");
    }

    private static String script(String shell) {
        CommandRun command = new CommandRun();
        assertThat(command.run("completion", shell)).isZero();
        return command.out();
    }

    private static boolean installed(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> shell(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("." + name), text);
        ProcessBuilder builder = new ProcessBuilder(name, file.toString()).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.lines().toList();
    }
}
