package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the ledger's tables at any time, whatever happened. */
public final class Books {
    private Books() {}

    static void check(Bench bench) {
        check(bench.sql);
    }

    public static void check(JdbcClient sql) {
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
        journal(sql);
    }

    /** Each attempt's events say what its row says, and their dollars add up to what the budgets say. */
    private static void journal(JdbcClient sql) {
        assertThat(sql.sql("select a.id, a.state, e.to_state, a.needs_person, e.needs_person, a.amount, r.reserved,"
                                + " r.charged, a.vendor_id, r.ids from attempt a left join (select attempt_id,"
                                + " max(id) as newest, sum(reserved) as reserved, sum(charged) as charged,"
                                + " count(vendor_id) as ids from attempt_event group by attempt_id) r"
                                + " on r.attempt_id = a.id left join attempt_event e on e.id = r.newest"
                                + " where e.id is null or e.to_state <> a.state or e.needs_person <> a.needs_person"
                                + " or r.reserved <> case when a.state in ('claimed', 'sent', 'unknown')"
                                + " then a.amount else 0 end"
                                + " or r.charged <> case when a.state = 'confirmed' then a.amount else 0 end"
                                + " or (a.vendor_id is null) <> (r.ids = 0)")
                        .query()
                        .listOfRows())
                .as("attempts whose journal says otherwise")
                .isEmpty();
        for (String[] scope : new String[][] {
            {"campaign", "campaign_id"}, {"month", "organization || ':' || a.budget_month"},
        })
            assertThat(sql.sql("select b.scope, b.reserved, b.spent, sum(e.reserved), sum(e.charged) from budget b"
                                    + " left join attempt a on '" + scope[0] + ":' || a." + scope[1] + " = b.scope"
                                    + " left join attempt_event e on e.attempt_id = a.id where b.scope like '"
                                    + scope[0] + ":%' group by b.scope, b.reserved, b.spent"
                                    + " having b.reserved <> coalesce(sum(e.reserved), 0)"
                                    + " or b.spent <> coalesce(sum(e.charged), 0)")
                            .query()
                            .listOfRows())
                    .as("budgets whose journal says otherwise")
                    .isEmpty();
    }

    private static long count(JdbcClient client, String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
