package io.mailwright.scaledmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How this node's calls to the vendor went in the last hour, and its last failures. In memory: a restart begins anew. */
@Component
public class CallLog {
    public static final Duration INTERVAL = Duration.ofSeconds(10);

    /** An hour of them. */
    private static final int INTERVALS = 360;

    private static final int MOST_FAILURES = 50;
    private static final int MOST_CHARACTERS = 300;

    /** How a call ended. */
    public enum End {
        /** As it should. */
        ANSWERED,
        /** The vendor said no. */
        REFUSED,
        /** The vendor's limit was met: 429. */
        LIMITED,
        /** No reply, 5xx, or one that can't be understood. */
        FAILED
    }

    /** @param calls by how they ended; what did not happen is left out */
    public record Interval(Instant from, Map<End, Integer> calls) {}

    /**
     * @param operation the end of its path
     * @param status 0 when none was read
     * @param why without secrets
     */
    public record FailedCall(Instant at, String operation, int status, String why) {}

    private final Clock clock;
    private final Instant since;
    private final Deque<Interval> intervals = new ArrayDeque<>();
    private final Deque<FailedCall> failures = new ArrayDeque<>();

    CallLog(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    public Instant since() {
        return since;
    }

    synchronized void answered() {
        count(End.ANSWERED);
    }

    /** @param why redacted */
    synchronized void failed(String operation, int status, String why) {
        count(end(status));
        note(operation, status, why);
    }

    /** Of a call that may cost money. One that never left is no call, but worth knowing. */
    synchronized void ended(String operation, Reply reply) {
        boolean left = reply.outcome() != Reply.Outcome.NOT_SENT || reply.status() != 0;
        if (reply.outcome() == Reply.Outcome.CONFIRMED) count(End.ANSWERED);
        else {
            if (left) count(end(reply.status()));
            note(operation, reply.status(), left ? reply.text() : "It did not leave: " + reply.text());
        }
    }

    /**
     * The intervals with calls, oldest first.
     *
     * @param back how far, at most an hour
     */
    public synchronized List<Interval> calls(Duration back) {
        Instant from = clock.instant().minus(back);
        return intervals.stream()
                .filter(interval -> !interval.from().isBefore(from))
                .map(interval -> new Interval(interval.from(), Map.copyOf(interval.calls())))
                .toList();
    }

    /** The youngest first. */
    public synchronized List<FailedCall> failures() {
        return new ArrayList<>(failures);
    }

    private static End end(int status) {
        if (status == 429) return End.LIMITED;
        return status >= 400 && status < 500 ? End.REFUSED : End.FAILED;
    }

    private void count(End end) {
        long length = INTERVAL.toSeconds();
        Instant from = Instant.ofEpochSecond(clock.instant().getEpochSecond() / length * length);
        if (intervals.isEmpty() || !intervals.peekLast().from().equals(from)) {
            intervals.addLast(new Interval(from, new EnumMap<>(End.class)));
            if (intervals.size() > INTERVALS) intervals.removeFirst();
        }
        intervals.peekLast().calls().merge(end, 1, Integer::sum);
    }

    private void note(String operation, int status, String why) {
        String text = why == null ? "" : why;
        failures.addFirst(new FailedCall(
                clock.instant(),
                operation,
                status,
                text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…"));
        if (failures.size() > MOST_FAILURES) failures.removeLast();
    }
}
