package io.mailwright.ledger;

import java.time.Clock;

/** Nanoseconds that only ever pass: nobody can set them, unlike the calendar of a {@link Clock}. */
public interface Ticks {
    long nanos();

    /** The system's own for the system's clock; any other clock's if it has them, else its calendar. */
    static Ticks of(Clock clock) {
        if (clock instanceof Ticks ticks) return ticks;
        return clock.equals(Clock.systemUTC()) ? System::nanoTime : () -> clock.millis() * 1_000_000;
    }
}
