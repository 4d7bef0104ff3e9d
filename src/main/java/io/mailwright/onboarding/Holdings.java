package io.mailwright.onboarding;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a campaign holds at the vendor, order by order, and where it comes from. */
@Service
public class Holdings {
    private final OrderRecords orders;
    private final JdbcClient jdbc;

    Holdings(OrderRecords orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /**
     * @param stage one of {@link Stage#word()}
     * @param vendorId the order's id at the vendor, or null until it is known
     * @param monthly dollars
     */
    public record Order(
            int number,
            String provider,
            String source,
            String stage,
            String vendorId,
            BigDecimal monthly,
            String problem,
            Instant cancelledAt,
            List<Domain> domains) {
        /** Whether it can be cancelled at the vendor. */
        public boolean placed() {
            return vendorId != null && cancelledAt == null;
        }
    }

    /** @param state {@code planned lost dropped bought registered ordered active} */
    public record Domain(int slot, String domain, String state) {}

    public List<Order> of(String campaign) {
        List<DomainRow> domains = orders.domains(campaign);
        return orders.orders(campaign).stream()
                .map(order -> new Order(
                        order.number(),
                        order.provider().word(),
                        order.source(),
                        order.stage().word(),
                        order.vendorOrderId(),
                        order.monthly(),
                        order.problem(),
                        order.cancelledAt(),
                        domains.stream()
                                .filter(domain -> domain.order() == order.number())
                                .map(domain -> new Domain(
                                        domain.slot(),
                                        domain.domain(),
                                        domain.state().word()))
                                .toList()))
                .toList();
    }

    public Optional<Origin> origin(String campaign) {
        return jdbc.sql("select c.text, c.created_by, c.created_at, c.parent_id, c.run, c.form_uuid, c.organization,"
                        + " a.approved_by, a.how, a.approved_at from campaign c"
                        + " left join plan p on p.campaign_id = c.id and p.version = c.plan_version"
                        + " left join approval a on a.campaign_id = c.id and a.plan_version = p.version"
                        + " and a.plan_hash = p.hash where c.id = ?")
                .param(campaign)
                .query((row, i) -> new Origin(
                        row.getString(1),
                        row.getString(2),
                        instant(row.getTimestamp(3)),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        instant(row.getTimestamp(10))))
                .optional();
    }

    /** The requests about it that have not ended. */
    public List<String> openRequests(String campaign) {
        return jdbc.sql("select id from request where campaign_id = ? and open_for is not null order by requested_at")
                .param(campaign)
                .query(String.class)
                .list();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
