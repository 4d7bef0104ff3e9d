package io.mailwright.campaign;

/** A rule met a value of the wrong type; the message says which word, in one sentence. */
public class RuleException extends RuntimeException {
    public RuleException(String message) {
        super(message);
    }
}
