package io.mailwright.scaledmail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The vendor's limits, held for the whole cluster and across restarts: no sliding second holds more than N sends, no
 * sliding minute more than M of one critical endpoint. Send times are remembered, so there is no burst to give away.
 */
@Component
public class Pace {
    /** How long a call may wait for its second. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    /** Shared out evenly among a second's sends: the way to the vendor may bunch up what leaves at once. */
    private static final int SECOND_MILLIS = 1150;

    /** A call that was held up since it was booked (by a commit, by the processor) is late, and books again. */
    private static final Duration LATENESS = Duration.ofMillis(100);

    /** A send may leave up to five seconds after its pace was taken: the claim's window. */
    private static final Duration MINUTE = Duration.ofSeconds(66);

    private static final int TRIES = 5;

    /** The endpoints with a limit of their own. */
    private static final List<String> CRITICAL = List.of("search-domains", "buy-domains", "suggest-domains");

    private record Limit(String name, Duration window, Duration lateness) {}

    private final PaceLog log;
    private final String key;
    private final int perSecond;
    private final Limit second;
    private final int perMinute;
    private final AtomicInteger waitingReads = new AtomicInteger();
    private final AtomicInteger waitingChanges = new AtomicInteger();

    Pace(PaceLog log, VendorSettings settings) {
        this.log = log;
        this.key = RequestHash.sha256(VendorClient.keyOf(settings)).substring(0, 16);
        this.perSecond = positive(settings.requestsPerSecond(), "SCALEDMAIL_REQUESTS_PER_SECOND");
        this.second = new Limit(
                "requests per second", Duration.ofMillis((SECOND_MILLIS + perSecond - 1) / perSecond), LATENESS);
        this.perMinute = positive(settings.criticalPerMinute(), "SCALEDMAIL_CRITICAL_PER_MINUTE");
    }

    /**
     * How the limits are used now, by all nodes unless it says otherwise.
     *
     * @param perSecond as set
     * @param apart how far apart calls leave, so that the limit holds
     * @param booked calls that wait for their turn
     * @param waitingReads of these, this node's that only read
     * @param waitingChanges of these, this node's that buy or change something
     * @param perMinute of each critical endpoint, as set
     * @param critical of each critical endpoint that was called
     */
    public record Use(
            int perSecond,
            Duration apart,
            int booked,
            int waitingReads,
            int waitingChanges,
            int perMinute,
            List<Minute> critical) {}

    /**
     * @param used calls that count in this minute
     * @param opens when the next may leave; null: now
     */
    public record Minute(String endpoint, int used, Instant opens) {}

    /**
     * Waits until one more request may leave, and counts it.
     *
     * @throws TryAgainAt when that is more than four seconds away
     */
    void takeSecond(Effect.Kind effect) {
        AtomicInteger waiting = effect == Effect.Kind.READ ? waitingReads : waitingChanges;
        waiting.incrementAndGet();
        try {
            await(second, 1, LONGEST_WAIT, 1);
        } finally {
            waiting.decrementAndGet();
        }
    }

    public Use use() {
        long last = log.ahead(bucket(second.name())).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        long apart = second.window().toMillis();
        return new Use(
                perSecond,
                second.window(),
                (int) ((Math.max(0, last) + apart - 1) / apart),
                waitingReads.get(),
                waitingChanges.get(),
                perMinute,
                CRITICAL.stream().map(this::minute).toList());
    }

    private Minute minute(String endpoint) {
        List<Long> counting = log.ahead(bucket(endpoint)).stream()
                .map(millis -> millis + MINUTE.toMillis())
                .filter(left -> left > 0)
                .toList();
        boolean full = counting.size() >= perMinute;
        return new Minute(
                endpoint,
                counting.size(),
                full ? Instant.now().plusMillis(counting.get(counting.size() - perMinute)) : null);
    }

    private String bucket(String limit) {
        return limit + ":" + key;
    }

    /**
     * Counts one call of a critical endpoint.
     *
     * @param endpoint search-domains, buy-domains or suggest-domains
     * @throws TryAgainAt when the minute is full: when it opens
     */
    public void takeCritical(String endpoint) {
        takeCritical(endpoint, Duration.ZERO, 1);
    }

    /** @param room how many calls must fit at the time that {@link TryAgainAt} names */
    void takeCritical(String endpoint, Duration longestWait, int room) {
        Limit minute = new Limit(endpoint, MINUTE, Duration.ofSeconds(5));
        await(minute, perMinute, longestWait, Math.min(room, perMinute));
    }

    private void await(Limit limit, int sends, Duration longestWait, int room) {
        long start = System.nanoTime();
        for (int tries = 0; tries < TRIES; tries++) {
            Duration patience = tries == 0 ? longestWait : longestWait.minusNanos(System.nanoTime() - start);
            PaceLog.Slot slot = log.book(
                    new PaceLog.Wish(bucket(limit.name()), sends, limit.window(), lead(tries), patience, room));
            if (!slot.booked()) {
                throw new TryAgainAt(
                        Instant.now().plus(slot.delay()),
                        "The vendor's limit for " + limit.name() + " is used up for now.");
            }
            sleepUntil(slot.opensNanos());
            if (System.nanoTime() - slot.opensNanos() + slot.doubtNanos()
                    <= limit.lateness().toNanos()) {
                return;
            }
        }
        throw new TryAgainAt(Instant.now().plusSeconds(1), "This machine is too busy to keep the vendor's limit.");
    }

    /** Booked ahead once a slot was missed, so that the delay that made us miss it fits in. */
    private static Duration lead(int tries) {
        return tries == 0 ? Duration.ZERO : Duration.ofMillis(100L << tries);
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TryAgainAt(Instant.now(), "The wait for the vendor's limit was interrupted.");
        }
    }

    private static int positive(int value, String setting) {
        if (value < 1) {
            throw new IllegalArgumentException("Set " + setting + " to 1 or more.");
        }
        return value;
    }
}
