package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The looks at the vendor's pending forms: one each time a person asks for it, and a single one that repeats, for the whole
 * cluster, if the settings say so.
 */
@Component
class FormLooks implements Starter {
    /** The business key of a look begins so. */
    static final String LOOK = "look:";

    private static final String BY_ITSELF = LOOK + "scheduled";
    private static final String WORKSPACE = "workspace";

    private final Records records;
    private final Processes processes;
    private final PendingFormsSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FormLooks(
            Records records,
            Processes processes,
            PendingFormsSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.processes = processes;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param workspace a name or an id, or null: the configured one
     * @param due when it looks next; of one by hand null until it has looked
     * @param problem why the last one failed, or null
     */
    record Look(String id, String workspace, boolean repeats, Instant due, String problem) {}

    @Override
    public String process() {
        return "pending-forms";
    }

    @Override
    public Set<String> fields() {
        return Set.of(WORKSPACE);
    }

    @Override
    public boolean knows(String businessKey) {
        return find(businessKey)
                .map(look -> Starter.first(
                        businessKey, (look.repeats() || look.due() == null) && !processes.running(businessKey)))
                .orElse(false);
    }

    @Override
    public String begin(Map<String, String> form, String user) {
        String workspace = form.get(WORKSPACE);
        if (workspace != null && workspace.length() > 200)
            throw new Onboarding.Conflict("a workspace's name has at most 200 characters; shorten it");
        String id = CampaignNames.newId(LOOK + "by-hand");
        insert(id, workspace, false, null, user);
        return id;
    }

    /** By API or command line. */
    String begin(String workspace, String user) {
        return transaction.execute(tx -> {
            String id = begin(workspace == null ? Map.of() : Map.of(WORKSPACE, workspace), user);
            processes.start(process(), id);
            return id;
        });
    }

    /** The first comes an interval after Mailwright first started; a shorter interval counts from now. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        settings.interval().ifPresent(interval -> {
            Instant due = clock.instant().plus(interval);
            if (find(BY_ITSELF).isEmpty())
                try {
                    records.aside(() -> insert(BY_ITSELF, null, true, due, "Mailwright"));
                } catch (DuplicateKeyException byAnotherNode) {
                    // it is there
                }
            transaction.executeWithoutResult(tx -> goOn(due));
        });
    }

    /** Nodes that start together take turns at the row. */
    private void goOn(Instant due) {
        Instant planned = jdbc.sql("select due_at from form_look where id = ? for update")
                .param(BY_ITSELF)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
        if (planned.isAfter(due)) due(BY_ITSELF, due);
        if (!processes.running(process(), BY_ITSELF)) processes.start(process(), BY_ITSELF);
        else processes.hasten(process(), BY_ITSELF, Date.from(due));
    }

    Look look(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no look " + id));
    }

    Optional<Look> find(String id) {
        return jdbc.sql("select id, workspace, repeats, due_at, problem from form_look where id = ?")
                .param(id)
                .query((row, i) -> new Look(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .optional();
    }

    /** Whether it looks now: one that repeats waits for its time, and is passed over while that is off. */
    boolean due(Look look) {
        if (!look.repeats()) return look.due() == null;
        return settings.interval().isPresent() && !look.due().isAfter(clock.instant());
    }

    /** It is over, or has its next time; with the questions it opened, or not at all. */
    void done(String id) {
        due(id, clock.instant().plus(settings.interval().orElse(Duration.ZERO)));
    }

    void giveUp(String id) {
        done(id);
        problem(id, null);
    }

    /** @param problem in a person's words, or null */
    void problem(String id, String problem) {
        jdbc.sql("update form_look set problem = ? where id = ?")
                .params(Records.cut(problem), id)
                .update();
    }

    boolean again(Look look) {
        return look.repeats() && settings.interval().isPresent();
    }

    private void due(String id, Instant due) {
        jdbc.sql("update form_look set due_at = ? where id = ?")
                .params(Timestamp.from(due), id)
                .update();
    }

    private void insert(String id, String workspace, boolean repeats, Instant due, String user) {
        jdbc.sql(
                        "insert into form_look (id, workspace, repeats, due_at, started_by, started_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        workspace,
                        repeats,
                        due == null ? null : Timestamp.from(due),
                        user,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
