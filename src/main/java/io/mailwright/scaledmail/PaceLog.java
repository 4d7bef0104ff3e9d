package io.mailwright.scaledmail;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The remembered send times, one locked row for each limit. */
@Component
class PaceLog {
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LongSupplier clock;

    @Autowired
    PaceLog(JdbcClient jdbc, PlatformTransactionManager transactions, PaceClock clock) {
        this(jdbc, transactions, clock::millis);
    }

    PaceLog(JdbcClient jdbc, PlatformTransactionManager transactions, LongSupplier clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * @param sends no window holds more than so many
     * @param lead how far ahead the slot has to be at least
     * @param longestWait a slot further away is not booked
     * @param room how many sends must fit at the time answered when nothing was booked
     */
    record Wish(String bucket, int sends, Duration window, Duration lead, Duration longestWait, int room) {}

    /**
     * @param delay from now; when nothing was booked, until there is room
     * @param opensNanos the slot by {@link System#nanoTime()}, never early
     * @param doubtNanos how much earlier it may have been by the database's clock
     */
    record Slot(boolean booked, Duration delay, long opensNanos, long doubtNanos) {}

    /** Books the earliest send that keeps the limit, unless it is further away than the longest wait. */
    Slot book(Wish wish) {
        for (int tries = 1; ; tries++) {
            try {
                Optional<Slot> slot = transaction.execute(status -> tryBook(wish));
                if (slot.isPresent()) {
                    return slot.get();
                }
                open(wish.bucket());
            } catch (PessimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The remembered sends in milliseconds from now, oldest first; below zero: they have left. */
    List<Long> ahead(String bucket) {
        long now = clock.getAsLong();
        return jdbc.sql("select sends from pace where bucket = ?")
                .param(bucket)
                .query(String.class)
                .optional()
                .map(sends -> parse(sends).stream().map(time -> time - now).toList())
                .orElse(List.of());
    }

    private Optional<Slot> tryBook(Wish wish) {
        return jdbc.sql("select sends from pace where bucket = :bucket for update")
                .param("bucket", wish.bucket())
                .query(String.class)
                .optional()
                .map(sends -> bookIn(
                        new SendTimes(parse(sends), wish.sends(), wish.window().toMillis()), wish));
    }

    private Slot bookIn(SendTimes known, Wish wish) {
        long before = System.nanoTime();
        long now = clock.getAsLong();
        long after = System.nanoTime();
        SendTimes believed = known.notAfter(now + Pace.LONGEST_WAIT.toMillis());
        long at = believed.roomFor(1, now + wish.lead().toMillis());
        boolean booked = at - now <= wish.longestWait().toMillis();
        SendTimes remembered = booked ? believed.plus(at) : believed;
        if (!remembered.equals(known)) {
            write(wish.bucket(), remembered);
        }
        Duration wait = Duration.ofMillis((booked ? at : believed.roomFor(wish.room(), now)) - now);
        return new Slot(booked, wait, after + wait.toNanos(), after - before);
    }

    private void write(String bucket, SendTimes sends) {
        jdbc.sql("update pace set sends = :sends where bucket = :bucket")
                .param("sends", sends.times().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .param("bucket", bucket)
                .update();
    }

    private void open(String bucket) {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("insert into pace (bucket, sends) values (:bucket, '')")
                    .param("bucket", bucket)
                    .update());
        } catch (DuplicateKeyException e) {
            // another thread or node was first
        }
    }

    private static List<Long> parse(String sends) {
        return sends.isEmpty()
                ? List.of()
                : Arrays.stream(sends.split(",")).map(Long::valueOf).toList();
    }
}
