package io.mailwright.simulator;

import java.util.Set;

/** The vendor's endpoints by the names that scripts, limits and the ledger use. */
final class Endpoint {
    static final String BUY = "buy-domains";
    static final String CREATE = "create-custom-order";
    static final String CREATE_FIXED = "create-order";
    static final String BUY_WARM = "buy-pre-warm-inboxes";
    static final String SUBMIT = "submit-form";
    static final String SEARCH = "search-domains";
    static final String DOMAINS = "domains";
    static final String MAILBOXES = "mailboxes";
    static final String DETAILS = "order-details";
    /** Those that make an order and charge for it. */
    /** What may say that it made a subscription and could not charge it. */
    static final Set<String> CHARGING = Set.of(CREATE, CREATE_FIXED, BUY_WARM, BUY);

    static final Set<String> ORDERING = Set.of(CREATE, CREATE_FIXED, BUY_WARM);
    /** Those that charge or send. */
    static final Set<String> SPENDING = Set.of(BUY, CREATE, SUBMIT);
    /** Fifteen a minute each (section 1.3). */
    static final Set<String> CRITICAL = Set.of(BUY, SEARCH, "suggest-domains");

    static final Set<String> LISTS =
            Set.of("organizations", "packages", "purchased-domains", "orders", "pending-forms", DOMAINS, MAILBOXES);
    private static final Set<String> OTHERS = Set.of(DETAILS, "calculate-package");

    private Endpoint() {}

    /** {@code /orders/rec…} is {@value #DETAILS}; else the first part of the path. */
    static String of(String path) {
        String[] parts = path.split("/");
        String first = parts.length > 1 ? parts[1] : "";
        return first.equals("orders") && parts.length > 2 ? DETAILS : first;
    }

    static boolean known(String name) {
        return SPENDING.contains(name) || CRITICAL.contains(name) || LISTS.contains(name) || OTHERS.contains(name);
    }
}
