package io.mailwright.ledger;

import io.mailwright.scaledmail.CreatedSubscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * One HTTP call that may cost money or be sent only once, as the ledger keeps it.
 *
 * @param amount dollars reserved for it; the vendor's own once it is known
 * @param vendorId the order's id at the vendor, or null
 * @param names the domain names the call speaks of
 * @param vendorShows what the last look found, in a person's words, or null
 */
public record Attempt(
        long id,
        SpendKind kind,
        String organization,
        String campaign,
        int order,
        int planVersion,
        String planHash,
        int number,
        String tag,
        BigDecimal amount,
        String month,
        Instant claimedAt,
        State state,
        String reply,
        String vendorId,
        String vendorShows,
        boolean needsPerson,
        java.util.List<String> names) {

    public enum State {
        CLAIMED,
        SENT,
        CONFIRMED,
        REFUSED,
        NOT_SENT,
        UNKNOWN,
        /** Settled: it did not happen. */
        VOIDED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether a reply that proves nothing said that something to pay was made: the card waits for a person. */
    public boolean cardToConfirm() {
        return reply != null
                && (state == State.UNKNOWN || state == State.CONFIRMED && !reply.startsWith("2"))
                && CreatedSubscription.in(reply);
    }

    /** Whether its outcome is not known yet. */
    public boolean open() {
        return state == State.CLAIMED || state == State.SENT || state == State.UNKNOWN;
    }
}
