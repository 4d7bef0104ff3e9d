package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.PricedName;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database, a vendor, a clock that stands still, and campaigns in them. */
class Bench implements AutoCloseable {
    static final String ORGANIZATION = "recOrg";
    static final String KEY = "eyJhbGciOiJIUzI1NiJ9.the-key";
    static final BigDecimal PRICE = new BigDecimal(Vendor.PRICE);
    static final BigDecimal MONTHLY = new BigDecimal("7.00");

    final TestClock clock = new TestClock();
    final Vendor vendor = new Vendor(clock.right());
    final DataSource plain;
    final HaltingDatabase database;
    final JdbcClient sql;
    private final List<Engine> engines = new ArrayList<>();
    BigDecimal monthBudget;
    VendorSettings.Spending spending = VendorSettings.Spending.ARMED;
    Engine engine;

    Bench(Database kind) {
        plain = kind.open();
        database = new HaltingDatabase(plain);
        sql = JdbcClient.create(plain);
        restart();
    }

    /** Another node on the same database. */
    Engine another() {
        VendorSettings settings = new VendorSettings(
                vendor.address(), KEY, ORGANIZATION, spending, VendorSettings.OrderStyle.FORM, 500, 100_000, 10);
        Engine another = new Engine(database, clock, settings, monthBudget);
        engines.add(another);
        return another;
    }

    void restart() {
        engine = another();
    }

    /** A campaign whose plan is approved and whose budget is open. */
    Authority campaign(String id, String budget) {
        return approved(engine, planned(id), budget);
    }

    static Authority approved(Engine engine, Authority who, String budget) {
        engine.approvals.record(who.campaign(), 1, who.planHash(), "ann", "task", null, null);
        engine.ledger.openBudget(who.campaign(), new BigDecimal(budget), BigDecimal.ZERO);
        return who;
    }

    Authority campaign(String id) {
        return campaign(id, "1000");
    }

    Authority planned(String id) {
        return planned(sql, clock, id, ORGANIZATION);
    }

    static Authority planned(JdbcClient sql, Clock clock, String id, String organization) {
        Authority who = new Authority(id, organization, 1, 1, "hash-of-" + id);
        Timestamp now = Timestamp.from(clock.instant());
        sql.sql("insert into campaign (id, name, text, stage, plan_version, stopped, created_by, created_at)"
                        + " values (?, ?, '', 'buying', 1, false, 'ann', ?)")
                .params(id, id, now)
                .update();
        sql.sql("insert into plan (campaign_id, version, hash, body, made_at) values (?, 1, ?, '', ?)")
                .params(id, who.planHash(), now)
                .update();
        return who;
    }

    Map<String, Fate> buy(Authority who, String... names) {
        return buy(engine, who, names);
    }

    static Map<String, Fate> buy(Engine engine, Authority who, String... names) {
        return engine.ledger.buyDomains(
                who,
                Arrays.stream(names).map(name -> new PricedName(name, PRICE)).toList());
    }

    Result order(Authority who, String... names) {
        return order(engine, who, names);
    }

    static Result order(Engine engine, Authority who, String... names) {
        return engine.ledger.createOrder(
                who, "q1", List.of(names), "scaledmail", null, MONTHLY, () -> MONTHLY, tag -> body(tag, false, names));
    }

    Result submit(Authority who, Vendor.Order order) {
        return submit(engine, who, order);
    }

    static Result submit(Engine engine, Authority who, Vendor.Order order) {
        String[] names = order.names.toArray(String[]::new);
        return engine.ledger.submitForm(
                who, order.uuid, order.names, "scaledmail", order.tag, body(order.tag, true, names));
    }

    /** @param names in stock or not; where they are, at the stock's price */
    Result prewarmed(Authority who, String... names) {
        BigDecimal price = BigDecimal.valueOf(Stock.WARM_PRICE * names.length);
        return engine.ledger.buyPrewarmed(
                who,
                "q1",
                Arrays.stream(names)
                        .map(name -> new Ledger.WarmItem("rec-" + name, name, null))
                        .toList(),
                null,
                price,
                () -> price);
    }

    Result packaged(Authority who, String... names) {
        return engine.ledger.createPackageOrder(
                who,
                "q1",
                "price_1",
                1,
                List.of(names),
                "scaledmail",
                null,
                MONTHLY,
                () -> MONTHLY,
                tag -> body(tag, true, names));
    }

    static Wire.OrderBody body(String tag, boolean aliases, String... names) {
        List<Wire.AliasBody> people = List.of(new Wire.AliasBody("Ann", "Lee", "ann.lee", null));
        return new Wire.OrderBody(
                tag,
                Map.of(
                        "google",
                        new Wire.ProviderDomains(Arrays.stream(names)
                                .map(name -> new Wire.DomainBody(name, null, null, aliases ? people : null))
                                .toList())));
    }

    /** The newest attempt. */
    Attempt last() {
        return engine.settling
                .find(sql.sql("select max(id) from attempt").query(Long.class).single())
                .orElseThrow();
    }

    String settledHow(Attempt attempt) {
        return sql.sql("select settled_how from attempt where id = ?")
                .param(attempt.id())
                .query(String.class)
                .single();
    }

    /** Looks at an attempt until it is settled or asks a person. */
    Attempt settle(Attempt attempt) {
        for (int i = 0; i < 500; i++) {
            Attempt now = engine.settling.find(attempt.id()).orElseThrow();
            if (!now.open() || now.needsPerson()) return now;
            clock.reach(engine.settling.nextLook(attempt.id()));
            try {
                engine.settling.look(attempt.id());
            } catch (TryAgainAt early) {
                clock.pass(Duration.ofSeconds(2));
            }
        }
        throw new AssertionError("never settled: " + engine.settling.find(attempt.id()));
    }

    /** Reserved and spent dollars of a campaign. */
    List<BigDecimal> budget(Authority who) {
        return scope("campaign:" + who.campaign());
    }

    List<BigDecimal> month() {
        return scope("month:" + ORGANIZATION + ":" + clock.instant().toString().substring(0, 7));
    }

    private List<BigDecimal> scope(String scope) {
        return sql.sql("select reserved, spent from budget where scope = ?")
                .param(scope)
                .query((row, i) -> List.of(row.getBigDecimal(1), row.getBigDecimal(2)))
                .single();
    }

    void forgetLedger() {
        for (String table : List.of("attempt_event", "attempt_spend", "spend", "attempt", "spending", "reading"))
            sql.sql("delete from " + table).update();
        sql.sql("update budget set reserved = 0, spent = 0").update();
    }

    /** Empty books, and a vendor who has done nothing yet. */
    void forget() {
        vendor.orders.clear();
        vendor.registered.clear();
        vendor.faults.clear();
        forgetLedger();
        sql.sql("delete from pace").update();
        sql.sql("delete from budget").update();
    }

    @Override
    public void close() {
        engines.forEach(Engine::close);
        vendor.close();
    }
}
