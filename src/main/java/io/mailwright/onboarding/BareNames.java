package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.scaledmail.VendorSettings.OrderStyle;
import java.util.regex.Pattern;

/** How the vendor takes an order of bare names, whose aliases follow by its form. */
public final class BareNames {
    /** How the vendor says that it lacks its mailboxes' names. */
    private static final Pattern ASKS_FOR_NAMES =
            Pattern.compile("alias|first[_ ]?name|last[_ ]?name", Pattern.CASE_INSENSITIVE);

    private BareNames() {}

    /** Whether the same order is to be sent again with its aliases. */
    public static boolean wanting(Ledger.Result placed, OrderStyle style) {
        return style == OrderStyle.AUTO
                && placed.outcome() == Ledger.Outcome.REFUSED
                && ASKS_FOR_NAMES.matcher(placed.reason()).find();
    }
}
