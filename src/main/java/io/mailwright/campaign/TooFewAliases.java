package io.mailwright.campaign;

/** People and patterns make fewer local parts than a mailbox type needs; the message says what would add enough. */
public class TooFewAliases extends RuntimeException {
    TooFewAliases(String message) {
        super(message);
    }
}
