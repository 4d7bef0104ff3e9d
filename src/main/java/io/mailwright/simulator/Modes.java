package io.mailwright.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the vendor behaves until told otherwise. What is left out is as usual.
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
 * @param orderFactor what an order really costs, as a multiple of what was quoted
 * @param purchaseFactor what a name is really charged, as a multiple of what the search said
 * @param unpaidOrders orders are accepted with 200 and stay unpaid until paid in the web app
 * @param stuckInProgress no domain is shown Active
 * @param stuckDomains names that are never shown Active
 * @param foreignAliases domains and mailboxes carry aliases that nobody sent
 * @param outlookAddresses what else the mailbox list of an outlook domain names (section 5 number 21)
 * @param hostingOptional create-custom-order with provider=other needs no hosting (U25)
 * @param namelessForms forms of orders with domains of another registrar list no names
 * @param acceptPaymentIds submit-form also takes the order's id (U3)
 * @param noPreWarmStock the pre-warm list is empty and nothing of it can be bought
 * @param provisioning vendor time from form to Active (U19)
 * @param swapTakes vendor time from a swap's request to its being applied
 * @param swapsIgnored swaps are accepted and never applied
 * @param visibleAfter time between a purchase, order, submission or cancellation and its showing in reads
 * @param oneByOne time between the showing of one name of a purchase and the next
 * @param formLingers time for which a submitted form is still listed
 * @param lagsInVendorTime the three above are on the vendor's clock, in place of the real one
 * @param listOrder in which order lists answer
 * @param unknownFields every object carries fields that no page names
 * @param unknownValues statuses and types have values that no page names
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
        BigDecimal orderFactor,
        BigDecimal purchaseFactor,
        boolean unpaidOrders,
        boolean stuckInProgress,
        List<String> stuckDomains,
        boolean foreignAliases,
        Addresses outlookAddresses,
        boolean hostingOptional,
        boolean namelessForms,
        boolean acceptPaymentIds,
        boolean noPreWarmStock,
        Duration provisioning,
        Duration swapTakes,
        boolean swapsIgnored,
        Duration visibleAfter,
        Duration oneByOne,
        Duration formLingers,
        boolean lagsInVendorTime,
        ListOrder listOrder,
        boolean unknownFields,
        boolean unknownValues,
        int searchLimit,
        boolean unlimited,
        Duration block) {

    enum Lifecycle {
        form,
        direct
    }

    /** {@code extra}: two more that exist nowhere; {@code wrong}: two in place of the right ones. */
    enum Addresses {
        right,
        extra,
        wrong
    }

    enum ListOrder {
        usual,
        reversed,
        shuffled
    }

    Modes {
        lifecycle = or(lifecycle, Lifecycle.form);
        takenAfterSearch = or(takenAfterSearch, List.of());
        takenAtPurchase = or(takenAtPurchase, List.of());
        blacklisted = or(blacklisted, List.of());
        prices = or(prices, Map.of());
        orderFactor = positive("orderFactor", orderFactor);
        purchaseFactor = positive("purchaseFactor", purchaseFactor);
        stuckDomains = or(stuckDomains, List.of());
        outlookAddresses = or(outlookAddresses, Addresses.right);
        provisioning = or(provisioning, Duration.ofDays(2));
        swapTakes = or(swapTakes, Duration.ofDays(1));
        visibleAfter = or(visibleAfter, Duration.ZERO);
        oneByOne = or(oneByOne, Duration.ZERO);
        formLingers = or(formLingers, Duration.ZERO);
        listOrder = or(listOrder, ListOrder.usual);
        searchLimit = searchLimit == 0 ? 30 : searchLimit;
        block = or(block, Duration.ofSeconds(10));
    }

    static Modes usual() {
        return StateFile.JSON.convertValue(Map.of(), Modes.class);
    }

    private static <T> T or(T given, T usual) {
        return given == null ? usual : given;
    }

    private static BigDecimal positive(String mode, BigDecimal factor) {
        if (factor != null && factor.signum() <= 0) {
            throw Rejected.because(mode + " must be above 0");
        }
        return or(factor, BigDecimal.ONE);
    }
}
