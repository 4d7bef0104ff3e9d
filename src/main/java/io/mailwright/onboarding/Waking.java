package io.mailwright.onboarding;

import java.time.Clock;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The row by which the vendor of an organization is watched: at most one watch runs, and who comes while it looks is
 * counted, so that nobody is overlooked when it goes to sleep or ends.
 */
@Component
public class Waking {
    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);

    private final ExecutorService apart = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "waking");
        thread.setDaemon(true);
        return thread;
    });
    private final Records records;
    private final Processes processes;
    private final WatchSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Waking(Records records, Processes processes, WatchSettings settings, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.processes = processes;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sees to it that the vendor is read soon; joins the caller's transaction. The row is taken first: whether the watch runs
     * is asked once one that is just ending has ended.
     */
    public void wake(String organization) {
        int known = jdbc.sql("update watch set generation = generation + 1 where organization = ?")
                .param(organization)
                .update();
        if (known == 0) return;
        int asleep = jdbc.sql("update watch set running = true where organization = ? and not running")
                .param(organization)
                .update();
        if (asleep == 1) processes.start("watch", organization);
        else processes.hasten("watch", organization, Date.from(clock.instant().plus(settings.min())));
    }

    /** The same for a step that comes again and whose own transaction is undone: what it started in it would be, too. */
    public void wakeApart(String organization) {
        apart.execute(() -> {
            try {
                records.aside(() -> wake(organization));
            } catch (RuntimeException met) {
                LOG.debug("The watch of {} is woken at the next try", organization, met);
            }
        });
    }

    /** A row that says "running" while no watch runs, as a deleted instance leaves it. */
    void forgetDead(String organization) {
        long generation = jdbc.sql("select generation from watch where organization = ?")
                .param(organization)
                .query(Long.class)
                .single();
        if (processes.running("watch", organization)) return;
        jdbc.sql("update watch set running = false where organization = ? and generation = ?")
                .params(organization, generation)
                .update();
    }

    /** Who comes from now on has not been looked for. */
    void looking(String organization) {
        records.aside(() -> jdbc.sql("update watch set seen = generation where organization = ?")
                .param(organization)
                .update());
    }

    /** @param failure in a person's words, or null */
    void looked(String organization, String failure) {
        records.aside(() -> jdbc.sql("update watch set last_failure = ? where organization = ?")
                .params(failure, organization)
                .update());
    }

    /** Whether the last look could not read everything. */
    boolean failed(String organization) {
        return !jdbc.sql("select 1 from watch where organization = ? and last_failure is not null")
                .param(organization)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Whether somebody came since the look began; waits for those who are just coming. Joins the engine's transaction. */
    boolean newcomers(String organization) {
        return jdbc.sql("update watch set seen = generation where organization = ? and generation = seen")
                        .param(organization)
                        .update()
                == 0;
    }

    /** @return false when somebody came since the look began; joins the engine's transaction */
    boolean end(String organization) {
        return jdbc.sql("update watch set running = false, last_failure = null"
                                + " where organization = ? and generation = seen")
                        .param(organization)
                        .update()
                == 1;
    }
}
