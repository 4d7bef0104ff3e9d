package io.mailwright.scaledmail;

import java.time.Instant;

/**
 * Nothing is wrong, it is only too early: pace, a live claim, an answer that is due later. The step is run again at that
 * time, and no retry is used up.
 */
public class TryAgainAt extends RuntimeException {
    private final Instant time;

    public TryAgainAt(Instant time, String why) {
        super(why, null, false, false);
        this.time = time;
    }

    public Instant time() {
        return time;
    }
}
