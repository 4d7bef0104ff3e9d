package io.mailwright.cli;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.plan.Preview;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "preview",
        header = "Read a campaign file and show its domains and aliases, offline.",
        description = {
            "Asks nobody and starts nothing. Names to be bought are shown as their first candidates: which of them"
                    + " can be had, and what they cost, 'plan' asks the vendor.",
            "Errors are shown as FILE:line:column with the line they are in."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is good", "1:it is refused or can't be read", "2:used wrongly"},
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} preview dsl-examples/quickstart.groovy",
            "  # while you write, in a second terminal",
            "  ${ROOT-COMMAND-NAME} preview --watch acme.groovy",
            "  # in a script: the first error's line",
            "  ${ROOT-COMMAND-NAME} preview --json acme.groovy | jq '.errors[0].line'"
        })
final class PreviewCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "A campaign file, or - for standard input; examples are in dsl-examples/.")
    Path file;

    @Option(names = "--watch", description = "Read the file again at each save, until Ctrl-C.")
    boolean watch;

    @Option(
            names = "--json",
            description = "Print what POST /api/preview answers, the errors too; with --watch one line each time.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    CommandSpec spec;

    private final Shell shell;
    private final Function<String, Preview> reader;
    private final Ink ink;

    PreviewCommand(Shell shell, Function<String, Preview> reader) {
        this.shell = shell;
        this.reader = reader;
        ink = Ink.of(shell);
    }

    @Override
    public Integer call() {
        if (!watch) {
            return show(FileText.read(file)) ? 0 : 1;
        }
        if (FileText.isStandardInput(file)) {
            throw new Misuse("--watch needs a file that can be saved again; give its path instead of -");
        }
        new FileWatch(file, shell).each(this::again);
        return 0;
    }

    private void again(String text) {
        if (!json) {
            shell.out().print(ink.cleared());
        }
        show(text);
        if (!json) {
            shell.out()
                    .println(ink.dim(
                            "Watching " + Plain.text(file.toString()) + "; save it to read it again, Ctrl-C ends."));
        }
    }

    /** Whether the file is good. */
    private boolean show(String text) {
        Preview preview;
        try {
            preview = reader.apply(text);
        } catch (CampaignErrors refused) {
            if (json) {
                shell.out().println(PreviewJson.of(refused.errors()));
            } else {
                ErrorReport report = new ErrorReport(file.toString(), text, watch ? ink : Ink.ofErrors(shell));
                (watch ? shell.out() : shell.err()).println(report.of(refused.errors()));
            }
            return false;
        }
        if (json) {
            shell.out().println(PreviewJson.of(preview));
        } else {
            int width = shell.terminal() ? spec.commandLine().getUsageHelpWidth() : Integer.MAX_VALUE;
            PreviewSheet.lines(preview, ink, width).forEach(shell.out()::println);
            if (!watch && !FileText.isStandardInput(file)) shell.out().println(next(preview));
        }
        return true;
    }

    private String next(Preview preview) {
        boolean recipe = preview.domains().isEmpty() && preview.prewarmed().isEmpty();
        return recipe
                ? "Fill a form that waits: " + Shell.command("adopt UUID " + Shell.word(file))
                : "Price it, at no cost: " + Shell.command("plan " + Shell.word(file));
    }
}
