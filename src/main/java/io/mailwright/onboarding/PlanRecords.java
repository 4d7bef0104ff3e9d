package io.mailwright.onboarding;

import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanJson;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Quote;
import io.mailwright.plan.SuggestedPage;
import io.mailwright.plan.SuggestionRequest;
import io.mailwright.plan.WarmDomain;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a campaign's plans, and of what the search said before there was one. */
@Component
class PlanRecords {
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Plan> plan(String campaign) {
        return jdbc.sql("select p.body from plan p join campaign c on c.id = p.campaign_id"
                        + " and c.plan_version = p.version where c.id = ?")
                .param(campaign)
                .query(String.class)
                .optional()
                .map(PlanJson::read);
    }

    /** Makes it the campaign's current version, with its orders and domains at their beginning. */
    void newPlan(String campaign, int version, Plan plan, boolean direct) {
        jdbc.sql("insert into plan (campaign_id, version, hash, body, made_at) values (?, ?, ?, ?, ?)")
                .params(campaign, version, plan.hash(), PlanJson.write(plan), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update campaign set plan_version = ? where id = ?")
                .params(version, campaign)
                .update();
        for (String table : List.of("campaign_order", "campaign_domain", "alternate", "mailbox"))
            jdbc.sql("delete from " + table + " where campaign_id = ?")
                    .param(campaign)
                    .update();
        for (PlannedOrder order : plan.orders())
            jdbc.sql("insert into campaign_order (campaign_id, number, plan_version, provider, source, monthly, stage,"
                            + " style, amount_asked) values (?, ?, ?, ?, ?, ?, ?, ?, false)")
                    .params(
                            campaign,
                            order.number(),
                            version,
                            order.provider().word(),
                            order.source(),
                            order.monthly(),
                            Stage.BUYING.word(),
                            direct ? "direct" : "form")
                    .update();
        for (PlannedDomain domain : plan.domains())
            jdbc.sql("insert into campaign_domain (campaign_id, slot, order_number, domain, provider, bought, price,"
                            + " state, expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            campaign,
                            domain.slot(),
                            domain.order(),
                            domain.domain(),
                            domain.provider().word(),
                            domain.bought(),
                            domain.price(),
                            (domain.bought() ? DomainRow.State.PLANNED : DomainRow.State.REGISTERED).word(),
                            domain.mailboxes())
                    .update();
        if (!plan.prewarmed().isEmpty()) prewarmed(campaign, version, plan);
        int rank = 1;
        for (Quote alternate : plan.alternates())
            jdbc.sql("insert into alternate (campaign_id, domain, rank, price, state) values (?, ?, ?, ?, 'free')")
                    .params(campaign, alternate.domain(), rank++, alternate.price())
                    .update();
    }

    /** One order at the vendor too, after the others. */
    private void prewarmed(String campaign, int version, Plan plan) {
        int number = plan.orders().stream().mapToInt(PlannedOrder::number).max().orElse(0) + 1;
        int slot = plan.domains().stream().mapToInt(PlannedDomain::slot).max().orElse(0) + 1;
        jdbc.sql("insert into campaign_order (campaign_id, number, plan_version, provider, source, monthly, stage,"
                        + " style, amount_asked) values (?, ?, ?, ?, ?, ?, ?, 'direct', false)")
                .params(
                        campaign,
                        number,
                        version,
                        plan.prewarmed().get(0).provider().word(),
                        OrderRow.PREWARMED,
                        plan.prewarmed().stream().map(WarmDomain::monthly).reduce(BigDecimal.ZERO, BigDecimal::add),
                        Stage.BUYING.word())
                .update();
        for (WarmDomain item : plan.prewarmed())
            jdbc.sql("insert into campaign_domain (campaign_id, slot, order_number, domain, provider, bought, price,"
                            + " state, expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            campaign,
                            slot++,
                            number,
                            item.domain(),
                            item.provider().word(),
                            true,
                            item.oneTime(),
                            DomainRow.State.PLANNED.word(),
                            item.mailboxes())
                    .update();
    }

    Map<String, Quote> quotes(String campaign) {
        Map<String, Quote> quotes = new LinkedHashMap<>();
        jdbc.sql("select domain, available, price, renewal, blacklisted from quote where campaign_id = ?")
                .param(campaign)
                .query((row, i) -> new Quote(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBoolean(5)))
                .list()
                .forEach(quote -> quotes.put(quote.domain(), quote));
        return quotes;
    }

    void quote(String campaign, Quote quote) {
        jdbc.sql("delete from quote where campaign_id = ? and domain = ?")
                .params(campaign, quote.domain())
                .update();
        jdbc.sql("insert into quote (campaign_id, domain, available, price, renewal, blacklisted, quoted_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        campaign,
                        quote.domain(),
                        quote.available(),
                        quote.price(),
                        quote.renewal(),
                        quote.blacklisted(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** In the order in which they were asked for. */
    List<SuggestedPage> suggested(String campaign) {
        return jdbc.sql(
                        "select keyword, tlds, page, names, last_page from suggested_page where campaign_id = ? order by id")
                .param(campaign)
                .query((row, i) -> new SuggestedPage(
                        new SuggestionRequest(row.getString(1), list(row.getString(2)), row.getInt(3)),
                        list(row.getString(4)),
                        row.getBoolean(5)))
                .list();
    }

    void suggested(String campaign, SuggestedPage page) {
        jdbc.sql(
                        "insert into suggested_page (campaign_id, keyword, tlds, page, names, last_page) values (?, ?, ?, ?, ?, ?)")
                .params(
                        campaign,
                        page.request().keyword(),
                        String.join(",", page.request().tlds()),
                        page.request().page(),
                        String.join(",", page.names()),
                        page.last())
                .update();
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    /** When a search after the current plan ended that brought no new plan, if there was one. */
    Optional<Instant> searchedInVain(String campaign) {
        return jdbc.sql("select max(q.quoted_at) from quote q join campaign c on c.id = q.campaign_id"
                        + " join plan p on p.campaign_id = c.id and p.version = c.plan_version"
                        + " where c.id = ? and q.quoted_at > p.made_at")
                .param(campaign)
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** What was suggested stays: a name of it that was bought is a candidate for good. */
    void forgetQuotes(String campaign) {
        jdbc.sql("delete from quote where campaign_id = ?").param(campaign).update();
    }
}
