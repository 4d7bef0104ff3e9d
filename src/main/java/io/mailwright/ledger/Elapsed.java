package io.mailwright.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How long ago something was, though the machine's clock may be moved meanwhile. What this process saw happen is measured
 * by {@link Ticks}. What another one saw is as old as the calendar says at the first sight of it here, at least nothing,
 * and ages by ticks from then on: a clock that was moved back delays a proof by one window at most, and one that is moved
 * forward hastens none.
 */
@Component
class Elapsed {
    private static final int REMEMBERED = 20_000;

    private final Clock calendar;
    private final Ticks ticks;
    private final Map<String, Seen> seen = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Seen(long nanos, Duration before) {}

    Elapsed(Clock calendar) {
        this.calendar = calendar;
        this.ticks = Ticks.of(calendar);
    }

    /**
     * @param event what happened, in words that name nothing else
     * @param at when, by the calendar of whoever saw it
     */
    Duration since(String event, Instant at) {
        Seen first = seen.computeIfAbsent(event, unseen -> {
            Duration before = Duration.between(at, calendar.instant());
            return new Seen(ticks.nanos(), before.isNegative() ? Duration.ZERO : before);
        });
        return first.before().plusNanos(ticks.nanos() - first.nanos());
    }

    /** Since a call's claim. */
    Duration since(Attempt attempt) {
        return since(claim(attempt.id(), attempt.claimedAt()), attempt.claimedAt());
    }

    void claimed(long attempt, Instant at) {
        since(claim(attempt, at), at);
    }

    void forget(String event) {
        seen.remove(event);
    }

    long nanos() {
        return ticks.nanos();
    }

    private static String claim(long attempt, Instant at) {
        return "claim " + attempt + " at " + at.toEpochMilli();
    }
}
