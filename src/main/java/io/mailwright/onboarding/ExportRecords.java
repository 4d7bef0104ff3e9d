package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took which mailboxes out of here. Writes join the caller's transaction. */
@Component
class ExportRecords {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ExportRecords(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * An export as it was noted.
     *
     * @param campaign as it was asked for
     * @param hash of the addresses
     * @param arrived whether its answer was taken whole, as far as that is seen from here
     */
    record Note(
            long id,
            String campaign,
            String by,
            Instant at,
            String format,
            int mailboxes,
            boolean passwords,
            String hash,
            boolean arrived) {
        /** Whether one more export would say the same; one with passwords is always noted. */
        boolean says(String user, String as, boolean withPasswords, String addresses) {
            return !withPasswords && !passwords && by.equals(user) && format.equals(as) && hash.equals(addresses);
        }
    }

    /**
     * An address that was handed over and is no mailbox of the campaign any more.
     *
     * @param superseded whether a later export was without it
     */
    record Gone(String campaign, String email, String domain, boolean superseded) {}

    /** Exports of a campaign are noted one after the other. */
    void lock(String campaign) {
        jdbc.sql(
                        "select id from campaign where id = (select coalesce(parent_id, id) from campaign where id = ?) for update")
                .param(campaign)
                .query(String.class)
                .single();
    }

    /** The latest first. @param parts a campaign and its runs */
    List<Note> notes(List<String> parts) {
        return jdbc.sql("select id, campaign_id, exported_by, exported_at, format, mailboxes, passwords, hash, arrived"
                        + " from export_note where campaign_id in (:parts) order by id desc")
                .param("parts", parts)
                .query((row, i) -> new Note(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getInt(6),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getBoolean(9)))
                .list();
    }

    /** Of those that arrived. */
    Optional<Note> last(String campaign) {
        return notes(List.of(campaign)).stream().filter(Note::arrived).findFirst();
    }

    /** One that has not arrived yet. @return its id */
    long add(String campaign, String by, String format, int mailboxes, boolean passwords, String hash) {
        jdbc.sql(
                        "insert into export_note (campaign_id, exported_by, exported_at, format, mailboxes, passwords, hash, arrived)"
                                + " values (?, ?, ?, ?, ?, ?, ?, false)")
                .params(campaign, by, Timestamp.from(clock.instant()), format, mailboxes, passwords, hash)
                .update();
        return jdbc.sql("select max(id) from export_note where campaign_id = ?")
                .param(campaign)
                .query(Long.class)
                .single();
    }

    void arrived(long export) {
        jdbc.sql("update export_note set arrived = true where id = ?")
                .param(export)
                .update();
    }

    /** @param part the campaign or run whose mailboxes they are */
    void handedOver(long export, String part, List<MailboxView> mailboxes) {
        batches.batchUpdate(
                "delete from exported_mailbox where campaign_id = ? and email = ?",
                mailboxes.stream()
                        .map(mailbox -> new Object[] {part, mailbox.email()})
                        .toList());
        batches.batchUpdate(
                "insert into exported_mailbox (campaign_id, email, domain, export_id) values (?, ?, ?, ?)",
                mailboxes.stream()
                        .map(mailbox -> new Object[] {part, mailbox.email(), mailbox.domain(), export})
                        .toList());
    }

    /** Of mailboxes that are there, how many were handed over, by domain. */
    Map<String, Integer> exported(String part) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select m.domain, count(*) from mailbox m join exported_mailbox x on x.campaign_id = m.campaign_id"
                        + " and x.email = m.email where m.campaign_id = ? group by m.domain")
                .param(part)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    List<Gone> gone(List<String> parts) {
        return jdbc.sql("""
                        select x.campaign_id, x.email, x.domain, exists (
                            select 1 from export_note n
                             where n.arrived and n.id > x.export_id and (n.campaign_id = x.campaign_id
                                or n.campaign_id = (select c.parent_id from campaign c where c.id = x.campaign_id)))
                          from exported_mailbox x
                         where x.campaign_id in (:parts) and not exists (
                            select 1 from mailbox m where m.campaign_id = x.campaign_id and m.email = x.email)
                         order by x.campaign_id, x.email""")
                .param("parts", parts)
                .query((row, i) -> new Gone(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }
}
