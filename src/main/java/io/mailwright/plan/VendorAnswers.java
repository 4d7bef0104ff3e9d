package io.mailwright.plan;

import io.mailwright.campaign.Provider;
import java.util.List;
import java.util.Map;

/**
 * All that a campaign's plan is made of besides the campaign.
 *
 * @param quotes by domain
 * @param suggested in the order in which it was asked for
 * @param prices by mailbox type, for every type of the campaign
 * @param stock pre-warmed domains to be had, in any order; not needed by a campaign that takes none
 */
public record VendorAnswers(
        Map<String, Quote> quotes,
        List<SuggestedPage> suggested,
        Map<Provider, UnitPrice> prices,
        List<WarmDomain> stock) {}
