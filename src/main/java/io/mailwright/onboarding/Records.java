package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanJson;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of campaigns, plans, orders and domains. Steps write them in short transactions of their own ({@link
 * #aside}): each write may be repeated, is in the database before the next effect, and is not undone when a step is.
 */
@Component
class Records {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock clock;

    Records(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void aside(Runnable writes) {
        alone.executeWithoutResult(tx -> writes.run());
    }

    // campaigns

    void insert(String id, String name, String liveName, String text, String user) {
        jdbc.sql(
                        "insert into campaign (id, name, live_name, text, stage, plan_version, stopped, created_by, created_at)"
                                + " values (?, ?, ?, ?, ?, 0, false, ?, ?)")
                .params(id, name, liveName, text, Stage.CHECKING.word(), user, Timestamp.from(clock.instant()))
                .update();
    }

    Optional<CampaignRow> find(String id) {
        return campaigns("where id = ?", id).stream().findFirst();
    }

    CampaignRow campaign(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no campaign " + id));
    }

    List<CampaignRow> all() {
        return campaigns("order by created_at desc, id");
    }

    Optional<CampaignRow> living(String liveName) {
        return campaigns("where live_name = ?", liveName).stream().findFirst();
    }

    private List<CampaignRow> campaigns(String where, Object... parameters) {
        return jdbc.sql("select id, name, organization, text, stage, plan_version, problem, stopped, created_at"
                        + " from campaign " + where)
                .params(parameters)
                .query((row, i) -> new CampaignRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Stage.of(row.getString(5)),
                        row.getInt(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getTimestamp(9).toInstant()))
                .list();
    }

    void stage(String id, Stage stage) {
        jdbc.sql("update campaign set stage = ? where id = ?")
                .params(stage.word(), id)
                .update();
    }

    void problem(String id, String problem) {
        jdbc.sql("update campaign set problem = ? where id = ?")
                .params(cut(problem), id)
                .update();
    }

    /** In transactions of its own: the row by which its vendor is watched is made once for all its campaigns. */
    void organization(String id, String organization) {
        aside(() -> jdbc.sql("update campaign set organization = ? where id = ?")
                .params(organization, id)
                .update());
        boolean watched = !jdbc.sql("select 1 from watch where organization = ?")
                .param(organization)
                .query()
                .listOfRows()
                .isEmpty();
        if (watched) return;
        try {
            aside(() -> jdbc.sql("insert into watch (organization, running, generation, seen) values (?, false, 0, 0)")
                    .param(organization)
                    .update());
        } catch (DuplicateKeyException madeByAnother) {
            return;
        }
    }

    void text(String id, String liveName, String name, String text) {
        jdbc.sql("update campaign set text = ?, live_name = ?, name = ? where id = ?")
                .params(text, liveName, name, id)
                .update();
    }

    void stop(String id) {
        jdbc.sql("update campaign set stopped = true where id = ?").param(id).update();
    }

    /** Its name may be used again. */
    void end(String id, Stage stage) {
        jdbc.sql("update campaign set stage = ?, live_name = null, stopped = true, problem = null where id = ?")
                .params(stage.word(), id)
                .update();
    }

    // what the search said

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

    void forgetQuotes(String campaign) {
        jdbc.sql("delete from quote where campaign_id = ?").param(campaign).update();
    }

    // plans

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
                            domain.aliases().size())
                    .update();
        int rank = 1;
        for (Quote alternate : plan.alternates())
            jdbc.sql("insert into alternate (campaign_id, domain, rank, price, state) values (?, ?, ?, ?, 'free')")
                    .params(campaign, alternate.domain(), rank++, alternate.price())
                    .update();
    }

    // orders

    List<OrderRow> orders(String campaign) {
        return jdbc.sql(
                        "select campaign_id, number, provider, source, monthly, stage, style, vendor_order_id, form_uuid,"
                                + " tag, problem, vendor_amount, amount_asked from campaign_order where campaign_id = ?"
                                + " order by number")
                .param(campaign)
                .query((row, i) -> new OrderRow(
                        row.getString(1),
                        row.getInt(2),
                        Provider.of(row.getString(3)),
                        row.getString(4),
                        row.getBigDecimal(5),
                        Stage.of(row.getString(6)),
                        row.getString(7).equals("direct"),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getBigDecimal(12),
                        row.getBoolean(13)))
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

    void stage(OrderRow order, Stage stage) {
        set(order, "stage", stage.word());
    }

    void problem(OrderRow order, String problem) {
        set(order, "problem", cut(problem));
    }

    /** @param column one of ours, never a caller's text */
    void set(OrderRow order, String column, Object value) {
        jdbc.sql("update campaign_order set " + column + " = ? where campaign_id = ? and number = ?")
                .params(value, order.campaign(), order.number())
                .update();
    }

    // domains

    List<DomainRow> domains(String campaign) {
        return jdbc.sql("select campaign_id, slot, order_number, domain, provider, bought, price, state,"
                        + " vendor_domain_id, expected from campaign_domain where campaign_id = ? order by slot")
                .param(campaign)
                .query(Records::domain)
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
                row.getInt(10));
    }

    void state(DomainRow domain, DomainRow.State state) {
        jdbc.sql("update campaign_domain set state = ? where campaign_id = ? and slot = ?")
                .params(state.word(), domain.campaign(), domain.slot())
                .update();
    }

    void vendorDomain(DomainRow domain, String id) {
        jdbc.sql("update campaign_domain set vendor_domain_id = ? where campaign_id = ? and slot = ?")
                .params(id, domain.campaign(), domain.slot())
                .update();
    }

    /**
     * Puts the next approved alternate in a lost name's slot.
     *
     * @return the name now in the slot, or empty when no alternate is left
     */
    Optional<String> substitute(DomainRow lost) {
        Optional<Quote> next = jdbc.sql("select domain, price from alternate where campaign_id = ? and state = 'free'"
                        + " order by rank fetch first 1 rows only")
                .param(lost.campaign())
                .query((row, i) -> new Quote(row.getString(1), true, row.getBigDecimal(2), null, false))
                .optional();
        if (next.isEmpty()) {
            state(lost, DomainRow.State.LOST);
            return Optional.empty();
        }
        Quote alternate = next.get();
        int taken = jdbc.sql(
                        "update alternate set state = 'used' where campaign_id = ? and domain = ? and state = 'free'")
                .params(lost.campaign(), alternate.domain())
                .update();
        if (taken == 0) return substitute(lost);
        jdbc.sql("update campaign_domain set domain = ?, price = ? where campaign_id = ? and slot = ?")
                .params(alternate.domain(), alternate.price(), lost.campaign(), lost.slot())
                .update();
        return Optional.of(alternate.domain());
    }

    // mailboxes

    void mailbox(DomainRow domain, int position, String firstName, String lastName, String localPart, String status) {
        jdbc.sql("insert into mailbox (campaign_id, email, slot, position, first_name, last_name, local_part, domain,"
                        + " provider, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        domain.campaign(),
                        localPart + "@" + domain.domain(),
                        domain.slot(),
                        position,
                        firstName,
                        lastName,
                        localPart,
                        domain.domain(),
                        domain.provider().word(),
                        status)
                .update();
    }

    void forgetMailboxes(DomainRow domain) {
        jdbc.sql("delete from mailbox where campaign_id = ? and slot = ?")
                .params(domain.campaign(), domain.slot())
                .update();
    }

    List<MailboxView> mailboxes(String campaign) {
        return jdbc.sql("select email, first_name, last_name, domain, provider, status from mailbox"
                        + " where campaign_id = ? order by slot, position")
                .param(campaign)
                .query((row, i) -> new MailboxView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private static String cut(String text) {
        return text == null || text.length() <= 4000 ? text : text.substring(0, 4000);
    }
}
