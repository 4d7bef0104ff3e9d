package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds once of a task that waits at half of its time, and tells once when its deadline has passed. */
@Component
class Reminders {
    private static final String OVERDUE = "due_at <= ? and escalated_at is null";
    private static final String HALF = "remind_at <= ? and due_at > ? and reminded_at is null";

    private final JdbcClient jdbc;
    private final OpenTasks tasks;
    private final Notices notices;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(JdbcClient jdbc, OpenTasks tasks, Notices notices, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${mailwright.notices.look:PT15S}")
    void look() {
        Timestamp now = Timestamp.from(clock.instant());
        ids(HALF, now, now).forEach(id -> tell(id, Notices.REMINDER, "reminded_at", HALF, now, now));
        ids(OVERDUE, now).forEach(id -> tell(id, Notices.OVERDUE, "escalated_at", OVERDUE, now));
    }

    private List<String> ids(String which, Object... now) {
        return jdbc.sql("select id from open_task where " + which + " order by due_at limit 500")
                .params(now)
                .query(String.class)
                .list();
    }

    /** The row is marked with the notice, by one node. */
    private void tell(String id, String type, String column, String which, Timestamp... now) {
        transaction.executeWithoutResult(tx -> {
            int mine = jdbc.sql("update open_task set " + column + " = ? where id = ? and " + which)
                    .params(now[0], id)
                    .params((Object[]) now)
                    .update();
            if (mine == 1) tasks.find(id).ifPresent(task -> notices.task(type, task));
        });
    }
}
