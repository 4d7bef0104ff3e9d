package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One order of a campaign as far as it has come.
 *
 * @param planVersion the version of the plan it belongs to; what is written for it goes to no other
 * @param direct whether names and aliases go with the order itself
 * @param vendorOrderId null until it is known
 * @param formUuid of its pending form, or null
 * @param vendorAmount what the vendor charges a month, or null
 * @param cancelledAt when it was seen cancelled after somebody had it cancelled, or null
 */
record OrderRow(
        String campaign,
        int number,
        int planVersion,
        Provider provider,
        String source,
        BigDecimal monthly,
        Stage stage,
        boolean direct,
        String vendorOrderId,
        String formUuid,
        String tag,
        String problem,
        BigDecimal vendorAmount,
        boolean amountAsked,
        Instant cancelledAt) {
    /** Where its domains come from when they are bought with their mailboxes. */
    static final String PREWARMED = "prewarmed";

    boolean prewarmed() {
        return source.equals(PREWARMED);
    }

    String key() {
        return campaign + "/" + number;
    }
}
