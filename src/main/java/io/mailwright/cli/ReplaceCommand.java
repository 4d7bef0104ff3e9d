package io.mailwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replace",
        header = "Ask for a spare name in the place of a burned domain.",
        description = "The mailboxes move to the new name, in the same order: their addresses change and must warm up"
                + " again. Without --with, a registered name that is in no order is chosen by the 'only' and 'prefer' of"
                + " the campaign file. Nothing happens before it is approved.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} replace try-acme.com --reason blacklisted",
            "  ${ROOT-COMMAND-NAME} replace try-acme.com --with go-acme.com"
        })
final class ReplaceCommand extends RequestCommand {
    @Parameters(paramLabel = "DOMAIN", description = "The burned domain.")
    String domain;

    @Option(names = "--with", paramLabel = "NEW", description = "The new domain: registered, and in no order.")
    String with;

    @Option(
            names = "--hosting",
            paramLabel = "SECRET",
            description = "Only when NEW is registered elsewhere: the name of the secret with its registrar's login.")
    String hosting;

    ReplaceCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (hosting != null && with == null) throw new Misuse("--hosting goes with --with NEW");
    }

    @Override
    String path() {
        return "/api/domains/" + Api.segment(domain) + "/replace";
    }

    @Override
    ObjectNode body() {
        ObjectNode body = Api.JSON.createObjectNode();
        if (with != null) body.put("with", with);
        if (hosting != null) body.put("hosting", hosting);
        return body;
    }
}
