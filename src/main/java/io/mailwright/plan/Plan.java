package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mailwright.campaign.Sequencer;
import java.util.List;

/**
 * What will happen, whole, before it costs anything. The same campaign with the same vendor answers is the same plan,
 * byte for byte.
 *
 * @param campaign the campaign's name
 * @param organization the vendor's id of the workspace
 * @param tag the file's tag, or ""
 * @param domains by slot
 * @param alternates approved substitutes in the order in which they are used
 * @param orders by number
 * @param prewarmed in the order in which they are listed
 * @param sequencer where the mailboxes go, or null
 * @param coupon the vendor's, sent with each order, or null; prices are those without it
 * @param form the paid order's that the plan fills, or null: the orders are yet to be placed
 * @param hash SHA-256 in hex over everything else in canonical JSON; what an approval binds to
 */
public record Plan(
        String campaign,
        String organization,
        String tag,
        List<PlannedDomain> domains,
        List<Quote> alternates,
        List<PlannedOrder> orders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WarmDomain> prewarmed,
        @JsonInclude(JsonInclude.Include.NON_NULL) Sequencer sequencer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String coupon,
        @JsonInclude(JsonInclude.Include.NON_NULL) PaidForm form,
        Cost cost,
        String hash) {
    public Plan {
        prewarmed = prewarmed == null ? List.of() : prewarmed;
    }
}
