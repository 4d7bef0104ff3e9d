package io.mailwright.plan;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;

/**
 * A domain with warmed inboxes, chosen from the vendor's stock.
 *
 * @param id the vendor's id of the item
 * @param mailboxes it holds
 * @param oneTime dollars, charged when it is bought
 * @param monthly dollars a month, charged for the first month too
 */
public record WarmDomain(
        String id, String domain, Provider provider, int mailboxes, BigDecimal oneTime, BigDecimal monthly) {}
