package io.mailwright.simulator;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** Five calls in any second, fifteen in any minute of each critical endpoint (section 1.3, U14, U15); real time. */
final class Limits {
    private static final int PER_SECOND = 5;
    private static final int PER_MINUTE = 15;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    /**
     * Counts a call, or turns it away.
     *
     * @param now in milliseconds
     * @return the time in milliseconds from which calls are taken again, when this one is not
     */
    OptionalLong turnedAway(String endpoint, long now, State state) {
        if (state.modes.unlimited()) {
            return OptionalLong.empty();
        }
        if (now < state.blockedUntil) {
            return OptionalLong.of(state.blockedUntil);
        }
        Deque<Long> lastSecond = state.lastSecond;
        lastSecond.removeIf(time -> time <= now - SECOND);
        if (lastSecond.size() >= PER_SECOND) {
            state.blockedUntil = now + state.modes.block().toMillis();
            return OptionalLong.of(Math.max(state.blockedUntil, lastSecond.peekFirst() + SECOND));
        }
        if (Endpoint.CRITICAL.contains(endpoint)) {
            List<Long> lastMinute = state.criticalCalls.computeIfAbsent(endpoint, name -> new ArrayList<>());
            lastMinute.removeIf(time -> time <= now - MINUTE);
            if (lastMinute.size() >= PER_MINUTE) {
                return OptionalLong.of(lastMinute.get(0) + MINUTE);
            }
            lastMinute.add(now);
        }
        lastSecond.addLast(now);
        return OptionalLong.empty();
    }
}
