package io.mailwright.ledger;

/** Money can't be spent until somebody acts; the message says what and how, in plain words. */
public class NeedsPerson extends RuntimeException {
    public NeedsPerson(String message) {
        super(message, null, false, false);
    }
}
