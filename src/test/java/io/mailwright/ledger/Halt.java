package io.mailwright.ledger;

/** The process dies here. */
class Halt extends Error {
    Halt() {
        super("halted", null, false, false);
    }
}
