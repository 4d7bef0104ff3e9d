package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.VendorException.Kind.FINAL;
import static io.mailwright.scaledmail.VendorException.Kind.NEEDS_PERSON;
import static io.mailwright.scaledmail.VendorException.Kind.RETRIED;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One try of a read that did not work.
 *
 * @param retryAt when the vendor wants it tried again, or null
 */
record Failure(VendorException.Kind kind, int status, String message, Instant retryAt, IOException cause) {
    private static final int MOST_CHARACTERS = 300;
    private static final Set<Integer> PASSING = Set.of(408, 421, 425, 429);

    static Failure onTheWay(String what, IOException cause) {
        String why = cause instanceof UnreadableReply
                ? "The vendor's reply to " + what + " cannot be understood: " + cause.getMessage()
                : "The vendor did not answer " + what + ": "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        return new Failure(RETRIED, 0, why, null, cause);
    }

    static Failure refusal(String what, int status, String body, String retryAfterHeader) {
        JsonNode reply = ErrorText.json(body);
        String text = ErrorText.of(body);
        if (status >= 500 || PASSING.contains(status)) {
            Instant now = Instant.now();
            Instant named = RetryAfter.of(reply, now);
            Instant retryAt = named != null ? named : RetryAfter.of(retryAfterHeader, now);
            return new Failure(RETRIED, status, said(what, status, text), retryAt, null);
        }
        if (ErrorText.needsPerson(status, text)) {
            return new Failure(NEEDS_PERSON, status, ErrorText.withMending(status, text), null, null);
        }
        if (status < 400) {
            String mending = "The vendor sends " + what
                    + " to another address: put the one where its API is into SCALEDMAIL_BASE_URL and restart";
            return new Failure(NEEDS_PERSON, status, mending, null, null);
        }
        return new Failure(FINAL, status, said(what, status, text), null, null);
    }

    private static String said(String what, int status, String text) {
        return "The vendor answered " + what + " with " + status + (text.isBlank() ? "" : ": " + text);
    }

    /** How long the vendor wants us to wait; nothing when it did not say. */
    Duration asked() {
        Duration asked = retryAt == null ? Duration.ZERO : Duration.between(Instant.now(), retryAt);
        return asked.isNegative() ? Duration.ZERO : asked;
    }

    /** The first wait, doubled with each try, give or take a half; or what the vendor asked for, and a little. */
    Duration wait(Duration first, int tries) {
        long millis = (first.toMillis() << (tries - 1)) + 1;
        Duration backoff = Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis * 3 / 2 + 1));
        if (retryAt == null) {
            return backoff;
        }
        Duration asked = Duration.between(Instant.now(), retryAt)
                .plusMillis(ThreadLocalRandom.current().nextLong(50));
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    VendorException exception(Redaction redaction) {
        return new VendorException(kind, status, redaction.redact(message, MOST_CHARACTERS), cause);
    }
}
