package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaigns wait for a person, those of runs counted with their parents. */
@Component
class FleetWaits {
    private static final String EACH = """
            select c.id, c.created_at,
                   max(case when t.due_at < :now or t.task_key in ('fixPayment', 'mailboxesOverdue') then 1 else 0 end)
              from open_task t
              join campaign p on p.id = t.campaign_id
              join campaign c on c.id = coalesce(p.parent_id, p.id)
             group by c.id, c.created_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FleetWaits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param overdue it, or what it waits for, is beyond its time
     * @param created when the campaign was
     */
    record Wait(boolean overdue, Instant created) {}

    /** By campaign. */
    Map<String, Wait> each() {
        Map<String, Wait> each = new HashMap<>();
        jdbc.sql(EACH).param("now", Timestamp.from(clock.instant())).query(row -> {
            each.put(
                    row.getString(1),
                    new Wait(row.getInt(3) > 0, row.getTimestamp(2).toInstant()));
        });
        return each;
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
