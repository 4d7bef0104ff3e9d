package io.mailwright.scaledmail;

/**
 * Leave to send one call that may cost money, once. Only the ledger makes one, after its claim is committed as sent; the
 * sender gives up unless the first byte leaves within five seconds of the claim.
 *
 * @param attempt the ledger's attempt number, for logs
 * @param claimedNanos {@link System#nanoTime()} when the claim was made
 */
public record SendPermit(long attempt, long claimedNanos) {}
