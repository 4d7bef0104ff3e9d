package io.mailwright.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the ledger, read; {@link Journal} writes them. */
@Component
class Attempts {
    private static final String COLUMNS = "select a.id, a.kind, a.organization, a.campaign_id, a.order_number,"
            + " a.plan_version, a.plan_hash, a.number, a.tag, a.amount, a.budget_month, a.claimed_at, a.state, a.reply,"
            + " a.vendor_id, a.vendor_shows, a.needs_person, a.names from attempt a ";

    /** Kinds whose {@code vendor_id} is an order's. */
    static final String PLACES_ORDERS = "('CREATE_ORDER', 'CREATE_CUSTOM_ORDER', 'BUY_PREWARMED')";

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who placed the order with this id at the vendor, as far as the ledger knows. */
    Optional<Attempt> confirmedAs(String organization, String vendorId) {
        return jdbc
                .sql(COLUMNS + "where a.organization = ? and a.vendor_id = ? and a.state = 'confirmed' and a.kind in "
                        + PLACES_ORDERS + " order by a.id")
                .params(organization, vendorId)
                .query(Attempts::read)
                .list()
                .stream()
                .findFirst();
    }

    Set<String> knownOrders(String organization) {
        return new HashSet<>(jdbc.sql("select vendor_id from attempt where organization = ? and vendor_id is not null"
                        + " and state = 'confirmed' and kind in " + PLACES_ORDERS)
                .param(organization)
                .query(String.class)
                .list());
    }

    /** Whether any attempt of the organization, whatever became of it, carries that tag. */
    boolean usedTag(String organization, String tag) {
        return !jdbc.sql("select 1 from attempt where organization = ? and tag = ?")
                .params(organization, tag)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Whether another campaign tried to order one of these names; what never left does not count. */
    boolean othersTried(String organization, String campaign, Set<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(SpendKind.CREATE_CUSTOM_ORDER, SpendKind.BUY_PREWARMED)
                        .flatMap(kind -> history(kind, organization, name).stream()))
                .anyMatch(attempt -> !attempt.campaign().equals(campaign) && attempt.state() != Attempt.State.NOT_SENT);
    }

