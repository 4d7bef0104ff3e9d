package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        header = "Approve exactly one plan of a campaign, or one request.",
        description =
                "The hash is the one that 'start', 'status', 'plan' and 'requests' print. If the plan has changed since, nothing"
                        + " is approved. Approving the same plan again changes nothing. With --follow it goes along with"
                        + " the campaign until it ends.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} approve acme-x7k2pq a2d612798c5b...",
            "  ${ROOT-COMMAND-NAME} approve acme-x7k2pq a2d612798c5b... --follow"
        })
final class ApproveCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The campaign's or request's id.")
    String id;

    @Parameters(index = "1", paramLabel = "HASH", description = "The hash of the plan, or of the request.")
    String hash;

    @Option(names = "--follow", description = "Go along with the campaign until it ends, as 'start' does.")
    boolean follow;

    ApproveCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    int run(Connection connection) {
        Api.Answer answer = connection.api().approve(id, hash);
        boolean request = answer.json().has("kind");
        boolean goesAlong = follow && !request;
        if (options.json && !goesAlong) {
            shell.out().println(answer.body());
            return 0;
        }
        CampaignView campaign = answer.as(CampaignView.class);
        if (!options.json) {
            shell.out()
                    .println(Plain.text(
                            "Approved: " + (request ? id : campaign.name()) + " is " + campaign.stage() + "."));
        }
        if (goesAlong) {
            CampaignView ended = new Follow(connection, shell, options, Approval.BY_SOMEBODY_ELSE).untilEnded(id);
            return new Outcome(connection, shell, options).of(ended, null);
        }
        shell.out()
                .println((connection.own() == null ? "Go along with it: " : "It goes on while a server runs: ")
                        + Shell.command((request ? "requests " + id : "status " + id + " --follow") + options.again()));
        return 0;
    }
}
