package io.mailwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** A command that asks for something which a person approves afterwards. */
abstract class RequestCommand extends ServerCommand {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look later.")
    String reason;

    RequestCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    /** Where it is posted. */
    abstract String path();

    /** What is posted, without the reason. */
    abstract ObjectNode body();

    @Override
    final int run(Connection connection) {
        ObjectNode body = body();
        if (reason != null) body.put("reason", reason);
        Api.Answer answer = connection.api().postJson(path(), body.toString());
        if (options.json) {
            shell.out().println(answer.body());
            return 0;
        }
        String id = answer.json().path("id").asText();
        shell.out().println(Plain.text("Asked for, as " + id + ". Nothing happens before it is approved."));
        shell.out().println("Look at it, and how to approve it: " + Shell.command("requests " + id + options.again()));
        if (connection.own() != null)
            shell.out()
                    .println("It goes on while a server runs; start one with: "
                            + Shell.command("").strip());
        return 0;
    }
}
