package io.mailwright.onboarding;

import io.mailwright.ledger.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign spent, call by call: the JSON of {@code GET /api/campaigns/{id}/spends}. No secrets; dollars; times in
 * UTC; null is what there is not (yet).
 *
 * @param charged what the vendor took for all of it
 * @param open what is reserved for calls whose outcome is not known
 * @param spends oldest first
 */
public record SpendsView(String campaign, BigDecimal charged, BigDecimal open, List<Spend> spends) {

    /**
     * One call.
     *
     * @param kind one of {@link io.mailwright.ledger.SpendKind}
     * @param number which call of that kind for its order it is, from 1
     * @param approvedBy a user, or the campaign file by its approve rule; null when the ledger has no approval
     * @param approvedHow {@code task} or {@code rule}
     * @param approved what was reserved for it
     * @param charged what the vendor took, corrections included
     * @param state {@code claimed sent confirmed refused not-sent unknown voided}
     * @param form the form's UUID
     * @param request the body without secrets
     * @param requestHash SHA-256 of the body without secrets
     * @param settledBy {@code reading}, {@code reply} or a user; null when its own reply said how it ended
     */
    public record Spend(
            long id,
            String kind,
            int order,
            int number,
            List<String> names,
            String tag,
            String form,
            int planVersion,
            String planHash,
            String approvedBy,
            String approvedHow,
            Instant approvedAt,
            String comment,
            String reference,
            BigDecimal approved,
            BigDecimal charged,
            BigDecimal open,
            String state,
            boolean needsPerson,
            String vendorId,
            Instant claimedAt,
            String claimedBy,
            Instant sentAt,
            String request,
            String requestHash,
            String reply,
            String vendorShows,
            Instant lookedAt,
            String settledBy,
            String settledHow,
            Instant settledAt,
            List<Receipt.Item> items,
            List<Receipt.Event> events) {}
}
