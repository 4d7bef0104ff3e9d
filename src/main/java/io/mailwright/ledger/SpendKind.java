package io.mailwright.ledger;

/** What may be paid for or sent once; the word also stands in {@code resolveSpend}'s {@code spendKind}. */
public enum SpendKind {
    /** Key: a domain name. */
    BUY_DOMAINS,
    /** A fixed package. Key: a domain name, being in an order. */
    CREATE_ORDER,
    /** Key: a domain name, being in an order. */
    CREATE_CUSTOM_ORDER,
    /** Key: a domain name. */
    BUY_PREWARMED,
    /** Key: the form's UUID. */
    SUBMIT_FORM,
    /** Key: the order's id at the vendor. */
    CANCEL_ORDER,
    /** Free. Key: the domain name, what it is to become, and who asks. */
    SWAP_DOMAIN,
    /** Free. Key as with {@link #SWAP_DOMAIN}. */
    SWAP_REDIRECT,
    /** Free. Key: its name. */
    CREATE_WORKSPACE;

    /** The kind under which its keys are unique: a name is in one order, however it was placed. */
    SpendKind once() {
        return this == CREATE_ORDER ? CREATE_CUSTOM_ORDER : this;
    }
}
