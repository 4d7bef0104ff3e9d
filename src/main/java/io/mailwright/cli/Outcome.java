package io.mailwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.onboarding.CampaignView;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What a command says at the end of a campaign: the mailboxes, or what is left to do. */
final class Outcome {
    private final Connection connection;
    private final Api api;
    private final Shell shell;
    private final ServerOptions options;

    Outcome(Connection connection, Shell shell, ServerOptions options) {
        this.connection = connection;
        this.api = connection.api();
        this.shell = shell;
        this.options = options;
    }

    /**
     * @param file where the CSV goes, or null
     * @return the exit code
     */
    int of(CampaignView campaign, Path file) {
        boolean onboarded = campaign.stage().equals("onboarded");
        if (options.json) {
            shell.out().println(api.get(path(campaign)).body());
        } else if (onboarded) {
            mailboxes(campaign);
        } else {
            shell.out()
                    .println(Plain.text("Campaign " + campaign.id() + " is " + campaign.stage()
                            + (campaign.problem() == null ? "" : ": " + campaign.problem())));
            if (!campaign.tasks().isEmpty()) {
                shell.out()
                        .println("It waits for a person, in the Tasklist (" + connection.tasklist(false) + ") or by: "
                                + Shell.command("tasks" + options.again()));
                shell.out()
                        .println("Go on with it: "
                                + Shell.command("status " + campaign.id() + " --follow" + options.again()));
            }
        }
        if (onboarded) {
            file(campaign, file);
        }
        return onboarded ? 0 : 1;
    }

    private void mailboxes(CampaignView campaign) {
        JsonNode rows = api.get(path(campaign) + "/mailboxes?format=json").json();
        Table table = new Table();
        rows.forEach(r -> table.row(
                r.path("email").asText(),
                r.path("first_name").asText() + " " + r.path("last_name").asText(),
                r.path("provider").asText()));
        table.lines().forEach(shell.out()::println);
        shell.out().println(rows.size() + (rows.size() == 1 ? " mailbox" : " mailboxes"));
    }

    private void file(CampaignView campaign, Path file) {
        PrintWriter notes = options.json ? shell.err() : shell.out();
        if (file == null) {
            notes.println("As CSV: "
                    + Shell.command("export " + campaign.id() + " --format csv --output "
                            + Shell.word(campaign.name() + "-mailboxes.csv") + options.again()));
        } else {
            WholeFile.write(
                    file, api.get(path(campaign) + "/mailboxes?format=csv").body(), false);
            notes.println("As CSV: " + file);
        }
    }

    private static String path(CampaignView campaign) {
        return "/api/campaigns/" + Api.segment(campaign.id());
    }
}
