package io.mailwright.campaign;

import java.util.concurrent.CancellationException;

/** Work on a file that somebody waits for: its thread is interrupted when its time is over. */
public final class Reading {
    private Reading() {}

    /** Asked inside of loops that a file may make long. */
    public static void stopIfOver() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading is over its deadline");
        }
    }
}
