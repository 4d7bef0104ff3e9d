package io.mailwright.cli;

import io.mailwright.dsl.CampaignReader;
import io.mailwright.plan.Preview;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A command as it is typed, and what came of it. */
class CommandRun {
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private OwnServer own;
    private Consumer<String[]> simulator = settings -> {};
    private UnaryOperator<String> password = prompt -> null;
    boolean terminal;
    private boolean errorsSeen = true;

    CommandRun with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What is started when no server listens. */
    CommandRun starting(OwnServer server) {
        own = server;
        return this;
    }

    CommandRun simulating(Consumer<String[]> starter) {
        simulator = starter;
        return this;
    }

    /** What is typed when a password is asked for. */
    CommandRun answering(UnaryOperator<String> typed) {
        password = typed;
        return this;
    }

    CommandRun onTerminal() {
        terminal = true;
        return this;
    }

    CommandRun errorsInAFile() {
        errorsSeen = false;
        return this;
    }

    int run(String... words) {
        Shell shell = new Shell(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                terminal,
                terminal && errorsSeen,
                password);
        return Commands.run(
                shell,
                ignored -> {
                    if (own == null) {
                        throw new Failure("no server of its own in this test");
                    }
                    return own;
                },
                text -> Preview.of(CampaignReader.read(text)),
                simulator,
                words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
