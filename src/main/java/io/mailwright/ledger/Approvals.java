package io.mailwright.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who approved what. An approval binds to one version and hash of one campaign's plan; any other is none. That of an order's
 * names binds to those names too.
 */
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

    /**
     * Written in the transaction that decides. Approving the same names under the same plan twice is the same approval.
     *
     * @param who with the hash of the names that were shown
     */
    public void recordNames(Authority who, String by, String comment, String reference) {
        if (namesApproved(who)) return;
        jdbc.sql("insert into names_approval (campaign_id, plan_version, plan_hash, order_number, names_hash,"
                        + " approved_by, comment, reference, approved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        who.campaign(),
                        who.planVersion(),
                        who.planHash(),
                        who.order(),
                        who.namesHash(),
                        by,
                        comment,
                        reference,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether its names may be sent: nobody has to approve them, or somebody did, exactly these under exactly this plan. */
    public boolean namesApproved(Authority who) {
        return who.namesHash() == null
                || !jdbc.sql("select 1 from names_approval where campaign_id = ? and plan_version = ?"
                                + " and plan_hash = ? and order_number = ? and names_hash = ?")
                        .params(who.campaign(), who.planVersion(), who.planHash(), who.order(), who.namesHash())
                        .query()
                        .listOfRows()
                        .isEmpty();
    }
}
