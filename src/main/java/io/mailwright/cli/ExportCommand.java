package io.mailwright.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Hand over a campaign's mailboxes, for a sequencer too.",
        description = "Prints them, or writes them to a file. Passwords are not part of it.")
final class ExportCommand extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The campaign's id.")
    String id;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, instantly, smartlead, emailbison or json; without it, the first of the campaign file's"
                    + " 'export' line, or csv.")
    String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file instead.")
    Path output;

    ExportCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    int run(Connection connection) {
        String wanted = format == null && options.json ? "json" : format;
        String path = "/api/campaigns/" + Api.segment(id) + "/mailboxes";
        String mailboxes = connection
                .api()
                .get(wanted == null ? path : path + "?format=" + Api.segment(wanted))
                .body();
        if (output == null) {
            shell.out().print(mailboxes);
            shell.out().flush();
        } else {
            Outcome.write(output, mailboxes);
            (options.json ? shell.err() : shell.out()).println("Written to " + output);
        }
        return 0;
    }
}
