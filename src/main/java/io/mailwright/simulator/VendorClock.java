package io.mailwright.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The vendor's time: it runs from {@code vendorStart} at {@code realStart} with {@code speed} vendor seconds a second, also
 * through the first hour in which nothing runs.
 */
record VendorClock(Instant vendorStart, Instant realStart, double speed) {
    /** Two vendor days take ten seconds. */
    static final double USUAL_SPEED = 17_280;

    static VendorClock starting() {
        Instant now = Instant.now();
        return new VendorClock(now, now, USUAL_SPEED);
    }

    Instant now() {
        return at(Instant.now());
    }

    private Instant at(Instant real) {
        return vendorStart.plusMillis((long) (Duration.between(realStart, real).toMillis() * speed));
    }

    /** After a halt; a state found again next year is not thousands of years old. */
    VendorClock resumed(Instant lastWritten) {
        Instant latest = lastWritten.plus(Duration.ofHours(1));
        Instant now = Instant.now();
        return now.isBefore(latest) ? this : new VendorClock(at(latest), now, speed);
    }

    VendorClock advanced(Duration by) {
        return new VendorClock(vendorStart.plus(by), realStart, speed);
    }

    VendorClock at(double newSpeed) {
        return new VendorClock(now(), Instant.now(), newSpeed);
    }
}
