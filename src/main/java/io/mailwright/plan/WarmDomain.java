package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;

/**
 * A domain with warmed inboxes, chosen from the vendor's stock.
 *
 * @param id the vendor's id of the item
 * @param mailboxes it holds
 * @param oneTime dollars, charged when it is bought
 * @param monthly dollars a month, charged for the first month too
 * @param redirect or null
 */
public record WarmDomain(
        String id,
        String domain,
        Provider provider,
        int mailboxes,
        BigDecimal oneTime,
        BigDecimal monthly,
        @JsonInclude(JsonInclude.Include.NON_NULL) String redirect) {
    /** As it stands in the stock. */
    public WarmDomain(
            String id, String domain, Provider provider, int mailboxes, BigDecimal oneTime, BigDecimal monthly) {
        this(id, domain, provider, mailboxes, oneTime, monthly, null);
    }

    /** One that is bought already costs nothing once more. */
    public WarmDomain bought() {
        return new WarmDomain(id, domain, provider, mailboxes, BigDecimal.ZERO, monthly, redirect);
    }
}
