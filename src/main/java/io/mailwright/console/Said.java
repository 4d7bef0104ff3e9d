package io.mailwright.console;

/** What follows from something that was just done on a page, by the word in the address that led here. */
final class Said {
    /** What the page is about. */
    enum About {
        CAMPAIGN,
        /** A campaign that fills the form of an order that is paid. */
        FORM,
        REQUEST
    }

    private Said() {}

    /** @param word {@code <task>:<decision>}, or {@code cancelled} */
    static String of(String word, About about) {
        String decision = word.substring(word.indexOf(':') + 1);
        boolean names = about == About.FORM || word.startsWith("approveForm:");
        if (about == About.REQUEST) return ofRequest(decision);
        return switch (decision) {
            case "approve" ->
                names
                        ? "Approved. It goes on by itself now, and submits exactly what was shown; nothing is bought."
                        : "Approved. It goes on by itself now, and buys exactly what was shown.";
            case "change" -> "Sent back. Correct the file next; its plan will be a new version to approve.";
            case "reject" ->
                names
                        ? "Rejected. Nothing is submitted; the order stays paid and goes on costing what it costs."
                        : "Rejected. Nothing is bought or submitted for it.";
            case "happened" -> "Noted: it happened. It counts as paid and is never sent again.";
            case "without" -> "Noted. It goes on without these names.";
            case "cancel", "cancelled" -> "Cancelled. Nothing more is bought; what was ordered before goes on.";
            case "adopt" -> "Adopted. A plan is made; nothing is submitted before it is approved.";
            case "ignore" -> "Left alone. You are not asked about it again.";
            default -> ofEither(decision);
        };
    }

    private static String ofRequest(String decision) {
        return switch (decision) {
            case "approve" -> "Approved. The vendor is asked for exactly what was shown now; nothing is bought.";
            case "change" -> "Sent back. The new value is looked at, and is a new version to approve.";
            case "reject" -> "Rejected. Nothing is sent to the vendor; everything stays as it is.";
            case "happened" -> "Noted: it happened. It is never sent again.";
            case "cancel", "cancelled" ->
                "Cancelled. Nothing more is sent; what the vendor was asked for before stands.";
            default -> ofEither(decision);
        };
    }

    private static String ofEither(String decision) {
        return switch (decision) {
            case "retry" -> "Noted. It goes on by itself now; what was done before is not done again.";
            case "wait" -> "Noted. It keeps looking, and asks again when nothing has come of it.";
            case "did-not-happen" -> "Noted: it did not happen. It may be sent again, once.";
            default -> "Noted. It goes on by itself.";
        };
    }
}
