package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;

/**
 * One order of a campaign as far as it has come.
 *
 * @param direct whether names and aliases go with the order itself
 * @param vendorOrderId null until it is known
 * @param formUuid of its pending form, or null
 * @param vendorAmount what the vendor charges a month, or null
 */
record OrderRow(
        String campaign,
        int number,
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
        boolean amountAsked) {
    String key() {
        return campaign + "/" + number;
    }
}
