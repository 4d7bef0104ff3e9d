package io.mailwright.simulator;

import java.util.Set;

/** The vendor's endpoints by the names that scripts, limits and the ledger use. */
final class Endpoint {
    static final String BUY = "buy-domains";
    static final String BUY_WARM = "buy-pre-warm-inboxes";
    static final String CREATE = "create-custom-order";
    static final String CREATE_FIXED = "create-order";
    static final String SUBMIT = "submit-form";
    static final String CANCEL = "cancel-order";
    static final String SWAP_DOMAIN = "swap-domain";
    static final String SWAP_REDIRECT = "swap-redirect";
    static final String CREATE_ORGANIZATION = "create-organization";
    static final String SEARCH = "search-domains";
    static final String DOMAINS = "domains";
    static final String MAILBOXES = "mailboxes";
    static final String DETAILS = "order-details";
    /** What may say that it made a subscription and could not charge it. */
    static final Set<String> CHARGING = Set.of(CREATE, CREATE_FIXED, BUY_WARM, BUY);
    /** Those that make an order and charge for it. */
    static final Set<String> ORDERING = Set.of(CREATE, CREATE_FIXED, BUY_WARM);

    static final Set<String> SWAPS = Set.of(SWAP_DOMAIN, SWAP_REDIRECT);
    /** Those that charge or change something. */
    static final Set<String> CHANGING = Set.of(
            BUY, BUY_WARM, CREATE, CREATE_FIXED, SUBMIT, CANCEL, SWAP_DOMAIN, SWAP_REDIRECT, CREATE_ORGANIZATION);
    /** Fifteen a minute each (section 1.3). */
    static final Set<String> CRITICAL = Set.of(BUY, SEARCH, "suggest-domains");

    static final Set<String> LISTS = Set.of(
            "organizations",
            "packages",
            "pre-warm-inboxes",
            "purchased-domains",
            "orders",
            "pending-forms",
            DOMAINS,
            MAILBOXES);
    private static final Set<String> OTHERS = Set.of(DETAILS, "calculate-package");

    private Endpoint() {}

    /** The first part of the path, except where two endpoints share it. */
    static String of(String method, String path) {
        String[] parts = path.split("/");
        String first = parts.length > 1 ? parts[1] : "";
        if (first.equals("orders") && parts.length > 2) {
            return method.equals("DELETE") ? CANCEL : DETAILS;
        }
        return first.equals("organizations") && method.equals("POST") ? CREATE_ORGANIZATION : first;
    }

    static boolean known(String name) {
        return CHANGING.contains(name) || CRITICAL.contains(name) || LISTS.contains(name) || OTHERS.contains(name);
    }
}
