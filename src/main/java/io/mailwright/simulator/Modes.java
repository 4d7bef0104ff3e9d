package io.mailwright.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the vendor behaves until told otherwise.
 *
 * @param noPaymentMethod spend calls are refused and nothing is created (U12)
 * @param declined orders and purchases are refused by the card, nothing is created (U13)
 * @param revokedKey the key is refused with 401
 * @param lifecycle {@code form}: orders of bare names wait for their form; {@code direct}: bare names are refused (U7)
 * @param emptyReplies successful spend calls and submissions answer {@code {}} (U1)
 * @param takenAfterSearch names that the next search still calls available, and nothing afterwards
 * @param takenAtPurchase names that every search calls available until a purchase asks for them
 * @param blacklisted names whose search row carries a blacklist
 * @param prices first-year price of names, in dollars, in place of the usual one
 * @param unpaidOrders orders are accepted with 200 and stay unpaid until paid in the web app
 * @param stuckInProgress no domain is shown Active
 * @param hostingOptional create-custom-order with provider=other needs no hosting (U25)
 * @param acceptPaymentIds submit-form also takes the order's id (U3)
 * @param provisioning vendor time from form to Active (U19)
 * @param visibleAfter real time between a purchase, order or submission and its showing in reads
 * @param formLingers real time for which a submitted form is still listed
 * @param searchLimit most names in one search
 * @param unlimited the limits of section 1.3 are not enforced
 * @param block real time for which more than five calls in a second block the key (U14)
 */
record Modes(
        boolean noPaymentMethod,
        boolean declined,
        boolean revokedKey,
        Lifecycle lifecycle,
        boolean emptyReplies,
        List<String> takenAfterSearch,
        List<String> takenAtPurchase,
        List<String> blacklisted,
        Map<String, BigDecimal> prices,
        boolean unpaidOrders,
        boolean stuckInProgress,
        boolean hostingOptional,
        boolean acceptPaymentIds,
        Duration provisioning,
        Duration visibleAfter,
        Duration formLingers,
        int searchLimit,
        boolean unlimited,
        Duration block) {

    enum Lifecycle {
        form,
        direct
    }

    static Modes usual() {
        return new Modes(
                false,
                false,
                false,
                Lifecycle.form,
                false,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                false,
                false,
                false,
                false,
                Duration.ofDays(2),
                Duration.ZERO,
                Duration.ZERO,
                30,
                false,
                Duration.ofSeconds(10));
    }

    long visibleFrom(long now) {
        return now + visibleAfter.toMillis();
    }
}
