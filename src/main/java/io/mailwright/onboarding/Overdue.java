package io.mailwright.onboarding;

/** What a person reads when an order's deadline is over. */
final class Overdue {
    private Overdue() {}

    /** @return null when the task is about something else */
    static String text(String task, OrderRow order) {
        String of =
                "order " + order.number() + (order.vendorOrderId() == null ? "" : " (" + order.vendorOrderId() + ")");
        return switch (task) {
            case "fixPayment" ->
                of + " is not paid and its deadline is over: pay it in the vendor's web app, then go on";
            case "mailboxesOverdue" ->
                "the mailboxes of " + of + " are not ready and their deadline is over: ask the vendor, or wait on";
            default ->
                order.stage() == Stage.REGISTERING
                        ? "the vendor took the purchase, but the names are not registered and their deadline is over: look"
                                + " at the purchased domains in the vendor's web app"
                        : null;
        };
    }
}
