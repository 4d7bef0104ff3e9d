package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes plans. The same arguments give the same plan, byte for byte, whatever the order of the maps' keys. */
public final class Planner {
    private Planner() {}

    /**
     * The plan of a campaign whose search has ended.
     *
     * @param organizationId the vendor's id of the workspace
     * @param quotes what the vendor said, by domain
     * @param prices by mailbox type, for every type of the campaign
     * @param kept names that the campaign has bought under an earlier version: chosen first, as far as they fit
     * @throws PlanRefused when names or aliases run short, a price is not known, or the budget does not do
     */
    public static Plan plan(
            Campaign campaign,
            String organizationId,
            Map<String, Quote> quotes,
            Map<Provider, UnitPrice> prices,
            Set<String> kept) {
        Choice choice = new Search(campaign, 1).choose(quotes, kept);
        List<Slot> slots =
                Slot.fill(campaign, choice.names().stream().map(Quote::domain).toList());
        Orders orders = new Orders(slots, prices);
        Cost cost = Costs.of(choice, orders.list());
        BudgetCheck.check(campaign.budget(), cost);
        return PlanJson.sealed(new Plan(
                campaign.name(),
                organizationId,
                campaign.tag() == null ? "" : campaign.tag(),
                domains(campaign, slots, orders, choice),
                choice.alternates().stream().map(Planner::plain).toList(),
                orders.list(),
                List.of(),
                campaign.sequencer(),
                campaign.coupon(),
                cost,
                null));
    }

    /** The first version of a campaign's plan, when nothing is bought yet. */
    public static Plan plan(
            Campaign campaign, String organizationId, Map<String, Quote> quotes, Map<Provider, UnitPrice> prices) {
        return plan(campaign, organizationId, quotes, prices, Set.of());
    }

    private static List<PlannedDomain> domains(Campaign campaign, List<Slot> slots, Orders orders, Choice choice) {
        Map<String, Quote> bought =
                choice.names().stream().collect(Collectors.toMap(Quote::domain, Function.identity()));
        List<PlannedDomain> domains = new ArrayList<>();
        for (Slot slot : slots) {
            Quote quote = bought.get(slot.domain());
            domains.add(new PlannedDomain(
                    slot.number(),
                    orders.numberOf(slot),
                    slot.domain(),
                    slot.provider(),
                    quote != null,
                    price(quote, Quote::price),
                    price(quote, Quote::renewal),
                    campaign.redirect(),
                    campaign.photo(),
                    slot.aliases(),
                    null));
        }
        return List.copyOf(domains);
    }

    private static BigDecimal price(Quote quote, Function<Quote, BigDecimal> which) {
        return quote == null ? null : Dollars.plain(which.apply(quote));
    }

    private static Quote plain(Quote quote) {
        return new Quote(
                quote.domain(),
                quote.available(),
                Dollars.plain(quote.price()),
                Dollars.plain(quote.renewal()),
                quote.blacklisted());
    }
}
