package io.mailwright.onboarding;

import java.util.Locale;

/** Where a request stands, in the order of its course. */
enum RequestStage {
    /** The vendor is looked at. */
    CHECKING,
    AWAITING_APPROVAL,
    /** Approved; the vendor has not taken it yet. */
    ASKING,
    /** The vendor took it and has not applied it yet. */
    APPLYING,
    DONE,
    REJECTED,
    CANCELLED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RequestStage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean ended() {
        return ordinal() >= DONE.ordinal();
    }
}
