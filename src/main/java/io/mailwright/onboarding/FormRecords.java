package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of pending forms, and of the campaigns that fill one. Writes join the caller's transaction. */
@Component
class FormRecords {
    private final JdbcClient jdbc;
    private final StageNotes notes;
    private final Clock clock;

    FormRecords(JdbcClient jdbc, StageNotes notes, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Which form a campaign fills.
     *
     * @param recipe whether its text is another campaign's, of which only people and the like count
     */
    record Adoption(String uuid, boolean recipe) {}

    /**
     * What is known of a form beside the vendor's list.
     *
     * @param order the order's id at the vendor, or null
     * @param type null when it is not known, or more than one
     * @param monthly dollars a month as its order says, or null
     * @param tag its order's, or null
     */
    record Known(
            String uuid,
            String organization,
            String order,
            Provider type,
            BigDecimal monthly,
            String tag,
            boolean asked,
            boolean ignored) {}

    /** Empty for a campaign that buys its own domains. */
    Optional<Adoption> adoption(String campaign) {
        return jdbc.sql("select form_uuid, as_recipe from campaign where id = ? and form_uuid is not null")
                .param(campaign)
                .query((row, i) -> new Adoption(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    void adopt(String campaign, String organization, String uuid, boolean recipe) {
        jdbc.sql("update campaign set organization = ?, form_uuid = ?, live_form = ?, as_recipe = ? where id = ?")
                .params(organization, uuid, uuid, recipe, campaign)
                .update();
    }

    /** It has a text of its own now. */
    void corrected(String campaign) {
        jdbc.sql("update campaign set as_recipe = false where id = ?")
                .param(campaign)
                .update();
    }

    /** Of the current plan's only order: it is paid, and waits for its form. */
    void paid(String campaign, Known form, BigDecimal monthly, String tag) {
        jdbc.sql("update campaign_order set vendor_order_id = ?, form_uuid = ?, tag = ?, vendor_amount = ?, stage = ?"
                        + " where campaign_id = ?")
                .params(form.order(), form.uuid(), tag, monthly, Stage.SUBMITTING.word(), campaign)
                .update();
        jdbc.sql("update campaign_domain set state = ? where campaign_id = ?")
                .params(DomainRow.State.ORDERED.word(), campaign)
                .update();
        notes.changed(campaign, false);
    }

    Optional<Known> known(String uuid) {
        return jdbc.sql("select uuid, organization, order_id, mailbox_type, monthly, tag, asked, ignored_at"
                        + " from pending_form where uuid = ?")
                .param(uuid)
                .query(FormRecords::known)
                .optional();
    }

    private static Known known(ResultSet row, int i) throws SQLException {
        return new Known(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4) == null ? null : Provider.of(row.getString(4)),
                row.getBigDecimal(5),
                row.getString(6),
                row.getBoolean(7),
                row.getTimestamp(8) != null);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another is just doing the same */
    void keep(Known form) {
        String type = form.type() == null ? null : form.type().word();
        int there = jdbc.sql(
                        "update pending_form set organization = ?, order_id = ?, mailbox_type = ?, monthly = ?, tag = ?"
                                + " where uuid = ?")
                .params(form.organization(), form.order(), type, form.monthly(), form.tag(), form.uuid())
                .update();
        if (there == 0)
            jdbc.sql("insert into pending_form (uuid, organization, order_id, mailbox_type, monthly, tag, asked)"
                            + " values (?, ?, ?, ?, ?, ?, false)")
                    .params(form.uuid(), form.organization(), form.order(), type, form.monthly(), form.tag())
                    .update();
    }

    /**
     * Notes that somebody is asked about it; whoever does the same at this moment waits here.
     *
     * @return whether somebody was asked before
     */
    boolean asking(String uuid) {
        boolean before = jdbc.sql("select asked from pending_form where uuid = ? for update")
                .param(uuid)
                .query(Boolean.class)
                .single();
        jdbc.sql("update pending_form set asked = true where uuid = ?")
                .param(uuid)
                .update();
        return before;
    }

    /** Forms that somebody was asked about. */
    List<String> asked(String organization) {
        return jdbc.sql("select uuid from pending_form where organization = ? and asked order by uuid")
                .param(organization)
                .query(String.class)
                .list();
    }

    void ignore(String uuid, String user, String comment) {
        jdbc.sql("update pending_form set ignored_by = ?, ignored_at = ?, comment = ? where uuid = ?")
                .params(user, Timestamp.from(clock.instant()), Records.cut(comment), uuid)
                .update();
    }
}
