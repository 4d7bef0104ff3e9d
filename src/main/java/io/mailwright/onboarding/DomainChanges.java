package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a campaign's domains after they were handed over, and which names stand in the way of another's place. */
@Component
class DomainChanges {
    private final JdbcClient jdbc;
    private final Clock clock;

    DomainChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once for a request. */
    void add(String request, DomainRow slot, String domain, String replaces, String redirect) {
        boolean known = !jdbc.sql("select 1 from domain_change where request_id = ?")
                .param(request)
                .query()
                .listOfRows()
                .isEmpty();
        if (known) return;
        jdbc.sql("insert into domain_change (request_id, campaign_id, slot, domain, replaces, redirect, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(request, slot.campaign(), slot.slot(), domain, replaces, redirect)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** In the order in which they happened. */
    List<CampaignView.Changed> of(String campaign) {
        return jdbc.sql("select domain, replaces, redirect, changed_at, request_id from domain_change"
                        + " where campaign_id = ? order by changed_at, request_id")
                .param(campaign)
                .query((row, i) -> new CampaignView.Changed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** A name that was taken out as burned is nobody's spare. */
    boolean burned(String domain) {
        return !jdbc.sql("select 1 from domain_change where replaces = ?"
                        + " union all select 1 from request where open_for = ?")
                .params(domain, RequestKind.REPLACE_DOMAIN.word() + " " + domain)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Whether a campaign that is under way has planned for that name, as a domain or an alternate. */
    boolean planned(String domain) {
        return !jdbc.sql("select 1 from campaign c join campaign_domain d on d.campaign_id = c.id where d.domain = ?"
                        + " and d.state not in ('lost', 'dropped') and c.live_name is not null and c.stage <> ?"
                        + " union all select 1 from campaign c join alternate a on a.campaign_id = c.id"
                        + " where a.domain = ? and a.state = 'free' and c.live_name is not null and c.stage <> ?")
                .params(domain, Stage.ONBOARDED.word(), domain, Stage.ONBOARDED.word())
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** The campaigns in whose orders at the vendor a name is, the latest first. */
    List<String> holders(String domain) {
        return jdbc.sql("select c.id from campaign c join campaign_domain d on d.campaign_id = c.id"
                        + " join campaign_order o on o.campaign_id = c.id and o.number = d.order_number"
                        + " where d.domain = ? and d.state in ('ordered', 'active') and o.cancelled_at is null"
                        + " order by c.created_at desc, c.id")
                .param(domain)
                .query(String.class)
                .list();
    }
}
