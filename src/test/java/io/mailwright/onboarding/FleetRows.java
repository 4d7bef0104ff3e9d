package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fleet put into the database by SQL, without engine and vendor: campaigns of two orders, five domains and fifteen
 * mailboxes. The later half is onboarded and handed over, the others are in every stage before; each tenth waits for a
 * person, each fiftieth for too long.
 */
public final class FleetRows {
    public static final int ORDERS = 2;
    public static final int DOMAINS = 5;
    public static final int MAILBOXES = 3;
    private static final Timestamp START = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String[] STAGES = {"checking", "awaiting-approval", "buying", "buying", "cancelled"};
    private static final String[] ORDER_STAGES = {"registering", "awaiting-payment", "provisioning", "onboarded"};

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final int campaigns;

    public FleetRows(DataSource database, int campaigns) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.campaigns = campaigns;
    }

    public void insert() {
        transaction.executeWithoutResult(tx -> rows());
    }

    private void rows() {
        int domains = campaigns * DOMAINS;
        insert(
                "campaign (id, name, live_name, organization, text, stage, plan_version, stopped, created_by, created_at)",
                campaigns,
                n -> row(
                        id(n), "Acme " + n, "/" + id(n), "org" + n % 3, "campaign", stage(n), 1, false, "demo", at(n)));
        insert(
                "campaign_order (campaign_id, number, plan_version, provider, source, monthly, stage, style, amount_asked)",
                campaigns * ORDERS,
                k -> row(id(k / 2), k % 2 + 1, 1, "google", "scaledmail", 21, orderStage(k), "form", false));
        insert(
                "campaign_domain (campaign_id, slot, order_number, domain, provider, bought, price, state, expected)",
                domains,
                k -> row(id(k / 5), k % 5 + 1, k % 5 % 2 + 1, domain(k), "google", true, 12, state(k / 5), MAILBOXES));
        insert(
                "export_note (campaign_id, exported_by, exported_at, format, mailboxes, passwords, hash)",
                1,
                n -> row(id(campaigns - 1), "demo", START, "csv", 15, false, "0"));
        int ready = campaigns / 2 * DOMAINS * MAILBOXES;
        int first = campaigns * DOMAINS * MAILBOXES - ready;
        insert(
                "mailbox (campaign_id, email, slot, position, local_part, domain, provider, status)",
                ready,
                k -> row(
                        id((first + k) / 15),
                        email(first + k),
                        (first + k) / 3 % 5 + 1,
                        k % 3 + 1,
                        "m" + k % 3,
                        domain((first + k) / 3),
                        "google",
                        "Active"));
        insert(
                "exported_mailbox (campaign_id, email, domain, export_id)",
                ready,
                k -> row(id((first + k) / 15), email(first + k), domain((first + k) / 3), 1));
        insert(
                "attempt (kind, organization, campaign_id, order_number, plan_version, plan_hash, number, names,"
                        + " request_hash, amount, budget_month, claimed_at, claimed_by, state, needs_person)",
                campaigns,
                n -> row(
                        "BUY_DOMAINS",
                        "org" + n % 3,
                        id(n),
                        1,
                        1,
                        "0",
                        1,
                        domain(n * 5),
                        "0",
                        60,
                        "2026-01",
                        at(n),
                        "node",
                        "confirmed",
                        false));
        insert(
                "attempt_event (attempt_id, happened_at, node, what, to_state, reserved, charged, needs_person)",
                campaigns,
                n -> row(n + 1, at(n), "node", "confirmed", "confirmed", -60, 60, false));
        insert(
                "open_task (id, task_key, question, decisions, groups, campaign_id, business_key, opened_at, due_at)",
                campaigns / 10,
                n -> row(
                        "task" + n,
                        "approvePlan",
                        "Approve this plan?",
                        "approve,reject",
                        "approvers",
                        id(n * 10),
                        id(n * 10),
                        at(n),
                        n % 5 == 0 ? START : Timestamp.from(Instant.parse("2100-01-01T00:00:00Z"))));
    }

    private void insert(String into, int rows, IntFunction<Object[]> row) {
        String marks = "?" + ", ?".repeat(into.replaceAll("[^,]", "").length());
        jdbc.batchUpdate(
                "insert into " + into + " values (" + marks + ")",
                IntStream.range(0, rows).mapToObj(row).toList());
    }

    private static Object[] row(Object... values) {
        return values;
    }

    public static String id(int campaign) {
        return "acme%05d".formatted(campaign);
    }

    static String domain(int number) {
        return "try%06d.com".formatted(number);
    }

    private static String email(int number) {
        return "m" + number % 3 + "@" + domain(number / 3);
    }

    private String stage(int campaign) {
        return ready(campaign) ? "onboarded" : STAGES[campaign % STAGES.length];
    }

    private String orderStage(int order) {
        if (ready(order / 2)) return "onboarded";
        if (!stage(order / 2).equals("buying")) return "buying";
        return order % 2 == 0 ? "onboarded" : ORDER_STAGES[order / 10 % ORDER_STAGES.length];
    }

    private String state(int campaign) {
        return ready(campaign) ? "active" : "bought";
    }

    private boolean ready(int campaign) {
        return campaign >= campaigns - campaigns / 2;
    }

    private static Timestamp at(int campaign) {
        return Timestamp.from(START.toInstant().plusSeconds(60L * campaign));
    }
}
