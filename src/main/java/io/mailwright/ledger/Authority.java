package io.mailwright.ledger;

/**
 * In whose name money is spent: a campaign's order under exactly one plan. The ledger itself looks up that plan's
 * approval.
 *
 * @param organization the vendor's id
 * @param order the order's number in the plan
 */
public record Authority(String campaign, String organization, int order, int planVersion, String planHash) {
    /** Another order of the same plan. */
    Authority of(int other) {
        return new Authority(campaign, organization, other, planVersion, planHash);
    }
}
