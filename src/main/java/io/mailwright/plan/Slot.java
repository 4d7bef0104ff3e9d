package io.mailwright.plan;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Provider;
import java.util.List;

/**
 * A place in the fleet with its name, type and aliases.
 *
 * @param number from 1, owned domains first
 * @param hosting name of the secret with its registrar's login, or null: registered at the vendor
 * @param aliases empty when the vendor makes them
 * @param sender when the vendor makes the aliases, else null
 */
record Slot(
        int number,
        String domain,
        String hosting,
        Provider provider,
        String redirect,
        String photo,
        List<Alias> aliases,
        SenderName sender) {
    boolean madeByVendor() {
        return sender != null;
    }

    /** What the vendor takes in one order. */
    OrderKind order() {
        return new OrderKind(provider, hosting);
    }

    record OrderKind(Provider provider, String hosting) {
        /** The vendor's query word. */
        String source() {
            return hosting == null ? "scaledmail" : "other";
        }
    }
}
