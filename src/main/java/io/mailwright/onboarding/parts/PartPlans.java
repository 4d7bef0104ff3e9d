package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Campaign;
import io.mailwright.onboarding.Prices;
import io.mailwright.plan.ApprovalCheck;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Planner;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.plan.VendorAnswers;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A plan as parts hand it on: each piece stands so in it as the part that spends takes it. */
@Component
class PartPlans {
    private static final int FEWEST_CANDIDATES = 30;
    private static final int CANDIDATES_A_NAME = 3;

    private final Prices prices;

    PartPlans(Prices prices) {
        this.prices = prices;
    }

    /** The names worth searching, in preferred order. */
    List<String> candidates(Campaign campaign) {
        if (campaign.buy() == null) return List.of();
        int most =
                Math.max(FEWEST_CANDIDATES, CANDIDATES_A_NAME * campaign.buy().count());
        return new Search(campaign, List.of(), most).next(Map.of());
    }

    JsonNode of(Campaign campaign, String organization, JsonNode found) {
        Plan plan = Planner.plan(
                campaign,
                organization,
                new VendorAnswers(quotes(found), List.of(), prices.of(organization, campaign), List.of()),
                List.of());
        ObjectNode json = Json.object();
        json.put("campaign", plan.campaign());
        json.put("organization", plan.organization());
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
