package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes plans. The same arguments give the same plan, byte for byte, whatever the order of the maps' keys. */
public final class Planner {
    private Planner() {}

    /**
     * The plan of a campaign whose search has ended.
     *
     * @param organizationId the vendor's id of the workspace
     * @param kept names that the campaign has bought under an earlier version: chosen first, as far as they fit, and left
     *     in their slots
     * @throws PlanRefused when the campaign asks for nothing, names, pre-warmed domains or aliases run short, a price is
     *     not known, or the budget does not do
     */
    public static Plan plan(Campaign campaign, String organizationId, VendorAnswers answers, List<KeptName> kept) {
        return plan(campaign, organizationId, answers, kept, Earlier.NONE);
    }

    /** The same for a run of a schedule, which goes on where the earlier ones stopped: its slots, people and budget. */
    public static Plan plan(
            Campaign campaign, String organizationId, VendorAnswers answers, List<KeptName> kept, Earlier earlier) {
        if (campaign.recipe()) {
            throw new PlanRefused("the file asks for no domains, so there is nothing to plan; add 'buy', 'own' or"
                    + " 'prewarmed', or give it to a paid order's form (the command adopt UUID FILE)");
        }
        Choice choice = choice(campaign, answers, kept);
        List<Slot> slots =
                Slots.fill(campaign, choice.names().stream().map(Quote::domain).toList(), earlier);
        Orders orders = new Orders(slots, answers.prices());
        List<WarmDomain> prewarmed = WarmChoice.of(campaign, answers.stock(), names(slots, choice));
        Cost cost = Costs.of(choice, orders.list(), prewarmed);
        BudgetCheck.check(campaign.budget(), cost, earlier);
        return PlanJson.sealed(new Plan(
                campaign.name(),
                organizationId,
                campaign.tag() == null ? "" : campaign.tag(),
                domains(slots, orders, choice),
                choice.alternates().stream().map(Planner::plain).toList(),
                orders.list(),
                prewarmed,
                campaign.sequencer(),
                campaign.coupon(),
                null,
                cost,
                null));
    }

    private static Choice choice(Campaign campaign, VendorAnswers answers, List<KeptName> kept) {
        Set<String> names = kept.stream().map(KeptName::domain).collect(Collectors.toSet());
        Choice best = new Search(campaign, answers.suggested(), 1).choose(answers.quotes(), names);
        return new Choice(KeptSlots.fill(campaign, best.names(), kept), best.alternates());
    }

    private static Set<String> names(List<Slot> slots, Choice choice) {
        return Stream.concat(
                        slots.stream().map(Slot::domain),
                        choice.alternates().stream().map(Quote::domain))
                .collect(Collectors.toSet());
    }

    private static List<PlannedDomain> domains(List<Slot> slots, Orders orders, Choice choice) {
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
                    slot.redirect(),
                    slot.photo(),
                    slot.aliases(),
                    slot.sender()));
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
