package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of campaigns, plans, orders and domains. Steps write them in short transactions of their own ({@link
 * #aside}): each write may be repeated, is in the database before the next effect, and is not undone when a step is.
 */
@Component
public class Records {
    private final JdbcClient jdbc;
    private final StageNotes notes;
    private final TransactionTemplate alone;
    private final Clock clock;

    Records(JdbcClient jdbc, StageNotes notes, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    public void aside(Runnable writes) {
        alone.executeWithoutResult(tx -> writes.run());
    }

    void insert(String id, String name, String liveName, String text, String user) {
        jdbc.sql(
                        "insert into campaign (id, name, live_name, text, stage, plan_version, stopped, created_by, created_at)"
                                + " values (?, ?, ?, ?, ?, 0, false, ?, ?)")
                .params(id, name, liveName, text, Stage.CHECKING.word(), user, Timestamp.from(clock.instant()))
                .update();
        notes.begun(id, Stage.CHECKING);
    }

    Optional<CampaignRow> find(String id) {
        return campaigns("where id = ?", id).stream().findFirst();
    }

    CampaignRow campaign(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no campaign " + id));
    }

    /** @param key of a campaign, of one of its orders: {@code <campaign id>/<order number>}, or of a request about it */
    Optional<CampaignRow> findOf(String key) {
        int slash = key.indexOf('/');
        return find(slash < 0 ? key : key.substring(0, slash))
                .or(() -> campaigns("where id = (select campaign_id from request where id = ?)", key).stream()
                        .findFirst());
    }

    CampaignRow campaignOf(String key) {
        return findOf(key).orElseThrow(() -> new IllegalArgumentException("there is no campaign of " + key));
    }

    /** Newest first. */
    List<CampaignRow> all() {
        return campaigns("order by created_at desc, id");
    }

    /** The same, a page of them. */
    List<CampaignRow> page(long from, int size) {
        return campaigns("order by created_at desc, id offset ? rows fetch next ? rows only", from, size);
    }

    long count() {
        return jdbc.sql("select count(*) from campaign").query(Long.class).single();
    }

    Optional<CampaignRow> living(String liveName) {
        return campaigns("where live_name = ?", liveName).stream().findFirst();
    }

    /** Cancelled, with calls of unknown outcome. */
    List<CampaignRow> stopping(String organization) {
        return campaigns("where organization = ? and stopped and live_name is not null", organization);
    }

    private List<CampaignRow> campaigns(String where, Object... parameters) {
        return jdbc.sql("select id, name, organization, text, stage, plan_version, problem, stopped, created_at"
                        + " from campaign " + where)
                .params(parameters)
                .query((row, i) -> new CampaignRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Stage.of(row.getString(5)),
                        row.getInt(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getTimestamp(9).toInstant()))
                .list();
    }

    /** A campaign that has ended stays so, whatever a step that was under way then still writes. */
    void stage(String id, Stage stage) {
        int living = jdbc.sql("update campaign set stage = ? where id = ? and live_name is not null")
                .params(stage.word(), id)
                .update();
        if (living == 1) notes.changed(id, true);
    }

    void problem(String id, String problem) {
        jdbc.sql("update campaign set problem = ? where id = ? and live_name is not null")
                .params(cut(problem), id)
                .update();
    }

    /** In transactions of its own. */
    void organization(String id, String organization) {
        aside(() -> jdbc.sql("update campaign set organization = ? where id = ?")
                .params(organization, id)
                .update());
        watched(organization);
    }

    /** The row by which an organization's vendor is watched; in a transaction of its own. */
    void watched(String organization) {
        boolean watched = !jdbc.sql("select 1 from watch where organization = ?")
                .param(organization)
                .query()
                .listOfRows()
                .isEmpty();
        if (watched) return;
        try {
            aside(() -> jdbc.sql("insert into watch (organization, running, generation, seen) values (?, false, 0, 0)")
                    .param(organization)
                    .update());
        } catch (DuplicateKeyException madeByAnother) {
            return;
        }
    }

    void text(String id, String liveName, String name, String text) {
        jdbc.sql("update campaign set text = ?, live_name = ?, name = ? where id = ?")
                .params(text, liveName, name, id)
                .update();
    }

    void stop(String id) {
        jdbc.sql("update campaign set stopped = true where id = ?").param(id).update();
    }

    /** What a person has just been asked about. */
    void solved(String id) {
        jdbc.sql("update campaign set problem = null where id = ?").param(id).update();
        jdbc.sql("update campaign_order set problem = null where campaign_id = ?")
                .param(id)
                .update();
    }

    /** Its name may be used again. */
    void end(String id, Stage stage) {
        jdbc.sql("update campaign set stage = ?, live_name = null, live_form = null, stopped = true, problem = null"
                        + " where id = ?")
                .params(stage.word(), id)
                .update();
        notes.changed(id, true);
    }

    static String cut(String text) {
        return text == null || text.length() <= 4000 ? text : text.substring(0, 4000);
    }
}
