package io.mailwright.console;

import io.mailwright.onboarding.Holdings;
import io.mailwright.onboarding.Onboarding.VersionedPlan;
import io.mailwright.onboarding.Origin;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan as it is read: order by order, each domain with its aliases and what has become of it.
 *
 * @param lazy there are so many domains that an order's are fetched when they are looked at
 * @param approvedBy null: nobody yet
 */
public record PlanSheet(
        int version,
        Plan plan,
        String approvedBy,
        boolean byRule,
        Instant approvedAt,
        List<Order> orders,
        boolean lazy) {
    private static final int AT_ONCE = 150;
    private static final int OPEN = 12;

    /** @param open whether its domains are shown without being asked for */
    public record Order(PlannedOrder planned, List<Domain> domains, boolean open) {}

    /** @param now the name that stands in its slot, or null while it is the planned one; {@code state} null at the plan's beginning */
    public record Domain(PlannedDomain planned, String now, String state) {}

    static PlanSheet of(VersionedPlan plan, Origin origin, List<Holdings.Order> held) {
        Map<Integer, Holdings.Domain> slots = held.stream()
                .flatMap(order -> order.domains().stream())
                .collect(Collectors.toMap(Holdings.Domain::slot, domain -> domain));
        List<PlannedDomain> domains = plan.plan().domains();
        return new PlanSheet(
                plan.version(),
                plan.plan(),
                origin.approvedBy(),
                "rule".equals(origin.approvedHow()),
                origin.approvedAt(),
                plan.plan().orders().stream()
                        .map(order -> new Order(
                                order,
                                domains.stream()
                                        .filter(domain -> domain.order() == order.number())
                                        .map(domain -> domain(domain, slots.get(domain.slot())))
                                        .toList(),
                                domains.size() <= OPEN))
                        .toList(),
                domains.size() > AT_ONCE);
    }

    private static Domain domain(PlannedDomain planned, Holdings.Domain held) {
        if (held == null) return new Domain(planned, null, null);
        return new Domain(planned, held.domain().equals(planned.domain()) ? null : held.domain(), held.state());
    }
}
