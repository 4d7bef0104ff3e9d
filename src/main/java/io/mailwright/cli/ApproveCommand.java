package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        header = "Approve exactly one plan of a campaign, or one request.",
        description =
                "The hash is the one that 'start', 'status', 'plan' and 'requests' print. If the plan has changed since, nothing"
                        + " is approved. Approving the same plan again changes nothing.")
final class ApproveCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The campaign's or request's id.")
    String id;

    @Parameters(index = "1", paramLabel = "HASH", description = "The hash of the plan, or of the request.")
    String hash;

    ApproveCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    int run(Connection connection) {
        Api.Answer answer = connection.api().approve(id, hash);
        if (options.json) {
            shell.out().println(answer.body());
            return 0;
        }
        boolean request = answer.json().has("kind");
        CampaignView campaign = answer.as(CampaignView.class);
        shell.out().println("Approved: " + (request ? id : campaign.name()) + " is " + campaign.stage() + ".");
        if (connection.own() != null) {
            shell.out()
                    .println("It goes on while a server runs: "
                            + Shell.command(request ? "requests " + id : "status " + id + " --follow"));
        }
        return 0;
    }
}
