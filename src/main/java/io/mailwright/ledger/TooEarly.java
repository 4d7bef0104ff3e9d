package io.mailwright.ledger;

/** A person's word that can't be taken yet; the message says from when on it can. */
public class TooEarly extends IllegalStateException {
    TooEarly(String message) {
        super(message);
    }
}
