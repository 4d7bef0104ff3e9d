package io.mailwright.plan;

import io.mailwright.campaign.Budget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The {@code budget} line against a plan's cost. */
final class BudgetCheck {
    private BudgetCheck() {}

    /** @throws PlanRefused saying by how much the plan is over, and what would mend it */
    static void check(Budget budget, Cost cost, Earlier earlier) {
        if (budget == null) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        add(
                reasons,
                cost.now(),
                earlier.spent(),
                budget.total(),
                "in all now",
                "'budget %s'",
                "buy fewer names or lower 'maxPrice'");
        add(
                reasons,
                cost.monthly(),
                earlier.monthly(),
                budget.monthly(),
                "a month",
                "'monthly: %s'",
                "have fewer domains or cheaper types in 'providers'");
        if (!reasons.isEmpty()) {
            throw new PlanRefused(reasons);
        }
    }

    private static void add(
            List<String> reasons,
            BigDecimal cost,
            BigDecimal earlier,
            BigDecimal cap,
            String when,
            String word,
            String instead) {
        BigDecimal all = cost.add(earlier);
        if (cap != null && all.compareTo(cap) > 0) {
            reasons.add("the plan costs %s %s%s, %s over %s; raise it to %s, or %s"
                    .formatted(
                            Dollars.shown(cost),
                            when,
                            earlier.signum() == 0 ? "" : " and the earlier runs " + Dollars.shown(earlier),
                            Dollars.shown(all.subtract(cap)),
                            word.formatted(Dollars.plain(cap).toPlainString()),
                            all.setScale(0, RoundingMode.CEILING).toPlainString(),
                            instead));
        }
    }
}
