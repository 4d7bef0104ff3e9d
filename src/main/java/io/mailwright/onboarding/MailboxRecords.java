package io.mailwright.onboarding;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the mailboxes that were taken over. Passwords are not kept. */
@Component
class MailboxRecords {
    private final JdbcClient jdbc;

    MailboxRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
}
