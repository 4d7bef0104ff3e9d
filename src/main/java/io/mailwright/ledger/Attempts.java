package io.mailwright.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of the ledger. Every change of state is a compare-and-set; nothing is deleted. */
@Component
class Attempts {
    private static final String COLUMNS = "select a.id, a.kind, a.organization, a.campaign_id, a.order_number,"
            + " a.plan_version, a.plan_hash, a.number, a.tag, a.amount, a.budget_month, a.claimed_at, a.state, a.reply,"
            + " a.vendor_id, a.vendor_shows, a.needs_person, a.names from attempt a ";

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    TransactionTemplate alone() {
        return alone;
    }

    /** Makes sure each key has its row; in transactions of its own, since a lost race would spoil a larger one. */
    void ensureSpends(SpendKind kind, String organization, List<String> keys) {
        for (String key : keys) {
            try {
                alone.executeWithoutResult(status -> {
                    boolean missing = jdbc.sql(
                                    "select 1 from spend where kind = ? and organization = ? and spend_key = ?")
                            .params(kind.name(), organization, key)
                            .query()
                            .listOfRows()
                            .isEmpty();
                    if (missing)
                        jdbc.sql("insert into spend (kind, organization, spend_key) values (?, ?, ?)")
                                .params(kind.name(), organization, key)
                                .update();
                });
            } catch (DuplicateKeyException insertedByAnother) {
                continue;
            }
        }
    }