    /** When something was last sent for the organization; what was only found does not count. */
    Optional<Instant> lastSent(String organization) {
        return jdbc.sql("select claimed_at from attempt where organization = ?"
                        + " and (settled_how is null or settled_how not like 'looked first%')"
                        + " order by claimed_at desc fetch first 1 rows only")
                .param(organization)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Whether something was found since then that the ledger had not written down: it may be a restored one. */
    boolean foundSome(String organization, Instant since) {
        return !jdbc.sql("select 1 from attempt where organization = ? and settled_how like 'looked first%'"
                        + " and claimed_at >= ? fetch first 1 rows only")
                .params(organization, Timestamp.from(since))
                .query()
                .listOfRows()
                .isEmpty();
    }

    /**
     * When the campaign, or the schedule it is a run of, was first written down. The id of a run, and of a question of a
     * designer's process, can come back after a restore under which it was lost: such a question is as old as anything here.
     */
    Instant began(String campaign) {
        return jdbc
                .sql("select min(created_at) from campaign where id = ?"
                        + " or id = (select parent_id from campaign where id = ?)"
                        + " or exists (select 1 from request where id = ? and kind = 'part')")
                .params(campaign, campaign, campaign)
                .query((row, i) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Tags of attempts of which a person said that they did not happen. */
    Set<String> givenUp(String campaign, int order) {
        return new HashSet<>(jdbc.sql("select tag from attempt where campaign_id = ? and order_number = ?"
                        + " and state = 'voided' and settled_by <> ? and tag is not null")
                .params(campaign, order, Settling.READING)
                .query(String.class)
                .list());
    }

    /** Reads the row and keeps others from changing it; inside the caller's transaction, before any other row. */
    Attempt lock(long id) {
        return jdbc.sql(COLUMNS + "where a.id = ? for update")
                .param(id)
                .query(Attempts::read)
                .single();
    }

    Optional<Attempt> find(long id) {
        return jdbc.sql(COLUMNS + "where a.id = ?")
                .param(id)
                .query(Attempts::read)
                .optional();
    }

    /** The attempt that holds each of the keys, by key; keys nobody holds are left out. */
    Map<String, Attempt> holders(SpendKind kind, String organization, List<String> keys) {
        Map<String, Attempt> holders = new TreeMap<>();
        for (String key : keys)
            jdbc.sql(COLUMNS + "join spend s on s.attempt_id = a.id"
                            + " where s.kind = ? and s.organization = ? and s.spend_key = ?")
                    .params(kind.once().name(), organization, key)
                    .query(Attempts::read)
                    .optional()
                    .ifPresent(attempt -> holders.put(key, attempt));
        return holders;
    }

    /** All attempts that ever carried the key, newest first. */
    List<Attempt> history(SpendKind kind, String organization, String key) {
        return jdbc.sql(COLUMNS + "join attempt_spend x on x.attempt_id = a.id join spend s on s.id = x.spend_id"
                        + " where s.kind = ? and s.organization = ? and s.spend_key = ? order by a.id desc")
                .params(kind.once().name(), organization, key)
                .query(Attempts::read)
                .list();
    }

    /** The last one of a kind that speaks of the domain first and happened. */
    Optional<Attempt> lastOf(SpendKind kind, String organization, String domain) {
        return jdbc
                .sql(COLUMNS + "where a.kind = ? and a.organization = ? and a.state = 'confirmed'"
                        + " and (a.names = ? or a.names like ?) order by a.id desc")
                .params(kind.name(), organization, domain, domain + ",%")
                .query(Attempts::read)
                .list()
                .stream()
                .findFirst();
    }

    /** A campaign's attempts to place one of its orders, in whatever way, oldest first. */
    List<Attempt> placing(String campaign, int order) {
        return jdbc.sql(COLUMNS + "where a.campaign_id = ? and a.order_number = ? and a.kind in " + PLACES_ORDERS
                        + " order by a.id")
                .params(campaign, order)
                .query(Attempts::read)
                .list();
    }

    /** Orders of ours that were cancelled. */
    Set<String> cancelledOrders(String organization) {
        return new HashSet<>(jdbc.sql("select s.spend_key from spend s join attempt a on a.id = s.attempt_id"
                        + " where s.kind = 'CANCEL_ORDER' and s.organization = ? and a.state = 'confirmed'")
                .param(organization)
                .query(String.class)
                .list());
    }

    /** The order with that tag which is placed, though its id is not known. */
    Optional<Attempt> unidentified(String organization, String tag) {
        return jdbc
                .sql(COLUMNS + "where a.organization = ? and a.tag = ? and a.state = 'confirmed'"
                        + " and a.vendor_id is null and a.kind in " + PLACES_ORDERS)
                .params(organization, tag)
                .query(Attempts::read)
                .list()
                .stream()
                .findFirst();
    }

    /** A campaign's attempts of a kind for one order, oldest first. */
    List<Attempt> of(String campaign, int order, SpendKind kind) {
        return jdbc.sql(COLUMNS + "where a.campaign_id = ? and a.order_number = ? and a.kind = ? order by a.id")
                .params(campaign, order, kind.name())
                .query(Attempts::read)
                .list();
    }

    /** What a campaign has, or may have, of a kind. */
    Set<String> keysOf(String campaign, String organization, SpendKind kind) {
        return new TreeSet<>(jdbc.sql("select s.spend_key from spend s join attempt a on a.id = s.attempt_id"
                        + " where s.kind = ? and s.organization = ? and a.campaign_id = ?")
                .params(kind.once().name(), organization, campaign)
                .query(String.class)
                .list());
    }

    List<Attempt> open(String organization) {
        return jdbc.sql(COLUMNS
                        + "where a.organization = ? and a.state in ('claimed', 'sent', 'unknown') order by a.id")
                .param(organization)
                .query(Attempts::read)
                .list();
    }

    List<String> alarms(String campaign) {
        return jdbc.sql(
                        "select vendor_shows from attempt where campaign_id = ? and state = 'confirmed' and needs_person"
                                + " and vendor_shows is not null order by id")
                .param(campaign)
                .query(String.class)
                .list();
    }

    /** Those that were answered, and what became of them is open or good. */
    List<Attempt> answered(String campaign) {
        return jdbc.sql(COLUMNS + "where a.campaign_id = ? and a.state in ('unknown', 'confirmed')"
                        + " and a.reply is not null order by a.id")
                .param(campaign)
                .query(Attempts::read)
                .list();
    }

    List<Attempt> openOf(String campaign) {
        return jdbc.sql(COLUMNS + "where a.campaign_id = ? and a.state in ('claimed', 'sent', 'unknown') order by a.id")
                .param(campaign)
                .query(Attempts::read)
                .list();
    }

    /** @param which a condition on {@code a}, the attempt, with one parameter */
    List<Attempt> where(String which, Object parameter) {
        return jdbc.sql(COLUMNS + "where " + which + " order by a.id")
                .param(parameter)
                .query(Attempts::read)
                .list();
    }

    private static Attempt read(ResultSet row, int i) throws SQLException {
        return new Attempt(
                row.getLong(1),
                SpendKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getBigDecimal(10),
                row.getString(11),
                row.getTimestamp(12).toInstant(),
                Attempt.State.of(row.getString(13)),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getBoolean(17),
                row.getString(18).isEmpty()
                        ? List.of()
                        : List.of(row.getString(18).split(",")));
    }
}
