package io.mailwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "redirect",
        header = "Ask for a domain to lead somewhere else.",
        description =
                "Its mailboxes go on as they are; the vendor's people apply it later. Nothing happens before it is"
                        + " approved.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} redirect try-acme.com https://acme.example",
            "  # lead nowhere",
            "  ${ROOT-COMMAND-NAME} redirect try-acme.com ''"
        })
final class RedirectCommand extends RequestCommand {
    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain.")
    String domain;

    @Parameters(index = "1", paramLabel = "URL", description = "Where it is to lead; \"\": nowhere.")
    String url;

    RedirectCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    String path() {
        return "/api/domains/" + Api.segment(domain) + "/redirect";
    }

    @Override
    ObjectNode body() {
        return Api.JSON.createObjectNode().put("redirect", url);
    }
}
