package io.mailwright.onboarding;

import java.util.Locale;

/** Where a campaign stands, in the order of the lifecycle; that of a campaign with orders is its least advanced order's. */
public enum Stage {
    CHECKING,
    SEARCHING,
    AWAITING_APPROVAL,
    BUYING,
    REGISTERING,
    ORDERING,
    AWAITING_PAYMENT,
    SUBMITTING,
    PROVISIONING,
    ONBOARDED,
    REJECTED,
    CANCELLED,
    FAILED;

    /** As interfaces write it: {@code awaiting-approval}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether nothing more happens; an onboarded campaign keeps its name all the same. */
    public boolean ended() {
        return ordinal() >= ONBOARDED.ordinal();
    }
}
