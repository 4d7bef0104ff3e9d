package io.mailwright.onboarding;

import io.mailwright.onboarding.NoticeSettings.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be told, until it is. Rows are written in the transaction of what they tell. Each try is claimed by moving
 * the row's next try on, so that of several nodes one makes it, and one that died with it leaves it to be tried again
 * under the same event id: at least once.
 */
@Component
public class Outbox {
    static final Duration CLAIM = Duration.ofMinutes(2);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3));
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    static final Duration TRIED_FOR = Duration.ofDays(4);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String OPEN = " sent_at is null and given_up_at is null";
    private static final String COLUMNS =
            "event_id, channel, type, body, task_id, created_at, next_at, tries, failure, sent_at, given_up_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param event the same however often and by whatever channel it is sent
     * @param channel {@code webhook} or {@code mail}
     * @param body JSON
     * @param task or null
     * @param next when it is tried next, if it is still to be sent
     * @param failure why the last try failed, or null
     */
    public record Notice(
            String event,
            String channel,
            String type,
            String body,
            String task,
            Instant created,
            Instant next,
            int tries,
            String failure,
            Instant sent,
            Instant givenUp) {}

    /** In the caller's transaction. @throws org.springframework.dao.DuplicateKeyException when it is there already */
    void put(String event, Channel channel, String type, String body, String task) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into notice (event_id, channel, type, body, task_id, created_at, next_at, tries)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)")
                .params(event, channel.word(), type, body, task, now, now)
                .update();
    }

    boolean knows(String event) {
        return jdbc.sql("select count(*) from notice where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One that is due and that nobody else tries now; it is this node's to send. */
    Optional<Notice> claim(Channel channel) {
        Instant now = clock.instant();
        List<Notice> due = notices(
                "where channel = ? and next_at <= ? and" + OPEN + " order by next_at, created_at, event_id limit 20",
                channel.word(),
                Timestamp.from(now));
        return due.stream()
                .filter(notice -> jdbc.sql("update notice set next_at = ?, tries = tries + 1"
                                        + " where event_id = ? and channel = ? and tries = ? and next_at <= ? and"
                                        + OPEN)
                                .params(Timestamp.from(now.plus(CLAIM)), notice.event(), notice.channel())
                                .params(notice.tries(), Timestamp.from(now))
                                .update()
                        == 1)
                .findFirst();
    }

    void sent(Notice notice) {
        mark(notice, "sent_at = ?, failure = null", Timestamp.from(clock.instant()));
    }

    /** @return whether it will be tried again */
    boolean failed(Notice notice, String why) {
        Instant now = clock.instant();
        String failure = why.length() <= 1000 ? why : why.substring(0, 1000);
        if (notice.created().plus(TRIED_FOR).isBefore(now)) {
            mark(notice, "given_up_at = ?, failure = ?", Timestamp.from(now), failure);
            return false;
        }
        Duration wait = notice.tries() < WAITS.size() ? WAITS.get(notice.tries()) : LONGEST_WAIT;
        mark(notice, "next_at = ?, failure = ?", Timestamp.from(now.plus(wait)), failure);
        return true;
    }

    /** It is not true any more. */
    void dropped(Notice notice) {
        jdbc.sql("delete from notice where event_id = ? and channel = ?")
                .params(notice.event(), notice.channel())
                .update();
    }

    private void mark(Notice notice, String what, Object... values) {
        jdbc.sql("update notice set " + what + " where event_id = ? and channel = ? and" + OPEN)
                .params(values)
                .params(notice.event(), notice.channel())
                .update();
    }

    /** The youngest first. @param open only those that are not sent: they wait, or were given up */
    public List<Notice> list(boolean open, int page, int size) {
        return notices(
                (open ? "where sent_at is null " : "") + "order by created_at desc, event_id, channel limit ? offset ?",
                size,
                (long) page * size);
    }

    void forgetOld() {
        jdbc.sql("delete from notice where created_at < ? and not (" + OPEN + ")")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private List<Notice> notices(String which, Object... parameters) {
        return jdbc.sql("select " + COLUMNS + " from notice " + which)
                .params(parameters)
                .query(Outbox::notice)
                .list();
    }

    private static Notice notice(ResultSet row, int i) throws SQLException {
        return new Notice(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                at(row, 6),
                at(row, 7),
                row.getInt(8),
                row.getString(9),
                at(row, 10),
                at(row, 11));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
