package io.mailwright.console;

import io.mailwright.onboarding.ScheduleView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** @param total of all pages */
public record SchedulesPage(List<ScheduleView> schedules, int page, int size, long total) {
    private static final int MOST_NEXT = 8;

    /** A run to come. */
    public record Next(Instant at, ScheduleView schedule) {}

    /** The first of all schedules on this page, in their order. */
    public List<Next> next() {
        return schedules.stream()
                .flatMap(schedule -> schedule.upcoming().stream().map(at -> new Next(at, schedule)))
                .sorted(Comparator.comparing(Next::at))
                .limit(MOST_NEXT)
                .toList();
    }

    public boolean more() {
        return (page + 1L) * size < total;
    }

    /** Whether runs still come, so that it can be paused and run. */
    public static boolean goesOn(ScheduleView schedule) {
        return schedule.paused() || schedule.next() != null;
    }
}
