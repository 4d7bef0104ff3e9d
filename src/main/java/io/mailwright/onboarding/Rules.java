package io.mailwright.onboarding;

import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import io.mailwright.plan.ApprovalCheck;
import io.mailwright.plan.Plan;

/**
 * The rules of campaign files in models: {@code ${rules.test("total > 300", execution.processBusinessKey)}}. What they say
 * is checked when the model is deployed.
 */
@Step("rules")
class Rules {
    private final Records records;
    private final PlanRecords planRecords;

    Rules(Records records, PlanRecords planRecords) {
        this.records = records;
        this.planRecords = planRecords;
    }

    /**
     * @param rule as {@code approve { … }} takes it, over the facts of the campaign's current plan
     * @param key of a campaign or of one of its orders
     * @throws BusinessFailure {@code problem} when there is no plan to ask about
     */
    public boolean test(String rule, String key) {
        try {
            Rule read = CampaignReader.rule(rule);
            return read.test(ApprovalCheck.facts(plan(rule, key)));
        } catch (OutOfTime later) {
            throw later;
        } catch (CampaignErrors | RuleException wrong) {
            throw problem(rule, wrong.getMessage());
        }
    }

    private Plan plan(String rule, String key) {
        if (key == null)
            throw problem(
                    rule, "there is no business key; start the process with that of a campaign or one of its orders");
        CampaignRow campaign = records.findOf(key)
                .orElseThrow(() -> problem(rule, "there is no campaign of the business key '" + key + "'"));
        return planRecords
                .plan(campaign.id())
                .orElseThrow(
                        () -> problem(rule, "campaign " + campaign.id() + " has no plan yet; ask once it is made"));
    }

    private static BusinessFailure problem(String rule, String why) {
        return new BusinessFailure("problem", "the rule '" + rule + "' can't be decided: " + why);
    }
}
