package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The same figures on both databases. */
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final YearMonth YEAR_AGO = YearMonth.of(2025, 12);

    private JdbcClient jdbc;

    @Test
    void onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        areThoseOfTheRows(database);
    }

    @Test
    void onPostgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            areThoseOfTheRows(server.getPostgresDatabase());
        }
    }

    private void areThoseOfTheRows(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Records records =
                new Records(jdbc, new StageNotes(jdbc, clock), new DataSourceTransactionManager(database), clock);
        WorkspaceNames names = new WorkspaceNames(jdbc, records);
        Figures figures = new Figures(jdbc, names, clock);
        assertThat(figures.spent(null, YEAR_AGO)).isEmpty();
        assertThat(figures.took(null, YEAR_AGO)).isEmpty();
        assertThat(figures.backlog(null)).isEmpty();

        records.watched("recA");
        records.watched("recB");
        names.keep("recB", " Alpha ");
        names.keep("recB", "Alpha");
        assertThat(figures.workspaces().values()).containsExactly("Alpha", "recA");

        charged("recA", "12.50", "2026-10-31T23:59:59Z");
        charged("recA", "-2.50", "2026-10-31T23:00:00Z");
        charged("recB", "7.00", "2026-11-01T00:00:00Z");
        charged("recB", "99.00", "2025-11-30T00:00:00Z");
        assertThat(figures.spent(null, YEAR_AGO))
                .extracting(
                        Figures.Spent::month,
                        Figures.Spent::workspace,
                        row -> row.dollars().setScale(2))
                .containsExactly(
                        tuple(YearMonth.of(2026, 10), "recA", new BigDecimal("10.00")),
                        tuple(YearMonth.of(2026, 11), "Alpha", new BigDecimal("7.00")));
        assertThat(figures.spent("recB", YEAR_AGO)).hasSize(1);

        for (int hours = 1; hours <= 11; hours++) done("recA", "google", Duration.ofHours(hours));
        assertThat(figures.took(null, YEAR_AGO))
                .containsExactly(new Figures.Took(
                        YearMonth.of(2026, 11), "google", 11, Duration.ofHours(6), Duration.ofHours(10)));
        assertThat(figures.took("recB", YEAR_AGO)).isEmpty();

        open("recA", "smtp", Duration.ofHours(3), "ordered");
        open("recA", "smtp", Duration.ofHours(4), "ordered");
        open("recB", "google", Duration.ofDays(9), "ordered");
        open("recB", "google", Duration.ofDays(9), "active");
        assertThat(figures.backlog(null))
                .extracting(row -> row.age().from(), Figures.Backlog::provider, Figures.Backlog::mailboxes)
                .containsExactly(tuple(0, "smtp", 4L), tuple(7, "google", 2L));
        assertThat(figures.backlog("recA")).hasSize(1);
    }

    private void charged(String organization, String dollars, String at) {
        String id = campaign(organization, "onboarded", Instant.parse(at));
        jdbc.sql("insert into attempt (kind, organization, campaign_id, order_number, plan_version, plan_hash, number,"
                        + " names, request_hash, amount, budget_month, claimed_at, claimed_by, state, needs_person)"
                        + " values ('BUY_DOMAINS', ?, ?, 1, 1, 'h', 1, '', '', 0, '', ?, 'n', 'confirmed', false)")
                .params(organization, id, Timestamp.from(NOW))
                .update();
        jdbc.sql("insert into attempt_event (attempt_id, happened_at, node, what, to_state, reserved, charged,"
                        + " needs_person) select id, ?, 'n', 'confirmed', 'confirmed', 0, ?, false from attempt"
                        + " where campaign_id = ?")
                .params(Timestamp.from(Instant.parse(at)), new BigDecimal(dollars), id)
                .update();
    }

    private void done(String organization, String provider, Duration took) {
        String id = campaign(organization, "onboarded", NOW.minus(took));
        order(id, provider, "onboarded", NOW);
    }

    private void open(String organization, String provider, Duration since, String state) {
        String id = campaign(organization, "buying", NOW.minus(since));
        order(id, provider, "provisioning", null);
        jdbc.sql(
                        "insert into campaign_domain (campaign_id, slot, order_number, domain, provider, bought, state, expected)"
                                + " values (?, 1, 1, 'a.com', ?, true, ?, 2)")
                .params(id, provider, state)
                .update();
    }

    private String campaign(String organization, String stage, Instant approved) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into campaign (id, name, organization, text, stage, plan_version, stopped, created_by,"
                        + " created_at) values (?, 'c', ?, '', ?, 1, false, 'demo', ?)")
                .params(id, organization, stage, Timestamp.from(approved))
                .update();
        jdbc.sql("insert into approval (campaign_id, plan_version, plan_hash, approved_by, how, approved_at)"
                        + " values (?, 1, 'h', 'demo', 'task', ?)")
                .params(id, Timestamp.from(approved))
                .update();
        return id;
    }

    private void order(String campaign, String provider, String stage, Instant onboarded) {
        jdbc.sql(
                        "insert into campaign_order (campaign_id, number, plan_version, provider, source, monthly, stage, style,"
                                + " amount_asked, onboarded_at) values (?, 1, 1, ?, 'scaledmail', 1, ?, 'form', false, ?)")
                .params(campaign, provider, stage, onboarded == null ? null : Timestamp.from(onboarded))
                .update();
    }
}
