package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        header = "Start a campaign and go along with it to its mailboxes.",
        description = {
            "Reads FILE, starts its campaign and shows how it goes on until it ends. Before anything is bought the whole"
                    + " plan is printed, and a person approves it: in the Tasklist, by the command 'approve', or here"
                    + " by --approve.",
            "On a terminal it waits for that person; elsewhere it ends after printing how to approve. Ctrl-C loses nothing:"
                    + " the campaign goes on."
        },
        exitCodeList = {
            "0:onboarded",
            "1:refused, ended otherwise, or waiting for a person while nobody is at the terminal",
            "2:used wrongly"
        },
        footer = {
            "",
            "Examples:",
            "  # with the simulator, in one go",
            "  ${ROOT-COMMAND-NAME} start dsl-examples/quickstart.groovy --approve",
            "  # with a real vendor: 'plan' prints the hash",
            "  ${ROOT-COMMAND-NAME} start acme.groovy --approve a2d612798c5b... \\",
            "      --output acme.csv",
            "  # on a server elsewhere",
            "  MAILWRIGHT_PASSWORD=... ${ROOT-COMMAND-NAME} start acme.groovy \\",
            "      --server https://mailwright.example --user ann"
        })
final class StartCommand extends ServerCommand {
    @Parameters(
            paramLabel = "FILE",
            description = "A campaign file, or - for standard input; examples are in dsl-examples/.")
    Path file;

    @Option(
            names = "--approve",
            arity = "0..1",
            fallbackValue = "",
            parameterConsumer = HashIfThere.class,
            paramLabel = "HASH",
            description =
                    "Approve the plan once it is printed. With a real vendor this takes the plan's HASH, which the"
                            + " command 'plan' prints.")
    String approve;

    @Option(names = "--output", paramLabel = "CSV", description = "Write the mailboxes to this file at the end.")
    Path output;

    private String text;

    StartCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        text = FileText.read(file);
    }

    @Override
    int run(Connection connection) {
        Api api = connection.api();
        String id = start(api);
        if (!options.json) {
            shell.out().println(Plain.text("Campaign " + id + " is started."));
        }
        CampaignView ended = new Follow(connection, shell, options, Approval.of(approve)).untilEnded(id);
        return new Outcome(connection, shell, options).of(ended, output);
    }

    private String start(Api api) {
        try {
            return api.postFile("/api/campaigns", text).json().path("id").asText();
        } catch (Refusal refusal) {
            if (refusal.id() == null) {
                throw refusal.in(file, text, shell);
            }
            CampaignView there = api.campaign(refusal.id());
            throw new Failure(
                    "campaign '" + there.name() + "' exists already, as " + there.id() + ", and is " + there.stage()
                            + "; look at it: " + Shell.command("status " + there.id() + options.again())
                            + "; or give the file another campaign name",
                    refusal.json());
        }
    }
}
