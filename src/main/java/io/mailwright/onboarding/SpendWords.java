package io.mailwright.onboarding;

import java.util.Locale;

/** Kinds and states of calls to the vendor in a person's words. */
public final class SpendWords {
    private SpendWords() {}

    /** @param kind one of {@link io.mailwright.ledger.SpendKind} */
    public static String of(String kind) {
        return switch (kind) {
            case "BUY_DOMAINS" -> "purchase of domains";
            case "CREATE_ORDER", "CREATE_CUSTOM_ORDER" -> "order of mailboxes";
            case "SUBMIT_FORM" -> "form";
            case "BUY_PREWARMED" -> "purchase of pre-warmed domains";
            case "CANCEL_ORDER" -> "cancellation";
            case "SWAP_DOMAIN" -> "swap of a domain";
            case "SWAP_REDIRECT" -> "new redirect";
            case "CREATE_WORKSPACE" -> "new workspace";
            default -> kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The same at the beginning of a line. */
    public static String capital(String kind) {
        return of(kind).substring(0, 1).toUpperCase(Locale.ROOT) + of(kind).substring(1);
    }

    /** @param what a state of a call, or an event of its journal */
    public static String event(String what) {
        return switch (what) {
            case "claimed" -> "reserved";
            case "sent" -> "sent";
            case "confirmed" -> "it happened";
            case "refused" -> "refused by the vendor, nothing happened";
            case "not-sent" -> "not sent";
            case "unknown" -> "its outcome is not known";
            case "voided" -> "it did not happen";
            case "taken-back" -> "it did happen after all";
            case "amount" -> "its amount corrected";
            default -> what;
        };
    }
}
