package io.mailwright.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Onboarding.VersionedPlan;
import java.util.Optional;

/**
 * A cancelled campaign, and in one sentence what is owned all the same and goes on costing money: cancelling stops new
 * spending only (docs/money.md).
 */
record Cancelled(@JsonUnwrapped CampaignView campaign, String remains) {

    static Cancelled of(CampaignView campaign, Optional<VersionedPlan> plan) {
        int bought = campaign.domains().bought();
        int placed = campaign.orders().placed();
        if (bought == 0 && placed == 0) {
            return new Cancelled(campaign, "nothing was bought, so nothing goes on costing money");
        }
        String yearly = plan.map(
                        p -> ", of at most $" + p.plan().cost().yearly().toPlainString() + " a year in all")
                .orElse("");
        String monthly = campaign.cost() == null
                ? ""
                : ", at most $" + campaign.cost().monthly().toPlainString() + " a month in all";
        String orders = placed == 0
                ? ""
                : "; orders that go on" + monthly + ": " + placed + " (end each with cancel-order " + campaign.id()
                        + "/<order number>)";
        return new Cancelled(campaign, "domains owned, with renewals" + yearly + ": " + bought + orders);
    }
}
