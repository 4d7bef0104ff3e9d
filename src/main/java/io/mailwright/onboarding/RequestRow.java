package io.mailwright.onboarding;

import io.mailwright.ledger.Authority;

/**
 * A request as far as it has come.
 *
 * @param organization the vendor's id, "" until it is looked up
 * @param campaign whose domain or order it is, or null: no campaign of ours
 * @param subject a domain name, or an order's id at the vendor
 * @param version 0 before anything was shown
 * @param hash of the change
 */
record RequestRow(
        String id,
        RequestKind kind,
        String organization,
        String campaign,
        String subject,
        int version,
        String hash,
        Change change,
        RequestStage stage,
        String problem,
        boolean stopped) {

    /** In whose name the vendor is asked. */
    Authority authority() {
        return new Authority(id, organization, 0, version, hash);
    }
}
