package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        header = "Show all campaigns, or one with what it waits for.",
        description = "With --follow it goes along with the campaign until it ends, as 'start' does; Ctrl-C leaves it.",
        exitCodeList = {
            "0:shown; with --follow: onboarded",
            "1:refused or failed; with --follow: ended otherwise, or waiting while nobody is at the terminal",
            "2:used wrongly"
        },
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} status",
            "  ${ROOT-COMMAND-NAME} status acme-x7k2pq --follow",
            "  ${ROOT-COMMAND-NAME} status acme-x7k2pq --json"
        })
final class StatusCommand extends ServerCommand {
    private static final int SIZE = 100;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A campaign's id; without it, all campaigns.")
    String id;

    @Option(names = "--follow", description = "Go along until the campaign ends.")
    boolean follow;

    @Option(
            names = "--page",
            paramLabel = "N",
            description = "Without ID: the Nth hundred, newest first; the first without it, and with --json all.")
    Integer page;

    StatusCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (id == null && follow) {
            throw new Misuse("--follow needs the ID of a campaign; 'status' lists them");
        }
        if (page != null && (id != null || page < 1)) {
            throw new Misuse("--page is of the list of all campaigns and counts from 1");
        }
    }

    @Override
    int run(Connection connection) {
        Api api = connection.api();
        if (follow) {
            CampaignView ended = new Follow(connection, shell, options, Approval.BY_SOMEBODY_ELSE).untilEnded(id);
            return new Outcome(connection, shell, options).of(ended, null);
        }
        Api.Answer answer = api.get("/api/campaigns" + (id == null ? listed() : "/" + Api.segment(id)));
        if (options.json) {
            shell.out().println(answer.body());
        } else if (id == null) {
            all(answer.as(CampaignView[].class));
        } else {
            one(answer.as(CampaignView.class));
        }
        return 0;
    }

    private String listed() {
        return options.json && page == null ? "" : "?size=" + SIZE + "&page=" + (page == null ? 0 : page - 1);
    }

    private void all(CampaignView[] campaigns) {
        if (campaigns.length == 0 && page != null) {
            shell.out().println("No campaign on page " + page + ".");
            return;
        }
        if (campaigns.length == 0) {
            shell.out().println("No campaign yet. Start one: " + Shell.command("start FILE"));
            return;
        }
        Table table = new Table().row("id", "name", "stage", "domains", "orders", "mailboxes", "waits for a person");
        for (CampaignView c : campaigns) {
            table.row(
                    c.id(),
                    c.name(),
                    c.stage(),
                    c.domains().bought() + "/" + c.domains().wanted(),
                    c.orders().placed() + "/" + c.orders().wanted(),
                    c.mailboxes().ready() + "/" + c.mailboxes().expected(),
                    c.tasks().stream().map(CampaignView.Task::key).collect(Collectors.joining(", ")));
        }
        table.lines().forEach(shell.out()::println);
        if (campaigns.length == SIZE) {
            int next = page == null ? 2 : page + 1;
            shell.out().println("Older ones: " + Shell.command("status --page " + next + options.again()));
        }
        shell.out().println("Look at one: " + Shell.command("status ID" + options.again()));
    }

    private void one(CampaignView c) {
        Table table = new Table()
                .row("campaign", c.name())
                .row("id", c.id())
                .row("stage", c.stage())
                .row(
                        "domains",
                        c.domains().bought() + " bought of " + c.domains().wanted() + ", "
                                + c.domains().active() + " active")
                .row("orders", c.orders().placed() + " placed of " + c.orders().wanted())
                .row(
                        "mailboxes",
                        c.mailboxes().ready() + " ready of " + c.mailboxes().expected());
        if (c.cost() != null) {
            table.row(
                    "cost",
                    PlanSheet.dollars(c.cost().now()) + " now, "
                            + PlanSheet.dollars(c.cost().monthly()) + " a month");
        }
        if (c.schedule() != null) {
            table.row(
                            "next run",
                            c.schedule().paused() ? "paused" : c.schedule().next())
                    .row(
                            "runs",
                            c.schedule().runs().done() + " done of "
                                    + c.schedule().runs().wanted());
        }
        table.row("plan", c.planHash()).row("last checked", c.lastChecked());
        if (c.problem() != null) {
            table.row("problem", c.problem());
        }
        if (c.changes() != null) {
            c.changes().forEach(change -> table.row("changed", changed(change)));
        }
        c.tasks()
                .forEach(t -> table.row(
                        "waits for",
                        t.question() + " (" + String.join(", ", t.decisions()) + ")"
                                + (t.due() == null ? "" : ", until " + t.due())));
        table.lines().forEach(shell.out()::println);
        next(c).forEach(next ->
                shell.out().println(Plain.text(next.what()) + ": " + Shell.command(next.command() + options.again())));
    }

    private record Next(String what, String command) {}

    /** Several orders may ask the same, each by a question of its own. */
    private static List<Next> next(CampaignView c) {
        List<Next> next = new ArrayList<>();
        for (CampaignView.Task task : c.tasks()) {
            boolean plan = task.key().equals("approvePlan") && c.planHash() != null;
            next.add(
                    plan
                            ? new Next("Approve it", "approve " + c.id() + " " + c.planHash())
                            : new Next("Answer " + task.key(), "tasks " + task.id()));
        }
        if (c.stage().equals("onboarded")) next.add(new Next("Its mailboxes", "export " + c.id()));
        else if (!Stage.of(c.stage()).ended()) next.add(new Next("Go along with it", "status " + c.id() + " --follow"));
        return next;
    }

    private static String changed(CampaignView.Changed change) {
        String what = change.replaces() != null
                ? change.domain() + " replaces " + change.replaces()
                : change.domain() + (change.redirect().isEmpty() ? " leads nowhere" : " leads to " + change.redirect());
        return what + " since " + change.since() + " (" + change.request() + ")";
    }
}
