package io.mailwright.campaign;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * When a schedule's runs start. It goes by the clock on the wall of the schedule's zone: a time that is skipped in spring
 * comes as much later as the clock was put forward, one that comes twice in autumn counts once. Whole days of {@code every:}
 * are days on the calendar, at midnight; hours and minutes are counted as they pass.
 */
public final class Firings {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** No schedule is counted further. */
    private static final int MOST = 1000;

    private final Schedule schedule;
    private final UnaryOperator<LocalDateTime> following;

    public Firings(Schedule schedule) {
        this.schedule = schedule;
        following = schedule.cron() == null ? null : cron(schedule.cron());
    }

    private static UnaryOperator<LocalDateTime> cron(String cron) {
        ExecutionTime times = ExecutionTime.forCron(PARSER.parse(cron));
        // read as UTC, which has no gaps: those of the zone are ours to mend
        return wall -> times.nextExecution(wall.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .orElse(null);
    }

    /** The first firing later than that, or empty when there is none any more. */
    public Optional<Instant> after(Instant moment) {
        return following == null ? Optional.of(dated(moment)) : byCron(moment);
    }

    /**
     * From when on the firings of a schedule count that begins now. A start day that has come already counts, so its first
     * run is at once; cron times only count from now on.
     */
    public Instant from(Instant now) {
        return following != null || start().isAfter(now)
                ? now
                : latest(start().minusMillis(1), now).minusMillis(1);
    }

    /** The last firing later than {@code moment} and not later than {@code now}; {@code moment} when there is none. */
    public Instant latest(Instant moment, Instant now) {
        if (following == null) {
            long passed = rank(now);
            return passed < 0 || !at(passed).isAfter(moment) ? moment : at(passed);
        }
        Instant latest = moment;
        int counted = 0;
        for (Optional<Instant> next = after(moment);
                next.isPresent() && !next.get().isAfter(now);
                next = after(latest)) {
            latest = next.get();
            if (++counted == MOST) return now;
        }
        return latest;
    }

    /** How many firings are later than {@code moment} and not later than {@code now}; at most a thousand are counted. */
    public int passed(Instant moment, Instant now) {
        int passed = 0;
        for (Optional<Instant> next = after(moment);
                passed < MOST && next.isPresent() && !next.get().isAfter(now);
                next = after(next.get())) passed++;
        return passed;
    }

    private Optional<Instant> byCron(Instant moment) {
        LocalDateTime wall = LocalDateTime.ofInstant(moment, schedule.zone());
        for (LocalDateTime next = following.apply(wall); next != null; next = following.apply(next)) {
            Instant there = next.atZone(schedule.zone()).toInstant();
            if (there.isAfter(moment)) return Optional.of(there);
        }
        return Optional.empty();
    }

    private Instant dated(Instant moment) {
        long rank = Math.max(0, rank(moment));
        while (!at(rank).isAfter(moment)) rank++;
        return at(rank);
    }

    /** The rank of the last firing not later than that; below 0 before the first. */
    private long rank(Instant moment) {
        if (start().isAfter(moment)) return -1;
        long rank = Duration.between(start(), moment).dividedBy(schedule.every());
        while (!at(rank + 1).isAfter(moment)) rank++;
        while (rank > 0 && at(rank).isAfter(moment)) rank--;
        return rank;
    }

    private Instant at(long rank) {
        long seconds = schedule.every().toSeconds();
        return seconds % DAY == 0
                ? schedule.start()
                        .plusDays(Math.multiplyExact(rank, seconds / DAY))
                        .atStartOfDay(schedule.zone())
                        .toInstant()
                : start().plusSeconds(Math.multiplyExact(rank, seconds));
    }

    private Instant start() {
        return schedule.start().atStartOfDay(schedule.zone()).toInstant();
    }
}
