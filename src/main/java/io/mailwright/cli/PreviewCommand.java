package io.mailwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.plan.Preview;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        header = "Read a campaign file and show its domains and aliases, offline.",
        description = "Names to be bought are shown as their first candidates; nothing is searched, priced or started."
                + " Errors are printed as FILE:line:column.")
final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A campaign file; examples are in dsl-examples/.")
    Path file;

    @Option(names = "--json", description = "Print the preview as JSON.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Shell shell;
    private final Function<String, Preview> reader;

    PreviewCommand(Shell shell, Function<String, Preview> reader) {
        this.shell = shell;
        this.reader = reader;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Preview preview = read();
        if (json) {
            shell.out().println(Api.JSON.writeValueAsString(preview));
            return 0;
        }
        Table table = new Table().row("domain", "type", "aliases");
        preview.domains()
                .forEach(d -> table.row(
                        d.domain(),
                        d.provider(),
                        d.sender() == null
                                ? d.aliases().stream()
                                        .map(Preview.Mailbox::alias)
                                        .collect(Collectors.joining(" "))
                                : "the vendor's, for " + d.sender()));
        preview.prewarmed().forEach((type, count) -> table.row(count + " pre-warmed", type, "from the vendor's stock"));
        table.lines().forEach(shell.out()::println);
        int mailboxes =
                preview.domains().stream().mapToInt(Preview.Domain::mailboxes).sum();
        shell.out()
                .println(preview.campaign() + ": " + preview.domains().size() + " domains, " + mailboxes
                        + " mailboxes; names to be bought are first candidates, unpriced");
        return 0;
    }

    private Preview read() throws JsonProcessingException {
        try {
            return reader.apply(FileErrors.read(file));
        } catch (CampaignErrors e) {
            String lines = e.errors().stream()
                    .map(x -> FileErrors.line(file.toString(), x.line(), x.column(), x.message()))
                    .collect(Collectors.joining("\n"));
            String body = Api.JSON.writeValueAsString(
                    Api.JSON.createObjectNode().set("errors", Api.JSON.valueToTree(e.errors())));
            throw new Failure(lines, body);
        }
    }
}
