package io.mailwright.plan;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What the vendor says of a form that waits.
 *
 * @param provider the mailbox type of its order
 * @param domains those it lists, lower case, in its order; empty: the buyer has names elsewhere
 * @param wanted how many it asks for when it lists none, or null: it does not say
 * @param registered names that are registered at the vendor
 * @param monthly dollars a month that its order costs
 */
public record FormFacts(
        PaidForm form,
        Provider provider,
        List<String> domains,
        Integer wanted,
        Set<String> registered,
        BigDecimal monthly) {}
