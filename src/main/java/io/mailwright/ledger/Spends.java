package io.mailwright.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may be paid for or sent once, one row each, and which attempt holds it. Rows are taken in the order of their keys,
 * so that two transactions never wait for each other.
 */
@Component
class Spends {
    private final JdbcClient jdbc;
    private final OwnTransaction own;

    Spends(JdbcClient jdbc, OwnTransaction own) {
        this.jdbc = jdbc;
        this.own = own;
    }

    /** Makes sure each key has its row; in transactions of their own, since a lost race would spoil a larger one. */
    void ensure(SpendKind kind, String organization, List<String> keys) {
        for (String key : keys)
            own.run(() -> {
                boolean missing = jdbc.sql("select 1 from spend where kind = ? and organization = ? and spend_key = ?")
                        .params(kind.once().name(), organization, key)
                        .query()
                        .listOfRows()
                        .isEmpty();
                if (missing)
                    jdbc.sql("insert into spend (kind, organization, spend_key) values (?, ?, ?)")
                            .params(kind.once().name(), organization, key)
                            .update();
            });
    }

    /** @return false when another attempt holds one of them; the caller then rolls back */
    boolean take(SpendKind kind, String organization, List<String> sortedKeys, long attempt) {
        for (String key : sortedKeys) {
            int taken = jdbc.sql("update spend set attempt_id = ? where kind = ? and organization = ? and spend_key = ?"
                            + " and attempt_id is null")
                    .params(attempt, kind.once().name(), organization, key)
                    .update();
            if (taken == 0) return false;
            jdbc.sql("insert into attempt_spend (attempt_id, spend_id, outcome)"
                            + " select ?, id, 'open' from spend where kind = ? and organization = ? and spend_key = ?")
                    .params(attempt, kind.once().name(), organization, key)
                    .update();
        }
        return true;
    }

    /** Nothing came of the attempt: what it held may be claimed again. */
    void free(long attempt) {
        outcome(attempt, "nothing");
        jdbc.sql("update spend set attempt_id = null where attempt_id = ?"
                        + " and id in (select spend_id from attempt_spend where attempt_id = ?)")
                .params(attempt, attempt)
                .update();
    }

    /**
     * The attempt happened, perhaps after it was thought that it had not.
     *
     * @return whether nobody else holds any of what it carries
     */
    boolean confirm(long attempt) {
        outcome(attempt, "confirmed");
        boolean all = true;
        for (long spend : ids(attempt))
            all &= jdbc.sql("update spend set attempt_id = ? where id = ? and (attempt_id is null or attempt_id = ?)")
                            .params(attempt, spend, attempt)
                            .update()
                    == 1;
        return all;
    }

    /** The order is cancelled: its names may be in another one. */
    void cancelled(String organization, String order) {
        jdbc.sql("select s.id from spend s join attempt a on a.id = s.attempt_id where a.organization = ?"
                        + " and a.vendor_id = ? and a.state = 'confirmed' and a.kind in " + Attempts.PLACES_ORDERS
                        + " order by s.spend_key")
                .params(organization, order)
                .query(Long.class)
                .list()
                .forEach(spend -> jdbc.sql("update spend set attempt_id = null where id = ?")
                        .param(spend)
                        .update());
    }

    List<String> keys(long attempt) {
        return jdbc.sql("select s.spend_key from spend s join attempt_spend x on x.spend_id = s.id"
                        + " where x.attempt_id = ? order by s.spend_key")
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

    private void outcome(long attempt, String outcome) {
        jdbc.sql("update attempt_spend set outcome = ? where attempt_id = ?")
                .params(outcome, attempt)
                .update();
    }

    private List<Long> ids(long attempt) {
        return jdbc.sql("select s.id from spend s join attempt_spend x on x.spend_id = s.id"
                        + " where x.attempt_id = ? order by s.spend_key")
                .param(attempt)
                .query(Long.class)
                .list();
    }
}
