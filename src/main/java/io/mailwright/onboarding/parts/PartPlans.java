package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Campaign;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.SpendKind;
import io.mailwright.onboarding.Prices;
import io.mailwright.onboarding.Questions;
import io.mailwright.onboarding.WarmStock;
import io.mailwright.plan.ApprovalCheck;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Planner;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.plan.VendorAnswers;
import io.mailwright.plan.WarmDomain;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A plan as parts hand it on: each piece stands so in it as the part that spends takes it. What was bought under the plan
 * that was shown before stays in it, at no price once more.
 */
@Component
class PartPlans {
    private static final int FEWEST_CANDIDATES = 30;
    private static final int CANDIDATES_A_NAME = 3;

    private final Prices prices;
    private final Questions questions;
    private final Ledger ledger;

    PartPlans(Prices prices, Questions questions, Ledger ledger) {
        this.prices = prices;
        this.questions = questions;
        this.ledger = ledger;
    }

    /** The names worth searching, in preferred order. */
    List<String> candidates(Campaign campaign) {
        if (campaign.buy() == null) return List.of();
        int most =
                Math.max(FEWEST_CANDIDATES, CANDIDATES_A_NAME * campaign.buy().count());
        return new Search(campaign, List.of(), most).next(Map.of());
    }

    /** @param shownAt id of the activity at which the plan is shown and was shown before, if it was */
    JsonNode of(
            Campaign campaign,
            String organization,
            JsonNode found,
            JsonNode stock,
            String businessKey,
            String shownAt) {
        Optional<Questions.Shown> before = questions.last(businessKey, shownAt);
        String question = before.map(Questions.Shown::id).orElse("");
        EarlierPlan earlier =
                before.map(Questions.Shown::content).map(EarlierPlan::in).orElse(EarlierPlan.NONE);
        Set<String> bought = ledger.boughtOrOpen(question, organization);
        Map<String, Quote> quotes = quotes(found);
        Set<String> open = ledger.openOf(question).stream()
                .filter(attempt -> attempt.kind() == SpendKind.BUY_DOMAINS)
                .flatMap(attempt -> attempt.names().stream())
                .collect(Collectors.toSet());
        bought.forEach(name -> quotes.put(
                name,
                new Quote(
                        name,
                        true,
                        // one whose purchase has no known outcome may have to be bought yet
                        open.contains(name) ? earlier.price(name).orElse(BigDecimal.ZERO) : BigDecimal.ZERO,
                        null,
                        false)));
        List<String> free = quotes.values().stream()
                .filter(Quote::available)
                .map(Quote::domain)
                .toList();
        ledger.boughtByOthers(question, organization, free)
                .forEach(name -> quotes.put(name, new Quote(name, false, null, null, true)));
        List<WarmDomain> warm = earlier.prewarmed(ledger.prewarmedBy(question, organization));
        Plan plan = Planner.plan(
                campaign,
                organization,
                new VendorAnswers(quotes, List.of(), prices.of(organization, campaign), stock(campaign, stock, warm)),
                earlier.kept(bought));
        return json(campaign, plan);
    }

    private static List<WarmDomain> stock(Campaign campaign, JsonNode stock, List<WarmDomain> bought) {
        if (!bought.isEmpty()) return WarmStock.bought(campaign, bought);
        if (campaign.prewarmed() == null) return List.of();
        if (stock == null || !stock.isObject())
            throw new PlanRefused(
                    "the file takes pre-warmed domains, so the plan needs the vendor's stock; put the part"
                            + " \"Pre Warm Inboxes\" before \"Generate aliases\" and write ${stock} into its field 'Stock'");
        return WarmStock.listed(Json.MAPPER.convertValue(stock, Wire.WarmStock.class));
    }

    private static JsonNode json(Campaign campaign, Plan plan) {
        ObjectNode json = Json.object();
        json.put("campaign", plan.campaign());
        json.put("organization", plan.organization());
        if (campaign.budget() != null) json.set("budget", Json.of(campaign.budget()));
        json.set("cost", Json.of(plan.cost()));
        json.set("facts", Json.of(ApprovalCheck.facts(plan)));
        ArrayNode purchases = json.putArray("purchases");
        ArrayNode domains = json.putArray("domains");
        for (PlannedDomain domain : plan.domains()) {
            if (domain.bought())
                purchases.addObject().put("domain", domain.domain()).put("price", domain.price());
            domains.addObject()
                    .put("domain", domain.domain())
                    .put("provider", domain.provider().word())
                    .put("price", domain.price())
                    .put(
                            "aliases",
                            String.join(
                                    ", ",
                                    domain.aliases().stream()
                                            .map(Alias::localPart)
                                            .toList()));
        }
        ArrayNode orders = json.putArray("orders");
        plan.orders().forEach(order -> orders.add(order(plan, order)));
        if (!plan.prewarmed().isEmpty()) json.set("prewarmed", prewarmed(plan));
        return json;
    }

    private static ObjectNode prewarmed(Plan plan) {
        ObjectNode json = Json.object();
        json.put(
                "amount",
                plan.prewarmed().stream()
                        .map(item -> item.oneTime().add(item.monthly()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        json.set("domains", Json.of(plan.prewarmed()));
        if (!plan.tag().isEmpty()) json.put("tag", plan.tag());
        if (plan.sequencer() != null) json.set("sequencer", Json.of(plan.sequencer()));
        return json;
    }

    private static ObjectNode order(Plan plan, PlannedOrder order) {
        ObjectNode json = Json.object()
                .put("number", order.number())
                .put("source", order.source())
                .put("amount", order.monthly());
        if (!plan.tag().isEmpty()) json.put("tag", plan.tag());
        if (order.hosting() != null) json.put("hosting", order.hosting());
        if (plan.coupon() != null) json.put("coupon", plan.coupon());
        if (plan.sequencer() != null) json.set("sequencer", Json.of(plan.sequencer()));
        ArrayNode domains =
                json.putObject("providers").putObject(order.provider().word()).putArray("domains");
        plan.domains().stream()
                .filter(domain -> domain.order() == order.number())
                .forEach(domain -> domains.add(domain(domain)));
        return json;
    }

    private static ObjectNode domain(PlannedDomain domain) {
        ObjectNode json = Json.object().put("domain", domain.domain());
        if (domain.redirect() != null) json.put("redirect", domain.redirect());
        if (domain.photo() != null) json.put("profile_picture", domain.photo());
        if (domain.sender() != null)
            return json.put("first_name", domain.sender().firstName())
                    .put("last_name", domain.sender().lastName());
        ArrayNode aliases = json.putArray("aliases");
        for (Alias alias : domain.aliases()) {
            ObjectNode one = aliases.addObject()
                    .put("first_name", alias.firstName())
                    .put("last_name", alias.lastName())
                    .put("alias", alias.localPart());
            if (alias.photo() != null) one.put("profile_picture", alias.photo());
        }
        return json;
    }

    private static Map<String, Quote> quotes(JsonNode found) {
        Map<String, Quote> quotes = new LinkedHashMap<>();
        JsonNode rows = found == null ? Json.array() : found.has("domains") ? found.get("domains") : found;
        for (JsonNode row : rows) {
            String name = row.path("domain").asText("").strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) continue;
            boolean clean =
                    row.path("blacklisted").isArray() && row.path("blacklisted").isEmpty();
            quotes.put(
                    name,
                    new Quote(
                            name,
                            "available".equalsIgnoreCase(row.path("status").asText()),
                            dollars(row.path("price")),
                            dollars(row.path("renewPrice")),
                            !clean));
        }
        return quotes;
    }

    private static BigDecimal dollars(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue() : null;
    }
}
