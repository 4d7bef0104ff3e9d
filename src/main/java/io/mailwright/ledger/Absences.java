package io.mailwright.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** "Did not happen" is proven by two readings, a tenth of the reconcile window apart; the first one is remembered. */
@Component
class Absences {
    private final Spends spends;
    private final LedgerSettings settings;
    private final Elapsed elapsed;
    private final Clock clock;

    Absences(Spends spends, LedgerSettings settings, Elapsed elapsed, Clock clock) {
        this.spends = spends;
        this.settings = settings;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /** Before a reading: what it is compared with. */
    long begin() {
        return elapsed.nanos();
    }

    /**
     * @param key one of the attempt's
     * @param absent whether this reading lacks it, and whatever else proves that nothing happened
     * @param began {@link #begin()} of this reading
     * @return whether an earlier reading, long enough before this one, said the same
     */
    boolean twice(Attempt attempt, String key, boolean absent, long began) {
        Instant since = spends.absences(attempt.id()).get(key);
        if (absent && since != null) {
            Duration ago = elapsed.since(event(attempt, key, since), since);
            return ago.minusNanos(elapsed.nanos() - began).compareTo(settings.apart()) >= 0;
        }
        if (absent) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            spends.noteAbsent(attempt.id(), key, now);
            elapsed.since(event(attempt, key, now), now);
        } else if (since != null) spends.noteAbsent(attempt.id(), key, null);
        return false;
    }

    /** By then two readings that agree would have proved something. */
    boolean due(Attempt attempt) {
        return elapsed.since(attempt).compareTo(settings.provesAbsence().plus(settings.reconcileWindow())) > 0;
    }

    private static String event(Attempt attempt, String key, Instant seen) {
        return "claim " + attempt.id() + " without " + key + " at " + seen.toEpochMilli();
    }
}
