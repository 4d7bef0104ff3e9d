package io.mailwright.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One call of the ledger as a person reads it: who approved it, what was sent, what came back, what it cost and how it
 * was settled. It holds no secrets. Dollars; times in UTC.
 *
 * @param attempt the call with its state now
 * @param approval of its plan; null when the ledger has none
 * @param sentAt null when it never left, or before there was a journal
 * @param request the body without secrets, its keys sorted; null when nothing was sent, or before it was kept
 * @param requestHash SHA-256 of the body without secrets
 * @param approved what was reserved for it
 * @param charged what the vendor took, corrections included
 * @param settledBy {@code reading}, {@code reply} or a user; null when its own reply said how it ended
 * @param items what it carries, and what became of each
 * @param events its journal, oldest first; empty for calls from before there was one
 */
public record Receipt(
        Attempt attempt,
        Approval approval,
        String claimedBy,
        Instant sentAt,
        String request,
        String requestHash,
        BigDecimal approved,
        BigDecimal charged,
        String settledBy,
        String settledHow,
        Instant settledAt,
        Instant lookedAt,
        List<Item> items,
        List<Event> events) {

    /** @param how {@code task} or {@code rule} */
    public record Approval(String by, String how, Instant at, String comment, String reference) {}

    /**
     * @param key a domain name or a form's UUID
     * @param outcome {@code open}, {@code confirmed} or {@code nothing}
     */
    public record Item(String key, String outcome) {}

    /**
     * One change.
     *
     * @param node where it was written
     * @param what the new state, or {@code taken-back}, {@code amount}, {@code looked}, {@code reply}, {@code identified}
     * @param from the state before, or null
     * @param reserved dollars by which it changed what is reserved
     * @param charged dollars by which it changed what is spent
     * @param by {@code reading}, {@code reply} or a user; null where nothing was decided
     */
    public record Event(
            long id,
            Instant at,
            String node,
            String what,
            String from,
            String to,
            BigDecimal reserved,
            BigDecimal charged,
            String by,
            String why,
            String reply,
            String vendorId,
            boolean needsPerson) {
        /** Whether it puts right an amount that was told before. */
        public boolean correction() {
            return what.equals("amount");
        }
    }

    /** What is still reserved for it. */
    public BigDecimal open() {
        return attempt.open() ? attempt.amount() : BigDecimal.ZERO;
    }

    public String state() {
        return attempt.state().word();
    }

    /** The form's UUID, or null. */
    public String form() {
        return attempt.kind() == SpendKind.SUBMIT_FORM && !items.isEmpty()
                ? items.get(0).key()
                : null;
    }
}
