package io.mailwright.cli;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.plan.Preview;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command as it is typed, and what came of it. */
class CommandRun {
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private OwnServer own;
    boolean terminal;

    CommandRun with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What is started when no server listens. */
    CommandRun starting(OwnServer server) {
        own = server;
        return this;
    }

    CommandRun onTerminal() {
        terminal = true;
        return this;
    }

    int run(String... words) {
        Shell shell = new Shell(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, terminal, prompt -> null);
        return Commands.run(
                shell,
                ignored -> {
                    if (own == null) {
                        throw new Failure("no server of its own in this test");
                    }
                    return own;
                },
                CommandRun::preview,
                settings -> {},
                words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private static Preview preview(String text) {
        if (text.contains("foto")) {
            throw new CampaignErrors(List.of(
                    new CampaignError(3, 26, "'person' has no 'foto:'"), new CampaignError(9, 1, "'by' is no word")));
        }
        return new Preview(
                "acme",
                List.of(
                        new Preview.Domain(
                                "getacme.com",
                                "google",
                                List.of(
                                        new Preview.Mailbox("Anna", "Smith", "anna.smith"),
                                        new Preview.Mailbox("Ben", "Okafor", "ben.okafor")),
                                null),
                        new Preview.Domain(
                                "acme.io", "smtp", List.of(new Preview.Mailbox("Anna", "Smith", "asmith")), null)),
                Map.of());
    }
}
