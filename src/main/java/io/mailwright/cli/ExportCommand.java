package io.mailwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Hand over a campaign's mailboxes, for a sequencer too.",
        description = {
            "Prints them, or writes them to a file, which is there whole or not at all. An export after a replacement has"
                    + " the new mailboxes.",
            "With --passwords it takes somebody who may have them, and is noted. They go to a file that only you can read,"
                    + " into a pipe, or by --output - to the screen."
        },
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} export acme-x7k2pq --format instantly \\",
            "      --passwords --output acme.csv",
            "  ${ROOT-COMMAND-NAME} export acme-x7k2pq --json"
        })
final class ExportCommand extends ServerCommand {
    private static final Path SCREEN = Path.of("-");

    /** Ten times what one takes at the vendor's usual pace, which others share. */
    private static final Duration A_DOMAIN = Duration.ofSeconds(3);

    @Parameters(paramLabel = "ID", description = "The campaign's id.")
    String id;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "csv, instantly, smartlead, emailbison or json; without it, the first of the campaign file's"
                    + " 'export' line, or csv.")
    String format;

    @Option(names = "--passwords", description = "With the mailboxes' passwords.")
    boolean passwords;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file; - is standard output.")
    Path output;

    static final class Formats extends ArrayList<String> {
        Formats() {
            super(List.of("csv", "instantly", "smartlead", "emailbison", "json"));
        }
    }

    ExportCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (options.json && format != null && !format.equals("json") && printed())
            throw new Misuse("--json prints the mailboxes as JSON; with --format " + Plain.text(format)
                    + " write them to a file: --output FILE");
        if (passwords && output == null && shell.screen())
            throw new Misuse("passwords are not printed to a screen unasked; write them to a file with --output FILE,"
                    + " or ask for them with --output -");
    }

    @Override
    int run(Connection connection) {
        String wanted = format == null && options.json && printed() ? "json" : format;
        String query = (wanted == null ? "" : "&format=" + Api.segment(wanted)) + (passwords ? "&passwords=true" : "");
        String path = "/api/campaigns/" + Api.segment(id) + "/mailboxes";
        String mailboxes = mailboxes(connection.api(), query.isEmpty() ? path : path + "?" + query.substring(1));
        if (printed()) {
            shell.out().print(mailboxes);
            shell.out().flush();
        } else {
            WholeFile.write(output, mailboxes, passwords);
            written();
        }
        return 0;
    }

    private boolean printed() {
        return output == null || output.equals(SCREEN);
    }

    private String mailboxes(Api api, String path) {
        if (!passwords) return api.get(path).body();
        int domains = api.campaign(id).domains().wanted();
        String what = "reading passwords at the vendor, some four domains a second: " + domains + " in all";
        LiveLine live = printed() ? new LiveLine(shell.err(), Ink.ofErrors(shell)) : LiveLine.of(shell, options);
        try (Ticking ticking = new Ticking(live, what)) {
            return api.get(path, Api.PATIENCE.plus(A_DOMAIN.multipliedBy(domains)))
                    .body();
        }
    }

    private void written() {
        if (options.json)
            shell.out()
                    .println(Api.JSON
                            .createObjectNode()
                            .put("campaign", id)
                            .put("file", output.toString())
                            .put("passwords", passwords));
        else shell.out().println("Written to " + output + (passwords ? ", with passwords: only you can read it" : ""));
    }
}
