package io.mailwright.onboarding;

import io.mailwright.scaledmail.Redaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What happened to a campaign or a request, as its rows tell it. It holds no secrets. */
@Service
public class Timeline {
    private final JdbcClient jdbc;
    private final Processes processes;
    private final Redaction redaction;

    Timeline(JdbcClient jdbc, Processes processes, Redaction redaction) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.redaction = redaction;
    }

    /**
     * @param kind {@code plan decision spend course change export}
     * @param what in a person's words
     * @param who a user, {@code reading}, {@code reply} or {@code file}, or null: nobody in particular
     * @param said comment and reference, or null
     */
    public record Entry(Instant at, String kind, String what, String who, String said) {
        static Entry of(Instant at, String kind, String what) {
            return new Entry(at, kind, what, null, null);
        }
    }

    /** Latest first. */
    public List<Entry> of(String campaign) {
        return latestFirst(Stream.of(
                        begun(campaign),
                        plans(campaign),
                        approvals(campaign),
                        names(campaign),
                        decisions(campaign),
                        calls(campaign),
                        requests(campaign),
                        changes(campaign),
                        exports(campaign),
                        ends(campaign))
                .flatMap(List::stream));
    }

    /** Latest first. */
    public List<Entry> ofRequest(String request) {
        return latestFirst(
                Stream.of(asked(request), approvals(request), decisions(request), calls(request), ends(request))
                        .flatMap(List::stream));
    }

    /** Whether its end is yet to be told. */
    public boolean goesOn(String campaign) {
        return processes.runs(campaign);
    }

    /** Changes whenever there is more to tell. */
    public long mark(String campaign) {
        return jdbc.sql(
                        "select (select coalesce(sum(e.id), 0) from attempt_event e join attempt a on a.id = e.attempt_id"
                                + " where a.campaign_id = :id) + (select count(*) from decision where about = :id)"
                                + " + (select count(*) from request where campaign_id = :id)"
                                + " + (select count(*) from domain_change where campaign_id = :id)")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    private static List<Entry> latestFirst(Stream<Entry> entries) {
        return entries.filter(Objects::nonNull)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    private List<Entry> begun(String campaign) {
        return read(
                "select created_at, created_by, form_uuid, parent_id, run from campaign where id = ?",
                campaign,
                (row, i) -> new Entry(
                        at(row, 1),
                        "course",
                        row.getString(3) != null
                                ? "Form " + row.getString(3) + " of a paid order adopted"
                                : row.getString(4) != null
                                        ? "Run " + row.getInt(5) + " of the schedule begun"
                                        : "Started",
                        row.getString(2),
                        null));
    }

    private List<Entry> asked(String request) {
        return read(
                "select requested_at, requested_by from request where id = ?",
                request,
                (row, i) -> new Entry(at(row, 1), "course", "Asked for", row.getString(2), null));
    }

    private List<Entry> plans(String campaign) {
        return read(
                "select made_at, version, hash from plan where campaign_id = ?",
                campaign,
                (row, i) -> Entry.of(
                        at(row, 1),
                        "plan",
                        "Plan made, version " + row.getInt(2) + ", hash "
                                + row.getString(3).substring(0, 12)));
    }

    private List<Entry> approvals(String who) {
        return read(
                "select approved_at, plan_version, approved_by, how, comment, reference from approval where campaign_id = ?",
                who,
                (row, i) -> new Entry(
                        at(row, 1),
                        "decision",
                        "Version " + row.getInt(2) + " approved"
                                + (row.getString(4).equals("rule") ? " by the file's rule" : ""),
                        row.getString(4).equals("rule") ? "file" : row.getString(3),
                        said(row.getString(5), row.getString(6))));
    }

    private List<Entry> names(String campaign) {
        return read(
                "select approved_at, order_number, approved_by, comment, reference from names_approval where campaign_id = ?",
                campaign,
                (row, i) -> new Entry(
                        at(row, 1),
                        "decision",
                        "Names of order " + row.getInt(2) + " approved",
                        row.getString(3),
                        said(row.getString(4), row.getString(5))));
    }

    private List<Entry> decisions(String about) {
        return read(
                "select decided_at, task_key, business_key, decision, decided_by, comment, reference from decision"
                        + " where about = ?",
                about,
                (row, i) -> new Entry(
                        at(row, 1),
                        "decision",
                        "Answered '" + row.getString(4) + "' to " + row.getString(2) + part(row.getString(3)),
                        row.getString(5),
                        said(row.getString(6), row.getString(7))));
    }

    private static String part(String businessKey) {
        int slash = businessKey.indexOf('/');
        return slash < 0 ? "" : " of order " + businessKey.substring(slash + 1);
    }

    private List<Entry> calls(String who) {
        return read(
                "select e.happened_at, a.id, a.kind, a.order_number, e.what, e.decided_by, e.why, e.charged from attempt_event e"
                        + " join attempt a on a.id = e.attempt_id where a.campaign_id = ?"
                        + " and e.what not in ('claimed', 'sent', 'looked', 'reply', 'identified')",
                who,
                (row, i) -> new Entry(
                        at(row, 1),
                        "spend",
                        "Call " + row.getLong(2) + ", " + SpendWords.of(row.getString(3))
                                + (row.getInt(4) == 0 ? "" : " of order " + row.getInt(4)) + ": "
                                + SpendWords.event(row.getString(5))
                                + (row.getBigDecimal(8).signum() == 0
                                        ? ""
                                        : ", $" + ReceiptTexts.dollars(row.getBigDecimal(8)) + " charged"),
                        row.getString(6),
                        row.getString(7)));
    }

    private List<Entry> requests(String campaign) {
        return read(
                "select requested_at, id, kind, subject, requested_by from request where campaign_id = ?",
                campaign,
                (row, i) -> new Entry(
                        at(row, 1),
                        "change",
                        "Asked to " + row.getString(3).replace('-', ' ') + " " + row.getString(4) + ": request "
                                + row.getString(2),
                        row.getString(5),
                        null));
    }

    private List<Entry> changes(String campaign) {
        return read(
                "select changed_at, domain, replaces, redirect from domain_change where campaign_id = ?",
                campaign,
                (row, i) -> Entry.of(
                        at(row, 1),
                        "change",
                        row.getString(3) == null
                                ? row.getString(2) + " leads "
                                        + (row.getString(4) == null
                                                        || row.getString(4).isEmpty()
                                                ? "nowhere"
                                                : "to " + row.getString(4))
                                : row.getString(3) + " replaced by " + row.getString(2)));
    }

    private List<Entry> exports(String campaign) {
        return read(
                "select exported_at, exported_by, format, mailboxes, passwords, arrived from export_note where campaign_id = ?",
                campaign,
                (row, i) -> new Entry(
                        at(row, 1),
                        "export",
                        row.getInt(4) + " mailboxes exported as " + row.getString(3)
                                + (row.getBoolean(5) ? " with their passwords" : "")
                                + (row.getBoolean(6) ? "" : ", and not taken whole"),
                        row.getString(2),
                        null));
    }

    private List<Entry> ends(String key) {
        return processes.ends(key).stream()
                .map(end -> Entry.of(
                        end.at(),
                        "course",
                        end.businessKey().equals(key)
                                ? end.name()
                                : "Order " + end.businessKey().substring(key.length() + 1) + ": " + end.name()))
                .toList();
    }

    private List<Entry> read(String sql, String about, RowMapper<Entry> row) {
        return jdbc.sql(sql).param(about).query(row).list();
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }

    private String said(String comment, String reference) {
        String said = Stream.of(comment, reference)
                .filter(text -> text != null && !text.isBlank())
                .reduce((a, b) -> a + " · " + b)
                .orElse(null);
        return said == null ? null : redaction.redact(said);
    }
}
