package io.mailwright.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An order, which the vendor also calls payment.
 *
 * @param source where its domains come from: {@code scaledmail}, {@code other}, or null while that is open
 * @param madeIn {@code api} or {@code web}
 * @param direct made with its names or aliases, so that no form is asked for
 * @param packages by mailbox type
 * @param visibleFrom from when reads show it
 */
record Order(
        String id,
        String organization,
        String source,
        String madeIn,
        String tag,
        BigDecimal amount,
        Instant createdAt,
        boolean direct,
        boolean paid,
        boolean cancelled,
        Map<MailboxType, Pack> packages,
        Moment visibleFrom) {

    /** The part of an order that holds one mailbox type. */
    record Pack(String id, int domains) {}

    /** Paid and not cancelled: its names are in use. */
    boolean live() {
        return paid && !cancelled;
    }

    int domains() {
        return packages.values().stream().mapToInt(Pack::domains).sum();
    }

    String status() {
        return cancelled ? "Cancelled" : "Active";
    }

    String description() {
        StringBuilder text = new StringBuilder();
        packages.forEach((type, pack) -> text.append(text.isEmpty() ? "" : " - ")
                .append(type.units(pack.domains()))
                .append(" * ")
                .append(type.title));
        return text.toString();
    }

    Order asPaid() {
        return with(tag, true, cancelled);
    }

    Order asCancelled() {
        return with(tag, paid, true);
    }

    Order tagged(String newTag) {
        return with(newTag, paid, cancelled);
    }

    private Order with(String newTag, boolean nowPaid, boolean nowCancelled) {
        return new Order(
                id,
                organization,
                source,
                madeIn,
                newTag,
                amount,
                createdAt,
                direct,
                nowPaid,
                nowCancelled,
                packages,
                visibleFrom);
    }
}
