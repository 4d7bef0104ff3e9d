package io.mailwright.cli;

/** The command was not used as it is meant; the message says how it is. */
class Misuse extends RuntimeException {
    Misuse(String message) {
        super(message, null, false, false);
    }
}
