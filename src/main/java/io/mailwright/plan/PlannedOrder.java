package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;

/**
 * One order at the vendor: one mailbox type, one domain source, at most the type's cap of domains.
 *
 * @param number from 1, unique in the plan
 * @param source where the domains come from: {@code scaledmail} (the vendor's query word) or {@code other}
 * @param hosting name of the secret with the login of the domains' registrar, or null: registered at the vendor
 * @param domains how many
 * @param mailboxes how many in all
 * @param monthly dollars a month, charged for the first month when the order is made
 */
public record PlannedOrder(
        int number,
        Provider provider,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) String hosting,
        int domains,
        int mailboxes,
        BigDecimal monthly) {}
