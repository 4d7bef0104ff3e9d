package io.mailwright.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Stands still until a test lets time pass, or sets it wrong. */
class TestClock extends Clock implements Ticks {
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private volatile Duration passed = Duration.ZERO;
    private volatile Duration wrong = Duration.ZERO;

    synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    synchronized void reach(Instant time) {
        if (time.isAfter(instant())) pass(Duration.between(instant(), time));
    }

    /** Somebody sets it; no time passes. */
    synchronized void set(Duration by) {
        wrong = wrong.plus(by);
    }

    /** The same time on a clock that nobody sets. */
    Clock right() {
        return new Clock() {
            @Override
            public Instant instant() {
                return start.plus(passed);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Instant instant() {
        return start.plus(passed).plus(wrong);
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
