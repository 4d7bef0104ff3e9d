package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of a campaign's orders and the domains in them. Writes join the caller's transaction; those of a step that
 * belongs to an earlier version of the plan change nothing.
 */
@Component
class OrderRecords {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final StageNotes notes;

    OrderRecords(JdbcClient jdbc, Clock clock, StageNotes notes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notes = notes;
    }

    List<OrderRow> orders(String campaign) {
        return jdbc.sql(
                        "select campaign_id, number, plan_version, provider, source, monthly, stage, style, vendor_order_id, form_uuid,"
                                + " tag, problem, vendor_amount, amount_asked, cancelled_at from campaign_order where campaign_id = ?"
                                + " order by number")
                .param(campaign)
                .query((row, i) -> new OrderRow(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        Provider.of(row.getString(4)),
                        row.getString(5),
                        row.getBigDecimal(6),
                        Stage.of(row.getString(7)),
                        row.getString(8).equals("direct"),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getBigDecimal(13),
                        row.getBoolean(14),
                        row.getTimestamp(15) == null
                                ? null
                                : row.getTimestamp(15).toInstant()))
                .list();
    }

    /** @param key {@code <campaign id>/<order number>} */
    OrderRow order(String key) {
        int slash = key.lastIndexOf('/');
        int number = Integer.parseInt(key.substring(slash + 1));
        return orders(key.substring(0, slash)).stream()
                .filter(order -> order.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no order " + key));
    }

    /** The campaign whose order has that id at the vendor. */
    Optional<String> campaignOf(String vendorOrder) {
        return jdbc
                .sql("select campaign_id from campaign_order where vendor_order_id = ?")
                .param(vendorOrder)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    void cancelled(OrderRow order, Instant at) {
        if (order.cancelledAt() == null) set(order, "cancelled_at", Timestamp.from(at));
    }

    void stage(OrderRow order, Stage stage) {
        set(order, "stage", stage.word());
        notes.changed(order.campaign(), false);
    }

    /** All its mailboxes were handed over; the first time counts. */
    void onboarded(OrderRow order) {
        stage(order, Stage.ONBOARDED);
        jdbc.sql("update campaign_order set onboarded_at = ? where campaign_id = ? and number = ? and plan_version = ?"
                        + " and onboarded_at is null")
                .params(Timestamp.from(clock.instant()), order.campaign(), order.number(), order.planVersion())
                .update();
    }

    void problem(OrderRow order, String problem) {
        set(order, "problem", Records.cut(problem));
    }

    /** @param column one of ours, never a caller's text */
    void set(OrderRow order, String column, Object value) {
        jdbc.sql("update campaign_order set " + column + " = ? where campaign_id = ? and number = ?"
                        + " and plan_version = ?")
                .params(value, order.campaign(), order.number(), order.planVersion())
                .update();
    }

    List<DomainRow> domains(String campaign) {
        return jdbc.sql(
                        "select campaign_id, slot, order_number, domain, provider, bought, price, state,"
                                + " vendor_domain_id, expected, not_ordered from campaign_domain where campaign_id = ? order by slot")
                .param(campaign)
                .query(OrderRecords::domain)
                .list();
    }

    /** The domains of an order that are still wanted. */
    List<DomainRow> domains(OrderRow order) {
        return slots(order).stream().filter(DomainRow::wanted).toList();
    }

    List<DomainRow> slots(OrderRow order) {
        return domains(order.campaign()).stream()
                .filter(domain -> domain.order() == order.number())
                .toList();
    }

    private static DomainRow domain(ResultSet row, int i) throws SQLException {
        return new DomainRow(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                Provider.of(row.getString(5)),
                row.getBoolean(6),
                row.getBigDecimal(7),
                DomainRow.State.valueOf(row.getString(8).toUpperCase(java.util.Locale.ROOT)),
                row.getString(9),
                row.getInt(10),
                row.getString(11));
    }

    void state(DomainRow domain, DomainRow.State state) {
        jdbc.sql("update campaign_domain set state = ? where campaign_id = ? and slot = ? and domain = ?")
                .params(state.word(), domain.campaign(), domain.slot(), domain.domain())
                .update();
    }

    /** Another name stands in its slot at the vendor. */
    void rename(DomainRow domain, String name) {
        jdbc.sql(
                        "update campaign_domain set domain = ?, state = ?, not_ordered = null where campaign_id = ? and slot = ?"
                                + " and domain = ?")
                .params(name, DomainRow.State.ORDERED.word(), domain.campaign(), domain.slot(), domain.domain())
                .update();
    }

    /** @param notOrdered addresses the vendor lists for it that nobody ordered, or null */
    void listed(DomainRow domain, String vendorId, String notOrdered) {
        jdbc.sql("update campaign_domain set vendor_domain_id = ?, not_ordered = ?, state = ?"
                        + " where campaign_id = ? and slot = ? and domain = ?")
                .params(
                        vendorId,
                        Records.cut(notOrdered),
                        DomainRow.State.ACTIVE.word(),
                        domain.campaign(),
                        domain.slot(),
                        domain.domain())
                .update();
    }
}
