package io.mailwright.onboarding.parts;

import io.mailwright.ledger.NeedsPerson;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Records;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why parts wait: what each said last, for the page of tasks and {@code GET /api/parts}. */
@Component
public class PartWaits {
    private static final int MOST_CHARACTERS = 4_000;

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;

    PartWaits(JdbcClient jdbc, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /** Those of processes that still run, the longest waiting first. */
    public List<WaitingPart> all() {
        return jdbc.sql("select e.PROC_DEF_ID_, e.BUSINESS_KEY_, w.activity, w.reason, w.since, w.checked_at, w.next_at"
                        + " from part_wait w join ACT_RU_EXECUTION e on e.PARENT_ID_ is null"
                        + " and (e.ID_ = w.process or e.BUSINESS_KEY_ = w.process) order by w.since")
                .query((row, i) -> read(row))
                .list();
    }

    /**
     * Does what a part does, and keeps why it can't go on yet.
     *
     * @param place stands for the part and what it works on
     * @param process the instance or its business key
     */
    <T> T during(String place, String process, String activity, Supplier<T> work) {
        try {
            T result = work.get();
            over(place);
            return result;
        } catch (TryAgainAt early) {
            say(place, process, activity, early.getMessage(), Timestamp.from(early.time()));
            throw early;
        } catch (VendorException vendor) {
            if (vendor.kind() == VendorException.Kind.RETRIED)
                say(place, process, activity, vendor.getMessage() + " (it is tried again by itself)", null);
            else over(place);
            throw vendor;
        } catch (BusinessFailure | NeedsPerson ended) {
            over(place);
            throw ended;
        }
    }

    private void say(String place, String process, String activity, String why, Timestamp next) {
        String reason = why.length() <= MOST_CHARACTERS ? why : why.substring(0, MOST_CHARACTERS);
        Timestamp now = Timestamp.from(clock.instant());
        records.aside(() -> {
            int there = jdbc.sql("update part_wait set reason = ?, checked_at = ?, next_at = ? where place = ?")
                    .params(reason, now, next, place)
                    .update();
            if (there == 0)
                jdbc.sql("insert into part_wait (place, process, activity, reason, since, checked_at, next_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                        .params(place, process, activity, reason, now, now, next)
                        .update();
        });
    }

    private void over(String place) {
        records.aside(() ->
                jdbc.sql("delete from part_wait where place = ?").param(place).update());
    }

    private static WaitingPart read(ResultSet row) throws SQLException {
        Timestamp next = row.getTimestamp(7);
        return new WaitingPart(
                row.getString(1).replaceAll(":.*", ""),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                next == null ? null : next.toInstant());
    }
}
