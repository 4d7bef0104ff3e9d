package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of schedules, and which campaigns are runs of which. Writes join the caller's transaction. */
@Component
class ScheduleRecords {
    private final JdbcClient jdbc;

    ScheduleRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a schedule has come.
     *
     * @param answeredTo firings up to then have been answered by a run, or are missed
     * @param asked since when a person wants a run besides, or null
     * @param missed firings that no run answers
     */
    record Progress(Instant answeredTo, boolean paused, Instant asked, int missed) {}

    /** @param number 1, 2 … */
    record Run(String parent, int number) {}

    void open(String campaign, Instant answeredTo) {
        jdbc.sql("insert into schedule (campaign_id, answered_to, paused, missed) values (?, ?, false, 0)")
                .params(campaign, Timestamp.from(answeredTo))
                .update();
    }

    Optional<Progress> find(String campaign) {
        return jdbc.sql("select answered_to, paused, asked_at, missed from schedule where campaign_id = ?")
                .param(campaign)
                .query((row, i) -> new Progress(
                        row.getTimestamp(1).toInstant(),
                        row.getBoolean(2),
                        Optional.ofNullable(row.getTimestamp(3))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getInt(4)))
                .optional();
    }

    Progress of(String campaign) {
        return find(campaign)
                .orElseThrow(() -> new IllegalArgumentException("campaign " + campaign + " has no schedule"));
    }

    /** The youngest first. */
    List<String> all() {
        return jdbc.sql("select s.campaign_id from schedule s join campaign c on c.id = s.campaign_id"
                        + " order by c.created_at desc, c.id")
                .query(String.class)
                .list();
    }

    /** The youngest first. */
    List<String> page(int page, int size) {
        return jdbc.sql("select s.campaign_id from schedule s join campaign c on c.id = s.campaign_id"
                        + " order by c.created_at desc, c.id offset ? rows fetch next ? rows only")
                .params((long) page * size, size)
                .query(String.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from schedule").query(Long.class).single();
    }

    void paused(String campaign, boolean paused) {
        jdbc.sql("update schedule set paused = ? where campaign_id = ?")
                .params(paused, campaign)
                .update();
    }

    void runNow(String campaign, Instant asked) {
        jdbc.sql("update schedule set asked_at = ? where campaign_id = ?")
                .params(Timestamp.from(asked), campaign)
                .update();
    }

    void answered(String campaign, Instant to, int missed) {
        jdbc.sql("update schedule set answered_to = ?, missed = ?, asked_at = null where campaign_id = ?")
                .params(Timestamp.from(to), missed, campaign)
                .update();
    }

    void isRun(String campaign, Run run) {
        jdbc.sql("update campaign set parent_id = ?, run = ? where id = ?")
                .params(run.parent(), run.number(), campaign)
                .update();
    }

    /** What the campaign is a run of, if it is one. */
    Optional<Run> run(String campaign) {
        return jdbc.sql("select parent_id, run from campaign where id = ? and parent_id is not null")
                .param(campaign)
                .query((row, i) -> new Run(row.getString(1), row.getInt(2)))
                .optional();
    }

    /** The ids of a campaign's runs, in their order. */
    List<String> runs(String campaign) {
        return jdbc.sql("select id from campaign where parent_id = ? order by run")
                .param(campaign)
                .query(String.class)
                .list();
    }

    Optional<String> lastRun(String campaign) {
        List<String> runs = runs(campaign);
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** Whether a plan of it was ever approved. */
    boolean approved(String campaign) {
        return !jdbc.sql("select 1 from approval where campaign_id = ?")
                .param(campaign)
                .query()
                .listOfRows()
                .isEmpty();
    }
}
