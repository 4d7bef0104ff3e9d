package io.mailwright.ledger;

import io.mailwright.scaledmail.Redaction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every call of the ledger, readable by a person (docs/money.md). */
@Component
public class Receipts {
    private static final String ROWS = "select a.id, a.claimed_by, a.request, a.request_hash, a.settled_by,"
            + " a.settled_how, a.settled_at, a.looked_at, p.approved_by, p.how, p.approved_at, p.comment, p.reference"
            + " from attempt a left join approval p on p.campaign_id = a.campaign_id"
            + " and p.plan_version = a.plan_version and p.plan_hash = a.plan_hash ";

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Redaction redaction;

    Receipts(JdbcClient jdbc, Attempts attempts, Redaction redaction) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.redaction = redaction;
    }

    private record Row(
            long id,
            String claimedBy,
            String request,
            String requestHash,
            String settledBy,
            String settledHow,
            Instant settledAt,
            Instant lookedAt,
            Receipt.Approval approval) {}

    /** Oldest first. */
    public List<Receipt> of(String campaign) {
        return read("a.campaign_id = ?", campaign);
    }

    public Optional<Receipt> find(long attempt) {
        return read("a.id = ?", attempt).stream().findFirst();
    }

    private List<Receipt> read(String which, Object parameter) {
        Map<Long, Attempt> known =
                attempts.where(which, parameter).stream().collect(Collectors.toMap(Attempt::id, attempt -> attempt));
        Map<Long, List<Receipt.Item>> items = grouped(
                "select x.attempt_id, s.spend_key, x.outcome from attempt_spend x join spend s on s.id = x.spend_id"
                        + " join attempt a on a.id = x.attempt_id where " + which + " order by s.spend_key",
                parameter,
                row -> new Receipt.Item(row.getString(2), row.getString(3)));
        Map<Long, List<Receipt.Event>> events = grouped(
                "select e.attempt_id, e.id, e.happened_at, e.node, e.what, e.from_state, e.to_state, e.reserved,"
                        + " e.charged, e.decided_by, e.why, e.reply, e.vendor_id, e.needs_person from attempt_event e"
                        + " join attempt a on a.id = e.attempt_id where " + which + " order by e.id",
                parameter,
                Receipts::event);
        return jdbc.sql(ROWS + "where " + which + " order by a.id").param(parameter).query(this::row).list().stream()
                .filter(row -> known.containsKey(row.id()))
                .map(row -> receipt(
                        row,
                        known.get(row.id()),
                        items.getOrDefault(row.id(), List.of()),
                        events.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Receipt receipt(Row row, Attempt attempt, List<Receipt.Item> items, List<Receipt.Event> events) {
        return new Receipt(
                attempt,
                row.approval(),
                row.claimedBy(),
                events.stream()
                        .filter(event -> event.what().equals("sent"))
                        .map(Receipt.Event::at)
                        .findFirst()
                        .orElse(null),
                row.request(),
                row.requestHash(),
                events.isEmpty() ? attempt.amount() : events.get(0).reserved(),
                attempt.state() == Attempt.State.CONFIRMED ? attempt.amount() : BigDecimal.ZERO,
                row.settledBy(),
                row.settledHow(),
                row.settledAt(),
                row.lookedAt(),
                items,
                events);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<Long, List<T>> grouped(String sql, Object parameter, Reader<T> reader) {
        return jdbc
                .sql(sql)
                .param(parameter)
                .query((row, i) -> Map.entry(row.getLong(1), reader.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Receipt.Event event(ResultSet row) throws SQLException {
        return new Receipt.Event(
                row.getLong(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getBoolean(14));
    }

    private Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row.getTimestamp(7)),
                instant(row.getTimestamp(8)),
                row.getString(9) == null
                        ? null
                        : new Receipt.Approval(
                                row.getString(9),
                                row.getString(10),
                                instant(row.getTimestamp(11)),
                                redaction.redact(row.getString(12)),
                                redaction.redact(row.getString(13))));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
