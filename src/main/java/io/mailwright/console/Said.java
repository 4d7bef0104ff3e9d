package io.mailwright.console;

/** What follows from something that was just done on a page, by the word in the address that led here. */
final class Said {
    private Said() {}

    /** @param word a decision, or {@code cancelled} */
    static String of(String word) {
        return switch (word) {
            case "approve" -> "Approved. It goes on by itself now, and buys exactly what was shown.";
            case "change" -> "Sent back. Correct the file next; its plan will be a new version to approve.";
            case "reject" -> "Rejected. Nothing is bought or submitted for it.";
            case "retry" -> "Noted. It goes on by itself now; what was done before is not done again.";
            case "wait" -> "Noted. It keeps looking, and asks again when nothing has come of it.";
            case "happened" -> "Noted: it happened. It counts as paid and is never sent again.";
            case "did-not-happen" -> "Noted: it did not happen. It may be sent again, once.";
            case "without" -> "Noted. It goes on without these names.";
            case "cancel", "cancelled" -> "Cancelled. Nothing more is bought; what was ordered before goes on.";
            case "adopt" -> "Adopted. A plan is made; nothing is submitted before it is approved.";
            case "ignore" -> "Left alone. You are not asked about it again.";
            default -> "Noted. It goes on by itself.";
        };
    }
}
