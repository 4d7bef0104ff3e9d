package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Settling;
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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows of open tasks. Writes join the transaction in which the engine opens, changes or ends the task. */
@Component
public class OpenTasks {
    private static final String SETTLE = "settle";

    private final JdbcClient jdbc;
    private final Records records;
    private final Settling settling;
    private final Notices notices;
    private final Clock clock;

    OpenTasks(JdbcClient jdbc, Records records, Settling settling, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.settling = settling;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A task as the engine has it.
     *
     * @param process the key of its process
     * @param businessKey of its instance, or null
     * @param question null when the model gives it no name
     */
    public record Opened(
            String id,
            String process,
            String businessKey,
            String key,
            String question,
            List<String> decisions,
            List<String> groups,
            Instant at,
            Instant due) {}

    public void opened(Opened task) {
        keep(task);
        find(task.id()).ifPresent(kept -> notices.task(Notices.OPENED, kept));
    }

    /** Tells nobody. */
    void keep(Opened task) {
        jdbc.sql("insert into open_task (id, task_key, question, decisions, groups, campaign_id, business_key,"
                        + " opened_at, due_at, remind_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(task.id(), task.key(), question(task), words(task.decisions()), words(task.groups()))
                .params(campaign(task), task.businessKey(), Timestamp.from(task.at()), timestamp(task.due()))
                .param(timestamp(half(task)))
                .update();
    }

    /** Other people, or another deadline, which is reminded of anew. */
    public void changed(Opened task) {
        jdbc.sql("update open_task set question = ?, groups = ? where id = ?")
                .params(question(task), words(task.groups()), task.id())
                .update();
        jdbc.sql("update open_task set due_at = ?, remind_at = ?, reminded_at = null, escalated_at = null where id = ?"
                        + " and due_at is distinct from ?")
                .params(timestamp(task.due()), timestamp(half(task)), task.id(), timestamp(task.due()))
                .update();
    }

    /**
     * Decided, taken away by an event of its model, or gone with its instance. Its row goes last in the transaction, so
     * that of two who decide at once neither waits for the other with the row taken.
     */
    public void ended(String id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                forget(id);
            }
        });
    }

    private void forget(String id) {
        jdbc.sql("delete from open_task where id = ?").param(id).update();
    }

    /** Those whose deadline comes first, and so first of all those that are overdue; at the end those without. */
    List<OpenTask> page(int page, int size) {
        return tasks("order by t.due_at nulls last, t.opened_at, t.id limit ? offset ?", size, (long) page * size);
    }

    long count() {
        return jdbc.sql("select count(*) from open_task").query(Long.class).single();
    }

    /** The campaign's, its runs' and those of requests about it. */
    List<OpenTask> of(String campaign) {
        return tasks(
                "where t.campaign_id = ? or t.campaign_id in (select id from campaign where parent_id = ?)"
                        + " order by t.due_at nulls last, t.opened_at, t.id",
                campaign,
                campaign);
    }

    Optional<OpenTask> find(String id) {
        return tasks("where t.id = ?", id).stream().findFirst();
    }

    List<String> ids() {
        return jdbc.sql("select id from open_task").query(String.class).list();
    }

    private List<OpenTask> tasks(String which, Object... parameters) {
        return jdbc.sql(
                        "select t.id, t.task_key, t.question, t.decisions, t.groups, t.campaign_id, c.name, t.opened_at,"
                                + " t.due_at from open_task t left join campaign c on c.id = t.campaign_id " + which)
                .params(parameters)
                .query(this::task)
                .list();
    }

    private OpenTask task(ResultSet row, int i) throws SQLException {
        Timestamp due = row.getTimestamp(9);
        return new OpenTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                list(row.getString(4)),
                list(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                due == null ? null : due.toInstant(),
                due != null && due.toInstant().isBefore(clock.instant()));
    }

    private String campaign(Opened task) {
        Optional<String> key = SETTLE.equals(task.process())
                ? settling.find(Long.parseLong(task.businessKey())).map(Attempt::campaign)
                : Optional.ofNullable(task.businessKey());
        return key.flatMap(records::findOf).map(CampaignRow::id).orElse(null);
    }

    /** Of the time that people have. */
    private static Instant half(Opened task) {
        return task.due() == null
                ? null
                : task.at().plus(Duration.between(task.at(), task.due()).dividedBy(2));
    }

    private static String question(Opened task) {
        return task.question() == null || task.question().isBlank() ? task.key() : task.question();
    }

    private static String words(List<String> words) {
        return String.join(",", words);
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
