package io.mailwright.ledger;

/** What may be paid for or sent once; the word also stands in {@code resolveSpend}'s {@code spendKind}. */
public enum SpendKind {
    /** Key: a domain name. */
    BUY_DOMAINS,
    CREATE_ORDER,
    /** Key: a domain name, being in an order. */
    CREATE_CUSTOM_ORDER,
    BUY_PREWARMED,
    /** Key: the form's UUID. */
    SUBMIT_FORM,
    CANCEL_ORDER
}
