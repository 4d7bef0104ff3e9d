package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.List;

/**
 * A slot of the plan with the name chosen for it. An alternate takes the slot as it is: type, aliases, redirect, photo.
 *
 * @param slot from 1, owned domains first
 * @param order number of the order it is part of, from 1
 * @param bought whether the name is to be registered; false: owned
 * @param price dollars for the first year; null when owned
 * @param renewal dollars a year after that; null when owned or not said
 * @param redirect or null
 * @param photo the domain's picture, or null
 * @param aliases exactly as many as the type carries; empty when the vendor makes them
 * @param sender when the vendor makes the aliases, else null
 */
public record PlannedDomain(
        int slot,
        int order,
        String domain,
        Provider provider,
        boolean bought,
        BigDecimal price,
        BigDecimal renewal,
        String redirect,
        String photo,
        List<Alias> aliases,
        @JsonInclude(JsonInclude.Include.NON_NULL) SenderName sender) {
    /** How many mailboxes it carries. */
    public int mailboxes() {
        return provider.aliasesPerDomain();
    }
}
