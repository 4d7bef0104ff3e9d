package io.mailwright.onboarding;

import io.mailwright.onboarding.FleetPage.Counts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the fleet shows of a few campaigns, each in one query for all of them. The lists of ids are never empty. */
@Component
class FleetCounts {
    private static final String ORDERS = """
            select o.campaign_id, o.number, o.provider, o.stage, o.vendor_order_id, o.monthly, o.vendor_amount, o.problem,
                   o.cancelled_at,
                   count(d.slot),
                   sum(case when d.state in ('bought', 'registered', 'ordered', 'active') then 1 else 0 end),
                   sum(case when d.state = 'active' then 1 else 0 end),
                   coalesce(sum(d.expected), 0)
              from campaign_order o
              left join campaign_domain d
                on d.campaign_id = o.campaign_id and d.order_number = o.number and d.state <> 'dropped'
             where o.campaign_id in (:ids)
             group by o.campaign_id, o.number, o.provider, o.stage, o.vendor_order_id, o.monthly, o.vendor_amount, o.problem,
                      o.cancelled_at
             order by o.campaign_id, o.number
            """;

    private static final String MAILBOXES = """
            select m.campaign_id, d.order_number, count(m.email), count(x.email)
              from mailbox m
              join campaign_domain d on d.campaign_id = m.campaign_id and d.slot = m.slot
              left join exported_mailbox x on x.campaign_id = m.campaign_id and x.email = m.email
             where m.campaign_id in (:ids)
             group by m.campaign_id, d.order_number
            """;

    private static final String SPENT = """
            select a.campaign_id, sum(e.charged)
              from attempt a
              join attempt_event e on e.attempt_id = a.id
             where a.campaign_id in (:ids)
             group by a.campaign_id
            """;

    private static final String ALARMS = """
            select campaign_id, min(vendor_shows)
              from attempt
             where campaign_id in (:ids) and state = 'confirmed' and needs_person
             group by campaign_id
            """;

    private static final String UNKNOWN = """
            select campaign_id, count(*) from attempt where campaign_id in (:ids) and state = 'unknown' group by campaign_id
            """;

    private static final String REQUESTS = """
            select campaign_id, count(*) from request where campaign_id in (:ids) and open_for is not null group by campaign_id
            """;

    private final JdbcClient jdbc;

    FleetCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose mailboxes: campaign and order number. */
    private record Key(String campaign, int order) {}

    /** @param ids of campaigns and runs */
    List<FleetPage.Order> orders(Collection<String> ids) {
        Map<Key, int[]> mailboxes = new HashMap<>();
        jdbc.sql(MAILBOXES).param("ids", ids).query(row -> {
            mailboxes.put(new Key(row.getString(1), row.getInt(2)), new int[] {row.getInt(3), row.getInt(4)});
        });
        return jdbc.sql(ORDERS)
                .param("ids", ids)
                .query((row, i) -> {
                    int[] there = mailboxes.getOrDefault(new Key(row.getString(1), row.getInt(2)), new int[2]);
                    Counts counts = new Counts(
                            row.getInt(10), row.getInt(11), row.getInt(12), row.getInt(13), there[0], there[1]);
                    Stage stage = Stage.of(row.getString(4));
                    boolean cancelled = row.getTimestamp(9) != null;
                    BigDecimal vendorAmount = row.getBigDecimal(7);
                    return new FleetPage.Order(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            stage.word(),
                            row.getString(5),
                            counts,
                            counts.wanted() > 0 && !cancelled && stage.ordinal() > Stage.ORDERING.ordinal(),
                            vendorAmount == null ? row.getBigDecimal(6) : vendorAmount,
                            cancelled,
                            row.getString(8));
                })
                .list();
    }

    Map<String, BigDecimal> spent(Collection<String> ids) {
        Map<String, BigDecimal> spent = new HashMap<>();
        jdbc.sql(SPENT).param("ids", ids).query(row -> {
            spent.put(row.getString(1), row.getBigDecimal(2));
        });
        return spent;
    }

    /** What the vendor shows that must not be, as a person has to hear at once. */
    Map<String, String> alarms(Collection<String> ids) {
        return texts(ALARMS, ids);
    }

    /** Calls whose outcome is not known. */
    Map<String, Integer> unknown(Collection<String> ids) {
        return numbers(UNKNOWN, ids);
    }

    Map<String, Integer> requests(Collection<String> ids) {
        return numbers(REQUESTS, ids);
    }

    /** Why the vendor could not be read, by workspace. */
    Map<String, String> unread(Collection<String> organizations) {
        return texts("select organization, last_failure from watch where organization in (:ids)", organizations);
    }

    Map<String, Instant> lastChecked(Collection<String> organizations) {
        Map<String, Instant> times = new HashMap<>();
        jdbc.sql("select organization, max(read_at) from reading where organization in (:ids) group by organization")
                .param("ids", organizations)
                .query(row -> {
                    times.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return times;
    }

    private Map<String, String> texts(String sql, Collection<String> ids) {
        Map<String, String> texts = new HashMap<>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            if (row.getString(2) != null) texts.put(row.getString(1), row.getString(2));
        });
        return texts;
    }

    private Map<String, Integer> numbers(String sql, Collection<String> ids) {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            numbers.put(row.getString(1), row.getInt(2));
        });
        return numbers;
    }
}
