package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaigns wait for a person, those of runs counted with their parents. */
@Component
class FleetWaits {
    /** {@code id}, {@code overdue} 0 or 1; takes the time as {@code :now}. */
    static final String EACH = """
            select coalesce(c.parent_id, c.id) as id,
                   max(case when t.due_at < :now or t.task_key in ('fixPayment', 'mailboxesOverdue') then 1 else 0 end) as overdue
              from open_task t
              join campaign c on c.id = t.campaign_id
             group by coalesce(c.parent_id, c.id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FleetWaits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Counts(long waiting, long overdue) {}

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    Counts counts() {
        return jdbc.sql("select count(*), coalesce(sum(w.overdue), 0) from (" + EACH + ") w")
                .param("now", now())
                .query((row, i) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * What people are asked.
     *
     * @param parts ids of campaigns and runs
     * @return by those
     */
    Map<String, List<String>> questions(Collection<String> parts) {
        return jdbc
                .sql("select campaign_id, question from open_task where campaign_id in (:parts) order by due_at, id")
                .param("parts", parts)
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
