package io.mailwright.ledger;

import io.mailwright.scaledmail.TryAgainAt;
import java.time.Instant;

/** Spending is not armed, or paused; looked at again by itself, and the message says how to arm it. */
public class SpendingOff extends TryAgainAt {
    SpendingOff(Instant time, String message) {
        super(time, message);
    }
}
