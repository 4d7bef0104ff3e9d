package io.mailwright.onboarding;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the whole fleet cost and took, counted by the database: no plan is read. Months are those of UTC. */
@Service
public class Figures {
    private static final String MONTH =
            "extract(year from %1$s at time zone 'UTC') * 100" + " + extract(month from %1$s at time zone 'UTC')";

    /** Days since an approval. */
    private static final List<Age> AGES =
            List.of(new Age(0, 1), new Age(1, 2), new Age(2, 4), new Age(4, 7), new Age(7, null));

    private final JdbcClient jdbc;
    private final WorkspaceNames names;
    private final Clock clock;

    Figures(JdbcClient jdbc, WorkspaceNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /** Dollars that the vendor took in a month, corrections included. */
    public record Spent(YearMonth month, String workspace, BigDecimal dollars) {}

    /** From approval to the last mailbox, of the orders that were complete in a month. */
    public record Took(YearMonth month, String provider, int orders, Duration median, Duration p90) {}

    /** Days since an approval. @param to null: any more */
    public record Age(int from, Integer to) {}

    /** Mailboxes that are approved and not there yet. */
    public record Backlog(Age age, String provider, long mailboxes, long orders) {}

    /** All there are, the youngest first. */
    public List<Age> ages() {
        return AGES;
    }

    /** By id, in the order of the names. */
    public Map<String, String> workspaces() {
        return names.all();
    }

    /** @param workspace its id, or null: all */
    public List<Spent> spent(String workspace, YearMonth from) {
        Map<String, String> known = names.all();
        return jdbc.sql("select in_month, organization, sum(charged) from (select " + MONTH.formatted("e.happened_at")
                        + " as in_month, a.organization, e.charged from attempt_event e join attempt a on a.id = e.attempt_id"
                        + " where e.happened_at >= ? and e.charged <> 0" + of("a.organization", workspace)
                        + ") taken group by in_month, organization order by in_month, organization")
                .params(parameters(Timestamp.from(start(from)), workspace))
                .query((row, i) -> new Spent(
                        month(row.getInt(1)),
                        known.getOrDefault(row.getString(2), row.getString(2)),
                        row.getBigDecimal(3)))
                .list();
    }

    /** @param workspace its id, or null: all */
    public List<Took> took(String workspace, YearMonth from) {
        return jdbc.sql("select in_month, provider, count(*), percentile_cont(0.5) within group (order by seconds),"
                        + " percentile_cont(0.9) within group (order by seconds) from (select "
                        + MONTH.formatted("o.onboarded_at")
                        + " as in_month, o.provider, extract(epoch from (o.onboarded_at - (select min(p.approved_at)"
                        + " from approval p where p.campaign_id = o.campaign_id and p.plan_version = o.plan_version)))"
                        + " as seconds from campaign_order o join campaign c on c.id = o.campaign_id"
                        + " where o.onboarded_at >= ?" + of("c.organization", workspace)
                        + ") done where seconds is not null group by in_month, provider order by in_month, provider")
                .params(parameters(Timestamp.from(start(from)), workspace))
                .query((row, i) -> new Took(
                        month(row.getInt(1)),
                        row.getString(2),
                        row.getInt(3),
                        seconds(row.getDouble(4)),
                        seconds(row.getDouble(5))))
                .list();
    }

    /** @param workspace its id, or null: all */
    public List<Backlog> backlog(String workspace) {
        Instant now = clock.instant();
        StringBuilder bucket = new StringBuilder("case");
        List<Object> parameters = new ArrayList<>();
        for (int age = 0; age < AGES.size() - 1; age++) {
            bucket.append(" when approved_at > ? then ").append(age);
            parameters.add(
                    Timestamp.from(now.minus(Duration.ofDays(AGES.get(age).to()))));
        }
        bucket.append(" else ").append(AGES.size() - 1).append(" end");
        if (workspace != null) parameters.add(workspace);
        return jdbc.sql("select age, provider, sum(mailboxes), count(*) from (select " + bucket
                        + " as age, provider, mailboxes from (select o.provider, (select min(p.approved_at) from approval p"
                        + " where p.campaign_id = o.campaign_id and p.plan_version = o.plan_version) as approved_at,"
                        + " (select sum(d.expected) from campaign_domain d where d.campaign_id = o.campaign_id"
                        + " and d.order_number = o.number and d.state not in ('active', 'dropped', 'lost')) as mailboxes"
                        + " from campaign_order o join campaign c on c.id = o.campaign_id and c.stage = 'buying'"
                        + " and not c.stopped where o.stage in ('buying', 'registering', 'ordering', 'awaiting-payment',"
                        + " 'submitting', 'provisioning') and o.cancelled_at is null" + of("c.organization", workspace)
                        + ") open where approved_at is not null and mailboxes > 0) aged group by age, provider"
                        + " order by age, provider")
                .params(parameters)
                .query((row, i) ->
                        new Backlog(AGES.get(row.getInt(1)), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static String of(String column, String workspace) {
        return workspace == null ? "" : " and " + column + " = ?";
    }

    private static List<Object> parameters(Object first, String workspace) {
        return workspace == null ? List.of(first) : List.of(first, workspace);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / 100, number % 100);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
