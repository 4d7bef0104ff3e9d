package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes a change of stage in the transaction that makes it. Only inserted into, so that a step never waits for another
 * here; {@link StageNews} makes of the notes what is told.
 */
@Component
class StageNotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    StageNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Stage begun(String campaign, Stage stage) {
        jdbc.sql("insert into stage_told (campaign_id, stage) values (?, ?)")
                .params(campaign, stage.word())
                .update();
        return stage;
    }

    /** @param own whether the campaign's own stage was written, or that of one of its orders */
    void changed(String campaign, boolean own) {
        jdbc.sql("insert into stage_note (campaign_id, stage, own, at) values (?, ?, ?, ?)")
                .params(campaign, shown(campaign).word(), own, Timestamp.from(clock.instant()))
                .update();
    }

    /** Where it stands as far as the caller's transaction sees. */
    Stage shown(String campaign) {
        Stage own = stages("select stage from campaign where id = ?", campaign).get(0);
        return own != Stage.BUYING
                ? own
                : shown(own, stages("select stage from campaign_order where campaign_id = ?", campaign));
    }

    private List<Stage> stages(String select, String campaign) {
        return jdbc.sql(select)
                .param(campaign)
                .query((row, i) -> Stage.of(row.getString(1)))
                .list();
    }

    /** That of the least advanced order, once there are orders under way. */
    static Stage shown(Stage own, List<Stage> orders) {
        if (own != Stage.BUYING || orders.isEmpty()) return own;
        Stage least = orders.stream().min(Comparator.naturalOrder()).orElseThrow();
        return least == Stage.ONBOARDED ? Stage.PROVISIONING : least;
    }
}
