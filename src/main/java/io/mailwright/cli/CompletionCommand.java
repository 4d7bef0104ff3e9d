package io.mailwright.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        header = "Print what makes a shell complete commands, options and files.",
        description =
                "It also defines the function 'mailwright', which runs this jar, where there is no such command yet."
                        + " Ids of campaigns are not completed: that would ask the server at each key.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:used wrongly"},
        footer = {
            "",
            "For bash, in ~/.bashrc:",
            "  source <(${ROOT-COMMAND-NAME} completion bash)",
            "For zsh, in ~/.zshrc:",
            "  source <(${ROOT-COMMAND-NAME} completion zsh)",
            "For fish, in ~/.config/fish/config.fish:",
            "  ${ROOT-COMMAND-NAME} completion fish | source",
            "",
            "Quicker, since no Java starts with each shell: print it to a file once, and source that."
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String NAME = "mailwright";

    enum For {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    For kind;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    CommandSpec spec;

    private final Shell shell;

    CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String jar = Shell.word(Path.of(Shell.jar()).toAbsolutePath().normalize());
        shell.out()
                .println(
                        kind == For.fish
                                ? FishCompletion.of(NAME, spec.root(), jar)
                                // picocli's script serves zsh as well
                                : "command -v " + NAME + " >/dev/null 2>&1 || " + NAME + "() { java -jar " + jar
                                        + " \"$@\"; }\n"
                                        + AutoComplete.bash(NAME, spec.root().commandLine()));
        return 0;
    }
}
