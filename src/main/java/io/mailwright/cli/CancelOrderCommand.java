package io.mailwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel-order",
        header = "Ask for an order to end at the vendor, at once.",
        description =
                "All its mailboxes stop, nothing is refunded, registered names are kept. Nothing happens before it is"
                        + " approved.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} cancel-order acme-x7k2pq/1",
            "  # any order, by the vendor's id",
            "  ${ROOT-COMMAND-NAME} cancel-order recPay00000000001"
        })
final class CancelOrderCommand extends RequestCommand {
    @Parameters(
            paramLabel = "ORDER",
            description =
                    "A campaign's id and an order's number with a slash between, or the vendor's id of any order.")
    String order;

    CancelOrderCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    String path() {
        return "/api/orders/cancel";
    }

    @Override
    ObjectNode body() {
        return Api.JSON.createObjectNode().put("order", order);
    }
}
