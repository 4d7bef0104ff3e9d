package io.mailwright.ledger;

import io.mailwright.scaledmail.VendorSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold before anything is claimed: an approval of exactly this plan and of the names that are sent, no cancellation, spending armed. */
@Component
class Guards {
    private final JdbcClient jdbc;
    private final Approvals approvals;
    private final VendorSettings vendor;
    private final Clock clock;

    Guards(JdbcClient jdbc, Approvals approvals, VendorSettings vendor, Clock clock) {
        this.jdbc = jdbc;
        this.approvals = approvals;
        this.vendor = vendor;
        this.clock = clock;
    }

    /** @param lookedAt when the vendor was last read for this spend: that read ends an earlier pause */
    void pass(Authority who, Instant lookedAt) {
        if (approvals.find(who.campaign(), who.planVersion(), who.planHash()).isEmpty())
            throw new NeedsPerson("plan version " + who.planVersion() + " is not approved; approve it first");
        if (!approvals.namesApproved(who)) throw new NamesNotApproved(who);
        if (!current(who)) throw over(who);
        if (!vendor.armed()) throw new SpendingOff(clock.instant().plusSeconds(30), SpendingOff.NOT_ARMED);
        // one from the future was noted before the clock was moved back, so before that read
        boolean paused = jdbc.sql("select 1 from spending where organization = ? and unknowns >= 2"
                                + " and last_unknown_at > ? and last_unknown_at <= ?")
                        .params(
                                who.organization(),
                                Timestamp.from(lookedAt),
                                Timestamp.from(clock.instant().plusSeconds(2)))
                        .query()
                        .listOfRows()
                        .size()
                == 1;
        if (paused)
            throw new SpendingOff(
                    clock.instant().plusSeconds(2),
                    "two calls in a row ended unknown: spending waits until the vendor can be read again");
    }

    private boolean current(Authority who) {
        return jdbc.sql("select 1 from campaign c join plan p on p.campaign_id = c.id"
                                + " and p.version = c.plan_version where c.id = ? and not c.stopped"
                                + " and p.version = ? and p.hash = ?"
                                + " union all select 1 from request where id = ? and not stopped"
                                + " and version = ? and hash = ?")
                        .params(who.campaign(), who.planVersion(), who.planHash())
                        .params(who.campaign(), who.planVersion(), who.planHash())
                        .query()
                        .listOfRows()
                        .size()
                == 1;
    }

    /**
     * Holds the campaign or request as it is until the caller's transaction ends, so that a cancellation or a new plan comes either
     * before what is written in it, and stops it, or after, and sees it. The first row that is locked.
     */
    void hold(Authority who) {
        boolean goesOn = held("select stopped, plan_version from campaign where id = ? for update", who)
                .or(() -> held("select stopped, version from request where id = ? for update", who))
                .orElse(false);
        if (!goesOn) throw over(who);
    }

    private Optional<Boolean> held(String row, Authority who) {
        return jdbc.sql(row)
                .param(who.campaign())
                .query((found, i) -> !found.getBoolean(1) && found.getInt(2) == who.planVersion())
                .optional();
    }

    private static NeedsPerson over(Authority who) {
        return new NeedsPerson(
                "it was cancelled or has a newer plan: nothing more is bought under plan " + who.planVersion());
    }

    /** Makes sure the organization has its row; in the caller's transaction. */
    void open(String organization) {
        boolean missing = jdbc.sql("select 1 from spending where organization = ?")
                .param(organization)
                .query()
                .listOfRows()
                .isEmpty();
        if (missing)
            jdbc.sql("insert into spending (organization, unknowns) values (?, 0)")
                    .param(organization)
                    .update();
    }

    /** Counts unknown outcomes in a row; inside the caller's transaction, as its last row. */
    void ended(String organization, boolean unknown) {
        if (unknown)
            jdbc.sql("update spending set unknowns = unknowns + 1, last_unknown_at = ? where organization = ?")
                    .params(Timestamp.from(clock.instant()), organization)
                    .update();
        else
            jdbc.sql("update spending set unknowns = 0 where organization = ?")
                    .param(organization)
                    .update();
    }
}
