package io.mailwright.ledger;

import io.mailwright.scaledmail.TryAgainAt;
import java.time.Instant;

/** Spending is not armed, or paused; looked at again by itself, and the message says how to arm it. */
public class SpendingOff extends TryAgainAt {
    /** Said as long as spending is not armed. */
    public static final String NOT_ARMED =
            "spending is off: start Mailwright with SCALEDMAIL_SPENDING=armed to let this campaign buy";

    SpendingOff(Instant time, String message) {
        super(time, message);
    }
}
