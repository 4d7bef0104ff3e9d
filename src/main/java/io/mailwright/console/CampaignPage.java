package io.mailwright.console;

import io.mailwright.campaign.ExportFormat;
import io.mailwright.onboarding.ComparisonView;
import io.mailwright.onboarding.Diagrams;
import io.mailwright.onboarding.Holdings;
import io.mailwright.onboarding.Origin;
import io.mailwright.onboarding.ScheduleView;
import io.mailwright.onboarding.SpendsView;
import io.mailwright.onboarding.Stage;
import io.mailwright.onboarding.Timeline;
import java.util.List;
import java.util.Set;

/**
 * All of a campaign's page.
 *
 * @param subjects what has a diagram of its own; {@code shown} is the index of the one that is drawn, null when there is none
 * @param plan null before there is one
 * @param timeline latest first
 * @param requests those about it that have not ended
 * @param schedule null without one
 * @param comparison null before anything was ordered
 * @param gone addresses that were handed over and are no more
 */
public record CampaignPage(
        CampaignProgress progress,
        Origin origin,
        List<TaskSheet> waits,
        List<Diagrams.Subject> subjects,
        int chosen,
        Diagrams.Diagram shown,
        PlanSheet plan,
        SpendsView spends,
        List<Timeline.Entry> timeline,
        List<Holdings.Order> orders,
        List<String> requests,
        ScheduleView schedule,
        ComparisonView comparison,
        List<String> gone,
        List<ExportFormat> formats) {
    private static final Set<String> QUIET = Set.of("fine", "waiting", "dropped", "cancelled", "replaced");

    public String id() {
        return progress.view().id();
    }

    /** The names that stand in its orders at the vendor. */
    public List<String> domains() {
        return orders.stream()
                .filter(order -> order.cancelledAt() == null)
                .flatMap(order -> order.domains().stream())
                .filter(domain ->
                        domain.state().equals("ordered") || domain.state().equals("active"))
                .map(Holdings.Domain::domain)
                .sorted()
                .toList();
    }

    /** What is not as it should be: at the vendor, or in the hands of those who send. */
    public List<ComparisonView.Domain> marked() {
        return comparison.domains().stream()
                .filter(domain -> !QUIET.contains(domain.mark()) || toTakeOut(domain))
                .toList();
    }

    /** Its mailboxes are no more, and were handed over. */
    public static boolean toTakeOut(ComparisonView.Domain domain) {
        return domain.mark().equals("replaced") && domain.exported() > 0;
    }

    public boolean ended() {
        return Stage.of(progress.view().stage()).ended();
    }

    /** Of which orders something goes on at the vendor. */
    public List<Holdings.Order> cancellable() {
        return orders.stream().filter(Holdings.Order::placed).toList();
    }
}
