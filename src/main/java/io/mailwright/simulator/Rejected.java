package io.mailwright.simulator;

import java.util.Map;

/** The vendor says no: a status and the body that goes with it (section 1.4). */
final class Rejected extends RuntimeException {
    final int status;
    final Map<String, ?> body;

    Rejected(int status, Map<String, ?> body) {
        super(String.valueOf(body), null, false, false);
        this.status = status;
        this.body = body;
    }

    /** 400 with a text that names the field. */
    static Rejected because(String text) {
        return new Rejected(400, Map.of("error", text));
    }

    static Rejected notFound(String text) {
        return new Rejected(404, Map.of("error", text));
    }
}
