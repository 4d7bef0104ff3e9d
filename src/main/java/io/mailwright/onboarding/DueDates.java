package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the engine's jobs are due. Coming too early does no harm to any of them: a step that can't go on yet says so. */
@Component
class DueDates {
    private static final String WAITS = " where DUEDATE_ > ? and LOCK_OWNER_ is null and RETRIES_ > 0";
    private static final String VENDOR_FAILED = " and TYPE_ = 'message' and EXCEPTION_MSG_ like '%The vendor%'";
    private static final String GOES_ON = " and (TYPE_ = 'message' or PROCESS_DEF_KEY_ in ('watch', 'settle'))";

    private final JdbcClient jdbc;
    private final Clock clock;

    DueDates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Steps that are tried again because the vendor could not be read.
     *
     * @param later than so long from now
     * @return the ids of their jobs
     */
    List<String> awaitingVendor(Duration later) {
        return jdbc.sql("select ID_ from ACT_RU_JOB" + WAITS + VENDOR_FAILED)
                .param(Timestamp.from(clock.instant().plus(later)))
                .query(String.class)
                .list();
    }

    int vendorIsBack(List<String> jobs) {
        return jobs.stream()
                .mapToInt(
                        job -> jdbc.sql("update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1" + WAITS + " and ID_ = ?")
                                .params(now(), now(), job)
                                .update())
                .sum();
    }

    /** After a start: what another process put off, save what failed, which keeps its retries. */
    int started() {
        return hasten(GOES_ON + " and EXCEPTION_MSG_ is null");
    }

    /** Deadlines stay; whatever carries a campaign on is due. */
    int clockMovedBack() {
        return hasten(GOES_ON);
    }

    private int hasten(String which) {
        return jdbc.sql("update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1" + WAITS + which)
                .params(now(), now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
