package io.mailwright.onboarding;

import io.mailwright.scaledmail.Pace;
import io.mailwright.scaledmail.VendorSettings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that what is approved still needs, as far as they can be counted. Aggregates only: no plan is read. */
@Component
class VendorQueue {
    /** The vendor takes no more names in one purchase. */
    private static final int NAMES_A_PURCHASE = 10;

    private static final String ALIVE =
            " join campaign c on c.id = x.campaign_id and c.stage = 'buying' and not c.stopped";

    /** Hidden from the planner: H2 would go through all rows in a state again for each campaign, not through the campaign's own. */
    private static final String STATE = "coalesce(x.state, '')";

    private static final String STAGE = "coalesce(x.stage, '')";

    private final JdbcClient jdbc;
    private final VendorSettings settings;

    VendorQueue(JdbcClient jdbc, VendorSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * What waits.
     *
     * @param purchases calls of buy-domains
     * @param checks calls of search-domains, by which names are looked at once more before they are bought
     * @param orders calls that place one
     * @param forms calls that submit one
     * @param mailboxes domains whose mailboxes are to be read, a call each
     * @param searching campaigns that look for names; how many calls that takes is not known before
     */
    record Work(long purchases, long checks, long orders, long forms, long mailboxes, long searching) {
        long calls() {
            return purchases + checks + orders + forms + mailboxes;
        }
    }

    Work work() {
        List<Integer> toBuy = jdbc.sql("select count(*) from campaign_domain x" + ALIVE + " where " + STATE
                        + " = 'planned' group by x.campaign_id, x.order_number")
                .query(Integer.class)
                .list();
        return new Work(
                batches(toBuy, NAMES_A_PURCHASE),
                batches(toBuy, Math.max(1, settings.namesPerSearch())),
                count("select count(*) from campaign_order x" + ALIVE
                        + " where " + STAGE
                        + " in ('buying', 'registering', 'ordering') and x.vendor_order_id is null"),
                count("select count(*) from campaign_order x" + ALIVE + " where x.style = 'form' and " + STAGE
                        + " in ('buying', 'registering', 'ordering', 'awaiting-payment', 'submitting')"),
                count("select count(*) from campaign_domain x" + ALIVE
                        + " where " + STATE
                        + " in ('planned', 'bought', 'registered', 'ordered')"),
                count("select count(*) from campaign c where c.stage in ('checking', 'searching') and not c.stopped"
                        + " and not exists (select 1 from schedule s where s.campaign_id = c.id)"));
    }

    /** How long that takes. */
    Remaining remaining(Work work, Pace.Use use) {
        boolean buying = work.purchases() >= work.checks();
        String endpoint = buying ? "buy-domains" : "search-domains";
        int used = use.critical().stream()
                .filter(minute -> minute.endpoint().equals(endpoint))
                .mapToInt(Pace.Minute::used)
                .sum();
        return Remaining.of(
                work.calls() + use.booked(),
                use.apart(),
                Math.max(work.purchases(), work.checks()),
                endpoint,
                use.perMinute(),
                used);
    }

    private static long batches(List<Integer> counts, int size) {
        return counts.stream().mapToLong(count -> (count + size - 1) / size).sum();
    }

    private long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
