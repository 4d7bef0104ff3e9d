package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided; an approval is a row of its own beside its plan. Rows are only added. */
@Component
class Decisions {
    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the transaction that completes the task.
     *
     * @param key the business key: of a campaign, an order, a request, a form, or an attempt that is being settled
     */
    void add(String task, String key, String decision, String comment, String reference, String user) {
        jdbc.sql("insert into decision (task_key, business_key, about, decision, comment, reference, decided_by,"
                        + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task,
                        key,
                        owner(task, key),
                        decision,
                        comment,
                        reference,
                        user,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The campaign or request that it is about, or null. */
    private String owner(String task, String key) {
        String id = task.equals("resolveSpend") ? attemptOf(key) : key.replaceFirst("/.*", "");
        return jdbc.sql("select id from campaign where id = ? union all select id from request where id = ?")
                .params(id, id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String attemptOf(String attempt) {
        return jdbc.sql("select campaign_id from attempt where id = ?")
                .param(Long.parseLong(attempt))
                .query(String.class)
                .single();
    }
}
