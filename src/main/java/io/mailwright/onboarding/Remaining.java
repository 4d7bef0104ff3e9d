package io.mailwright.onboarding;

import java.time.Duration;
import java.util.Locale;

/**
 * How long calls that are known to be needed take at the allowed rate. What the vendor itself takes is not in it.
 *
 * @param atLeast null: nothing waits
 * @param basis what it is computed from
 */
public record Remaining(Duration atLeast, String basis) {
    /**
     * @param calls of all endpoints
     * @param apart how far apart calls leave
     * @param critical the most calls of one critical endpoint
     * @param endpoint which
     * @param perMinute of it
     * @param used of it in this minute already
     */
    static Remaining of(long calls, Duration apart, long critical, String endpoint, int perMinute, int used) {
        if (calls == 0) return new Remaining(null, "nothing waits");
        Duration byRate = apart.multipliedBy(calls);
        long overThisMinute = Math.max(0, critical - Math.max(0, perMinute - used));
        Duration byMinute = Duration.ofMinutes((overThisMinute + perMinute - 1) / perMinute);
        return byMinute.compareTo(byRate) > 0
                ? new Remaining(
                        byMinute,
                        String.format(Locale.ENGLISH, "%,d of them %s, %d a minute", critical, endpoint, perMinute))
                : new Remaining(
                        byRate,
                        String.format(
                                Locale.ENGLISH,
                                "%,d call%s at %.1f a second",
                                calls,
                                calls == 1 ? "" : "s",
                                1000.0 / apart.toMillis()));
    }
}
