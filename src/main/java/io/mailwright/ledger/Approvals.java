package io.mailwright.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who approved what. An approval binds to one version and hash of one campaign's plan; any other is none. */
@Component
public class Approvals {
    private final JdbcClient jdbc;
    private final Clock clock;

    Approvals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Approval(String by, String how, Instant at) {}

    /**
     * Written in the transaction that decides. Approving the same version and hash twice is the same approval.
     *
     * @param how {@code task} or {@code rule}
     */
    public void record(
            String campaign, int version, String hash, String by, String how, String comment, String reference) {
        if (find(campaign, version, hash).isPresent()) return;
        jdbc.sql("insert into approval (campaign_id, plan_version, plan_hash, approved_by, how, comment, reference,"
                        + " approved_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(campaign, version, hash, by, how, comment, reference, Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Approval> find(String campaign, int version, String hash) {
        return jdbc.sql("select approved_by, how, approved_at from approval"
                        + " where campaign_id = ? and plan_version = ? and plan_hash = ?")
                .params(campaign, version, hash)
                .query((row, i) -> new Approval(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }
}
