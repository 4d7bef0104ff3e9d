package io.mailwright.cli;

/** The command was refused or failed; the message says why and how to mend it. */
class Failure extends RuntimeException {
    private final transient String json;

    Failure(String message) {
        this(message, null);
    }

    /** @param json the server's own answer, or null */
    Failure(String message, String json) {
        super(message, null, false, false);
        this.json = json;
    }

    /** Whether asking again may help. */
    boolean mayPass() {
        return false;
    }

    /** As it is shown on a terminal. */
    String shown() {
        return Plain.lines(getMessage());
    }

    String json() {
        return json;
    }
}
