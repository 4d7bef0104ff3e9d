package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A slot of the current plan with the name that is in it now.
 *
 * @param bought whether it is to be bought; false: owned
 * @param price dollars approved for its first year, null when owned
 * @param expected mailboxes
 * @param notOrdered addresses the vendor lists for it that nobody ordered, or null; never handed over
 */
record DomainRow(
        String campaign,
        int slot,
        int order,
        String domain,
        Provider provider,
        boolean bought,
        BigDecimal price,
        State state,
        String vendorDomainId,
        int expected,
        String notOrdered) {

    enum State {
        PLANNED,
        /** Nothing is left to put in its place. */
        LOST,
        /** A person said to go on without it. */
        DROPPED,
        BOUGHT,
        REGISTERED,
        ORDERED,
        /** All its mailboxes are listed. */
        ACTIVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean wanted() {
        return state != State.LOST && state != State.DROPPED;
    }
}
