package io.mailwright.simulator;

/**
 * A point in time.
 *
 * @param vendors whether it is on the vendor's clock, in place of the real one
 */
record Moment(long millis, boolean vendors) {
    /** Reached already, whatever happens to either clock. */
    static final Moment ALWAYS = new Moment(0, false);
}
