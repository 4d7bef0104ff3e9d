package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the ledger's tables at any time, whatever happened. */
final class Books {
    private Books() {}

    static void check(Bench bench) {
        check(bench.sql);
    }

    static void check(JdbcClient sql) {
        for (String scope :
                new String[] {"'campaign:' || campaign_id", "'month:' || organization || ':' || budget_month"}) {
            sql.sql("select b.scope, b.reserved, b.spent,"
                            + " (select coalesce(sum(a.amount), 0) from attempt a where " + scope + " = b.scope"
                            + " and a.state in ('claimed', 'sent', 'unknown')),"
                            + " (select coalesce(sum(a.amount), 0) from attempt a where " + scope + " = b.scope"
                            + " and a.state = 'confirmed') from budget b where b.scope like '"
                            + scope.substring(1, scope.indexOf(':')) + ":%'")
                    .query(row -> {
                        BigDecimal reserved = row.getBigDecimal(2);
                        BigDecimal spent = row.getBigDecimal(3);
                        assertThat(reserved)
                                .as(row.getString(1) + " reserved")
                                .isNotNegative()
                                .isEqualByComparingTo(row.getBigDecimal(4));
                        assertThat(spent)
                                .as(row.getString(1) + " spent")
                                .isNotNegative()
                                .isEqualByComparingTo(row.getBigDecimal(5));
                    });
        }
        assertThat(count(
                        sql,
                        "select count(*) from spend s join attempt a on a.id = s.attempt_id"
                                + " where a.state not in ('claimed', 'sent', 'unknown', 'confirmed')"))
                .as("spends held by attempts that are over")
                .isZero();
        assertThat(count(
                        sql,
                        "select count(*) from attempt_spend x join attempt a on a.id = x.attempt_id"
                                + " join spend s on s.id = x.spend_id where a.state in ('claimed', 'sent', 'unknown')"
                                + " and (s.attempt_id is null or s.attempt_id <> a.id)"))
                .as("open attempts that do not hold what they carry")
                .isZero();
    }

    private static long count(JdbcClient client, String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
