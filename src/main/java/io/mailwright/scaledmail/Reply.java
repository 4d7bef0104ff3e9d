package io.mailwright.scaledmail;

import java.time.Instant;

/**
 * How one call that may cost money ended, as docs/money.md classifies it.
 *
 * @param status HTTP status, 0 when none was read
 * @param text the vendor's words, redacted, at most 2,000 characters; for REFUSED the reason
 * @param orderId the order's id when the reply had one ({@code id}, {@code order_id} or {@code payment_id}), else null
 * @param retryAt with NOT_SENT: when it may be tried again, or null: at once
 * @param needsPerson with REFUSED: 401, 402, 403 or no payment method: somebody must act before it can work
 */
public record Reply(Outcome outcome, int status, String text, String orderId, Instant retryAt, boolean needsPerson) {
    public enum Outcome {
        /** A readable success. */
        CONFIRMED,
        /** A readable 4xx with a reason: nothing happened. */
        REFUSED,
        /** No byte left, or the vendor's rate limiter said so: nothing happened, may be tried again. */
        NOT_SENT,
        /** Anything else: it may have happened. */
        UNKNOWN
    }
}