    /**
     * Adds the attempt and takes its spends, all or none; inside the caller's transaction.
     *
     * @return the attempt's id, or empty when another attempt holds one of the spends
     */
    Optional<Long> claim(
            SpendKind kind,
            Authority authority,
            List<String> keys,
            List<String> names,
            int number,
            String tag,
            String requestHash,
            BigDecimal amount,
            String month,
            Instant at,
            String node) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into attempt (kind, organization, campaign_id, order_number, plan_version, plan_hash, number,"
                        + " tag, names, request_hash, amount, budget_month, claimed_at, claimed_by, state, needs_person)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', false)")
                .params(
                        kind.name(),
                        authority.organization(),
                        authority.campaign(),
                        authority.order(),
                        authority.planVersion(),
                        authority.planHash(),
                        number,
                        tag,
                        String.join(",", names),
                        requestHash,
                        amount,
                        month,
                        Timestamp.from(at),
                        node)
                .update(id, "id");
        long attempt = id.getKey().longValue();
        for (String key : keys) {
            int taken = jdbc.sql("update spend set attempt_id = ? where kind = ? and organization = ? and spend_key = ?"
                            + " and attempt_id is null")
                    .params(attempt, kind.name(), authority.organization(), key)
                    .update();
            if (taken == 0) return Optional.empty();
            jdbc.sql("insert into attempt_spend (attempt_id, spend_id, outcome)"
                            + " select ?, id, 'open' from spend where kind = ? and organization = ? and spend_key = ?")
                    .params(attempt, kind.name(), authority.organization(), key)
                    .update();
        }
        return Optional.of(attempt);
    }

    /** @return whether the row was in one of these states and is now in the new one */
    boolean move(long attempt, Attempt.State to, Attempt.State... from) {
        return jdbc.sql("update attempt set state = :to where id = :id and state in (:from)")
                        .param("to", to.word())
                        .param("id", attempt)
                        .param(
                                "from",
                                List.of(from).stream().map(Attempt.State::word).toList())
                        .update()
                == 1;
    }

    void noteReply(long attempt, String reply, String vendorId) {
        jdbc.sql("update attempt set reply = coalesce(?, reply), vendor_id = coalesce(?, vendor_id) where id = ?")
                .params(reply, vendorId, attempt)
                .update();
    }

    void noteSettled(long attempt, String by, String how, Instant at) {
        jdbc.sql(
                        "update attempt set settled_by = ?, settled_how = ?, settled_at = ?, needs_person = false where id = ?")
                .params(by, how, Timestamp.from(at), attempt)
                .update();
    }

    void noteLook(long attempt, String shows, boolean needsPerson, Instant at) {
        jdbc.sql("update attempt set vendor_shows = ?, needs_person = ?, looked_at = ? where id = ?")
                .params(shows, needsPerson, Timestamp.from(at), attempt)
                .update();
    }

    void notePerson(long attempt) {
        jdbc.sql("update attempt set needs_person = true where id = ?")
                .param(attempt)
                .update();
    }

    /** @param difference dollars by which the vendor's amount is above what was recorded */
    record AmountChange(String campaign, String month, BigDecimal difference) {}

    /** Puts the vendor's amount in the place of the estimate of a confirmed order, once. */
    Optional<AmountChange> correctAmount(String organization, String vendorId, BigDecimal amount) {
        Optional<Attempt> attempt = jdbc.sql(COLUMNS + "where a.organization = ? and a.vendor_id = ?"
                        + " and a.state = 'confirmed' and a.amount <> ? and a.amount <> 0")
                .params(organization, vendorId, amount)
                .query(Attempts::read)
                .optional();
        if (attempt.isEmpty()) return Optional.empty();
        Attempt row = attempt.get();
        int changed = jdbc.sql("update attempt set amount = ? where id = ? and amount = ?")
                .params(amount, row.id(), row.amount())
                .update();
        return changed == 0
                ? Optional.empty()
                : Optional.of(new AmountChange(row.campaign(), row.month(), amount.subtract(row.amount())));
    }

    /** Ends what the attempt carries; with {@code nothing} its spends may be claimed again. */
    void outcome(long attempt, String outcome) {
        jdbc.sql("update attempt_spend set outcome = ? where attempt_id = ?")
                .params(outcome, attempt)
                .update();
        if (outcome.equals("nothing"))
            jdbc.sql("update spend set attempt_id = null where attempt_id = ?")
                    .param(attempt)
                    .update();
    }

    /** A late truth: what was thought not to have happened did. @return whether nobody else took the spends meanwhile */
    boolean takeBack(long attempt) {
        int owned = jdbc.sql("update spend set attempt_id = ? where (attempt_id is null or attempt_id = ?)"
                        + " and id in (select spend_id from attempt_spend where attempt_id = ?)")
                .params(attempt, attempt, attempt)
                .update();
        outcome(attempt, "confirmed");
        return owned == keys(attempt).size();
    }

    List<String> keys(long attempt) {
        return jdbc.sql("select s.spend_key from spend s join attempt_spend x on x.spend_id = s.id"
                        + " where x.attempt_id = ? order by s.id")
                .param(attempt)
                .query(String.class)
                .list();
    }

    /** When a name was first seen absent and free, by name. */
    Map<String, Instant> absences(long attempt) {
        Map<String, Instant> seen = new TreeMap<>();
        jdbc.sql("select s.spend_key, x.absent_seen from spend s join attempt_spend x on x.spend_id = s.id"
                        + " where x.attempt_id = ? and x.absent_seen is not null")
                .param(attempt)
                .query(row -> {
                    seen.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return seen;
    }

    /** @param at null: it was not absent after all */
    void noteAbsent(long attempt, String key, Instant at) {
        jdbc.sql("update attempt_spend set absent_seen = ? where attempt_id = ? and spend_id in"
                        + " (select id from spend where spend_key = ?)")
                .params(at == null ? null : Timestamp.from(at), attempt, key)
                .update();
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
                    .params(kind.name(), organization, key)
                    .query(Attempts::read)
                    .optional()
                    .ifPresent(attempt -> holders.put(key, attempt));
        return holders;
    }

    /** All attempts that ever carried the key, newest first. */
    List<Attempt> history(SpendKind kind, String organization, String key) {
        return jdbc.sql(COLUMNS + "join attempt_spend x on x.attempt_id = a.id join spend s on s.id = x.spend_id"
                        + " where s.kind = ? and s.organization = ? and s.spend_key = ? order by a.id desc")
                .params(kind.name(), organization, key)
                .query(Attempts::read)
                .list();
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
                .params(kind.name(), organization, campaign)
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

    List<Attempt> openOf(String campaign) {
        return jdbc.sql(COLUMNS + "where a.campaign_id = ? and a.state in ('claimed', 'sent', 'unknown') order by a.id")
                .param(campaign)
                .query(Attempts::read)
                .list();
    }

    List<String> organizationsWithOpen() {
        return jdbc.sql("select distinct organization from attempt where state in ('claimed', 'sent', 'unknown')")
                .query(String.class)
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
