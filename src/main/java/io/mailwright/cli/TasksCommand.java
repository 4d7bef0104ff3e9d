package io.mailwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tasks",
        header = "Show what waits for people, overdue first; answer one.",
        description = {
            "Without arguments it lists all questions that are open. With an ID it shows one with its facts and cost, and"
                    + " how to answer it; with a DECISION it answers.",
            "A decision is taken once: who comes second is refused and told so."
        },
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} tasks",
            "  ${ROOT-COMMAND-NAME} tasks 5983a1c0-... approve \\",
            "      --comment 'as agreed on Monday'"
        })
final class TasksCommand extends ServerCommand {
    private static final int SIZE = 50;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A question's id, as the list shows it.")
    String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DECISION",
            completionCandidates = Decisions.class,
            description = "One of those that the question offers.")
    String decision;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for those who look later.")
    String comment;

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            description = "What the decision points at, such as the campaign or recipe that fills a form.")
    String reference;

    @Option(names = "--page", paramLabel = "N", description = "Another page of the list, from 1; " + SIZE + " a page.")
    int page = 1;

    static final class Decisions extends ArrayList<String> {
        Decisions() {
            super(List.of(
                    "approve",
                    "change",
                    "reject",
                    "retry",
                    "cancel",
                    "wait",
                    "without",
                    "adopt",
                    "ignore",
                    "happened",
                    "did-not-happen"));
        }
    }

    TasksCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (decision == null && (comment != null || reference != null))
            throw new Misuse("--comment and --reference go with the ID of a question and a DECISION");
        if (page < 1 || page > 1 && id != null)
            throw new Misuse("--page goes with the list and counts from 1; leave out the ID");
    }

    @Override
    int run(Connection connection) {
        Api.Answer answer = answer(connection.api());
        if (options.json) {
            shell.out().println(answer.body());
            return 0;
        }
        TaskSheet sheet = new TaskSheet(answer.json(), options);
        List<String> lines =
                id == null ? sheet.list(page, SIZE) : decision == null ? sheet.one() : sheet.answered(decision);
        lines.forEach(shell.out()::println);
        if (decision != null && connection.own() != null)
            shell.out()
                    .println("It goes on while a server runs; start one with: "
                            + Shell.command("").strip());
        return 0;
    }

    private Api.Answer answer(Api api) {
        if (id == null) return api.get("/api/tasks?page=" + (page - 1) + "&size=" + SIZE);
        String path = "/api/tasks/" + Api.segment(id);
        if (decision == null) return api.get(path);
        ObjectNode body = Api.JSON.createObjectNode().put("decision", decision);
        if (comment != null) body.put("comment", comment);
        if (reference != null) body.put("reference", reference);
        return api.postJson(path, body.toString());
    }
}
