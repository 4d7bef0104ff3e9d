package io.mailwright.dsl;

import io.mailwright.campaign.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code schedule '0 9 * * MON', perRun: 3} or {@code schedule start: '2026-03-02', every: '2 days', perRun: 3}; {@code zone:} with both. */
final class Scheduling {
    private static final String FORMS =
            "write schedule '0 9 * * MON', perRun: 3 or schedule start: '2026-03-02', every: '2 days', perRun: 3";
    private static final int MOST = 10_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Scheduling() {}

    static void read(Call call, Draft draft, Problems problems) {
        Value start = call.named("start");
        Value every = call.named("every");
        boolean dated = start != null && every != null && call.values().isEmpty();
        boolean cron = start == null && every == null && call.values().size() == 1;
        if (!dated && !cron) {
            throw new Unreadable(
                    call.line(), call.column(), "'schedule' says when the runs start in one way; " + FORMS);
        }
        Value perRun = call.named("perRun");
        if (perRun == null) {
            problems.at(call, "'schedule' needs 'perRun:', the domains that a run buys; " + FORMS);
        }
        Value zone = call.named("zone");
        Integer domains = perRun == null ? null : problems.attempt(() -> Expect.count(perRun, "'perRun:'", MOST));
        ZoneId where = zone == null ? UTC : problems.attempt(() -> zone(zone, Expect.text(zone, "'zone:'")));
        if (cron) {
            Value value = call.values().get(0);
            String times = problems.attempt(() -> Cron.read(value, Expect.text(value, "'schedule'")));
            if (all(times, domains, where)) {
                draft.schedule = new Schedule(times, null, null, domains, where);
            }
        } else {
            LocalDate first = problems.attempt(() -> date(start, Expect.text(start, "'start:'")));
            Duration pause = problems.attempt(() -> Durations.read(every, Expect.text(every, "'every:'")));
            if (all(first, pause, domains, where)) {
                draft.schedule = new Schedule(null, first, pause, domains, where);
            }
        }
    }

    private static boolean all(Object... parts) {
        return Stream.of(parts).allMatch(Objects::nonNull);
    }

    private static LocalDate date(Value value, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // the sentence below says what would be right
        }
        throw Expect.unreadable(
                value, Problems.quote(text) + " is no day; write year, month and day, like '2026-03-02'");
    }

    private static ZoneId zone(Value value, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw Expect.unreadable(
                    value,
                    Problems.quote(text) + " is no time zone"
                            + Problems.didYouMean(
                                    text,
                                    new TreeSet<>(ZoneId.getAvailableZoneIds()),
                                    "write it like 'Europe/Berlin' or 'UTC'"));
        }
    }
}
