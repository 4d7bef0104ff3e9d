package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.campaign.Provider;
import io.mailwright.plan.KeptName;
import io.mailwright.plan.WarmDomain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan that a question showed last; what was bought under it stays in the next one.
 *
 * @param json as {@link PartPlans} gives it, or empty
 */
record EarlierPlan(JsonNode json) {
    static final EarlierPlan NONE = new EarlierPlan(Json.object());

    /** @param shown a plan, or JSON that holds one */
    static EarlierPlan in(JsonNode shown) {
        JsonNode plan = shown.findParent("purchases");
        return plan == null ? NONE : new EarlierPlan(plan);
    }

    /** The names in the slots they had. */
    List<KeptName> kept(Set<String> bought) {
        List<KeptName> kept = new ArrayList<>();
        bought.stream().sorted().forEach(name -> {
            int slot = 0;
            for (JsonNode row : json.path("domains")) {
                slot++;
                if (name.equals(Json.optional(row, "domain"))) {
                    kept.add(new KeptName(
                            name, slot, Provider.of(row.path("provider").asText())));
                    return;
                }
            }
            kept.add(new KeptName(name, 0, null));
        });
        return kept;
    }

    /** Dollars that were approved for the name. */
    Optional<BigDecimal> price(String name) {
        for (JsonNode row : json.path("purchases"))
            if (name.equals(Json.optional(row, "domain")) && row.path("price").isNumber())
                return Optional.of(row.get("price").decimalValue());
        return Optional.empty();
    }

    List<WarmDomain> prewarmed(Set<String> bought) {
        List<WarmDomain> kept = new ArrayList<>();
        for (JsonNode row : json.path("prewarmed").path("domains"))
            if (bought.contains(row.path("domain").asText()))
                kept.add(new WarmDomain(
                        row.path("id").asText(),
                        row.path("domain").asText(),
                        Provider.of(row.path("provider").asText()),
                        row.path("mailboxes").asInt(),
                        row.path("oneTime").decimalValue(),
                        row.path("monthly").decimalValue()));
        return kept;
    }
}
