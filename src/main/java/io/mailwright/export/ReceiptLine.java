package io.mailwright.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One row of a campaign's receipts: a call, or a correction of what a call was charged. The charges of all rows add up to
 * what the vendor took. Dollars; times in UTC; null is an empty cell.
 *
 * @param row {@code call} or {@code correction}
 * @param receipt the call's number in the ledger; a correction has that of its call
 * @param approved dollars reserved for it; null on a correction
 * @param charged dollars the vendor took; on a correction the difference
 * @param open dollars still reserved since the outcome is not known; null on a correction
 * @param chargedAt when that was learnt, or null
 */
public record ReceiptLine(
        String row,
        long receipt,
        String kind,
        int order,
        int number,
        List<String> names,
        String tag,
        String form,
        BigDecimal approved,
        BigDecimal charged,
        BigDecimal open,
        Instant chargedAt,
        String outcome,
        String vendorId,
        int planVersion,
        String planHash,
        String approvedBy,
        String approvedHow,
        Instant approvedAt,
        String comment,
        String reference,
        Instant claimedAt,
        String claimedBy,
        Instant sentAt,
        String settledBy,
        String settledHow,
        Instant settledAt,
        String reply,
        String request,
        String requestHash) {}
