package io.mailwright.scaledmail;

import java.util.List;
import java.util.stream.Stream;

/**
 * The latest sends under one limit: no window holds more than {@code limit} of them.
 *
 * @param times milliseconds, oldest first; those ahead of now are booked by callers that wait for them
 * @param window milliseconds
 */
record SendTimes(List<Long> times, int limit, long window) {
    /** Times further ahead than anyone books come from a clock that was moved back: they count as that late. */
    SendTimes notAfter(long latest) {
        return new SendTimes(times.stream().map(time -> Math.min(time, latest)).toList(), limit, window);
    }

    /** When so many sends fit into one window. */
    long roomFor(int sends, long now) {
        int leaving = times.size() - limit + sends - 1;
        return leaving < 0 ? now : Math.max(now, times.get(leaving) + window);
    }

    SendTimes plus(long time) {
        List<Long> all = Stream.concat(times.stream(), Stream.of(time)).sorted().toList();
        return new SendTimes(all.subList(Math.max(0, all.size() - limit), all.size()), limit, window);
    }
}
