package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.RequestView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "requests",
        header = "Show what was asked for: replacements, redirects, cancellations.",
        description = "One of them with all that will happen, what it waits for, and how to approve it.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} requests",
            "  ${ROOT-COMMAND-NAME} requests change-redirect.344g2c"
        })
final class RequestsCommand extends ServerCommand {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "A request's id; without it, all requests.")
    String id;

    RequestsCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    int run(Connection connection) {
        Api.Answer answer = connection.api().get(id == null ? "/api/requests" : "/api/requests/" + Api.segment(id));
        if (options.json) shell.out().println(answer.body());
        else if (id == null) all(answer.as(RequestView[].class));
        else one(answer.as(RequestView.class));
        return 0;
    }

    private void all(RequestView[] requests) {
        if (requests.length == 0) {
            shell.out().println("Nothing was asked for yet. " + Shell.command("replace --help") + " says how.");
            return;
        }
        Table table = new Table().row("id", "what", "of", "stage", "waits for a person");
        for (RequestView request : requests)
            table.row(
                    request.id(),
                    request.kind(),
                    request.subject(),
                    request.stage(),
                    request.tasks().stream().map(CampaignView.Task::key).collect(Collectors.joining(", ")));
        table.lines().forEach(shell.out()::println);
        shell.out().println("Look at one: " + Shell.command("requests ID" + options.again()));
    }

    private void one(RequestView request) {
        Table table = new Table()
                .row("request", request.id())
                .row("what", request.kind() + " " + request.subject())
                .row("campaign", request.campaign())
                .row("stage", request.stage());
        if (request.body().hasNonNull("from"))
            table.row("now", request.body().path("from").asText());
        if (request.body().hasNonNull("to"))
            table.row("then", request.body().path("to").asText());
        request.body().path("consequences").forEach(sentence -> table.row("means", sentence.asText()));
        table.row("hash", request.hash()).row("last checked", request.lastChecked());
        if (request.problem() != null) table.row("problem", request.problem());
        request.tasks()
                .forEach(task -> table.row(
                        "waits for",
                        task.question() + " (" + String.join(", ", task.decisions()) + ")"
                                + (task.due() == null ? "" : ", until " + task.due())));
        table.lines().forEach(shell.out()::println);
        for (CampaignView.Task task : request.tasks()) {
            boolean plan = task.key().equals("approvePlan");
            shell.out()
                    .println((plan ? "Approve it: " : Plain.text("Answer " + task.key() + ": "))
                            + Shell.command(
                                    plan ? "approve " + request.id() + " " + request.hash() : "tasks " + task.id())
                            + options.again());
        }
    }
}
