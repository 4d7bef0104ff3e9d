package io.mailwright.onboarding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A page of the fleet: a row for each campaign, its scheduled runs counted with it.
 *
 * @param total campaigns that the query finds
 * @param waiting how many of all campaigns wait for a person
 * @param overdue how many of all campaigns wait for something whose time is over
 */
public record FleetPage(List<Row> rows, long total, int page, int size, long waiting, long overdue) {

    /** At least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /**
     * @param stage as {@link CampaignView#stage()}
     * @param counts of all orders and runs
     * @param spent dollars that the vendor took for the campaign
     * @param monthly dollars that placed orders cost a month
     * @param lastChecked when the vendor was last read for it, or null
     * @param overdue somebody or something is waited for beyond its time
     * @param waits the questions that people are asked
     * @param problem what stands in the way, shortened, or null
     * @param runs how many runs of its schedule there were
     * @param requests open ones, about its domains and orders
     */
    public record Row(
            String id,
            String name,
            String stage,
            Counts counts,
            BigDecimal spent,
            BigDecimal monthly,
            Instant lastChecked,
            boolean overdue,
            List<String> waits,
            String problem,
            int runs,
            int requests,
            List<Order> orders) {}

    /**
     * One order of a campaign.
     *
     * @param campaign its campaign, or the run that it belongs to
     * @param vendorOrder the vendor's id, or null
     * @param monthly dollars a month, as the vendor charges them once that is known
     * @param cancelled somebody had it cancelled
     */
    public record Order(
            String campaign,
            int number,
            String provider,
            String stage,
            String vendorOrder,
            Counts counts,
            boolean placed,
            BigDecimal monthly,
            boolean cancelled,
            String problem) {}

    /**
     * @param wanted domains
     * @param bought domains that are paid for, or owned and in use
     * @param active domains with all their mailboxes
     * @param expected mailboxes
     * @param ready mailboxes that can be handed over
     * @param exported of those, how many were
     */
    public record Counts(int wanted, int bought, int active, int expected, int ready, int exported) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    wanted + other.wanted,
                    bought + other.bought,
                    active + other.active,
                    expected + other.expected,
                    ready + other.ready,
                    exported + other.exported);
        }
    }
}
