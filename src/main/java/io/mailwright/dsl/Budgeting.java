package io.mailwright.dsl;

import io.mailwright.campaign.Budget;
import java.math.BigDecimal;

/** {@code budget 500, monthly: 200}, either alone too. */
final class Budgeting {
    private static final String EXAMPLE = "budget 500, monthly: 200";

    private Budgeting() {}

    static void read(Call call, Draft draft, Problems problems) {
        Value monthly = call.named("monthly");
        BigDecimal total = call.values().isEmpty() && monthly != null
                ? null
                : Expect.dollars(Expect.one(call, EXAMPLE), "'budget'", 1);
        draft.budget = new Budget(total, monthly == null ? null : Expect.dollars(monthly, "'monthly:'", 1));
    }
}
