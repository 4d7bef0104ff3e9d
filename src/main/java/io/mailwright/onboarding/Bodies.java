package io.mailwright.onboarding;

import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The request of an order or form, as the plan has it (docs/scaledmail-api.md, section 4). */
final class Bodies {
    private Bodies() {}

    /** @param whole with aliases, redirect and photo; false: bare names */
    static Wire.OrderBody of(OrderRow order, List<DomainRow> domains, Plan plan, String tag, boolean whole) {
        Map<Integer, PlannedDomain> slots =
                plan.domains().stream().collect(Collectors.toMap(PlannedDomain::slot, Function.identity()));
        List<Wire.DomainBody> bodies = domains.stream()
                .map(domain -> whole
                        ? whole(domain, slots.get(domain.slot()))
                        : new Wire.DomainBody(domain.domain(), null, null, null))
                .toList();
        return new Wire.OrderBody(tag, Map.of(order.provider().word(), new Wire.ProviderDomains(bodies)));
    }

    private static Wire.DomainBody whole(DomainRow domain, PlannedDomain slot) {
        return new Wire.DomainBody(
                domain.domain(),
                slot.redirect(),
                slot.photo(),
                slot.aliases().stream()
                        .map(alias -> new Wire.AliasBody(
                                alias.firstName(), alias.lastName(), alias.localPart(), alias.photo()))
                        .toList());
    }
}
