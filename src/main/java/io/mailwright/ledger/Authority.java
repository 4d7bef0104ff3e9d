package io.mailwright.ledger;

/**
 * In whose name money is spent: a campaign's order under exactly one plan, or a request (order 0) as it was approved. The
 * ledger itself looks up that approval, and that of the names where one is needed.
 *
 * @param campaign the campaign's id, or the request's
 * @param organization the vendor's id
 * @param order the order's number in the plan; 0: of none
 * @param planVersion the plan's, or the request's
 * @param planHash the plan's, or the request's
 * @param namesHash stands for the names and aliases that somebody must have approved before they are sent, or null: nobody
 *     has to
 */
public record Authority(
        String campaign, String organization, int order, int planVersion, String planHash, String namesHash) {
    public Authority(String campaign, String organization, int order, int planVersion, String planHash) {
        this(campaign, organization, order, planVersion, planHash, null);
    }

    /** The same where the names themselves are sent, and the file asks for a second look at them. */
    public Authority withNames(String hash) {
        return new Authority(campaign, organization, order, planVersion, planHash, hash);
    }

    /** Another order of the same plan. */
    Authority of(int other) {
        return new Authority(campaign, organization, other, planVersion, planHash);
    }
}
