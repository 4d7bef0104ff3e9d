package io.mailwright.onboarding;

import io.mailwright.ledger.NeedsPerson;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.SenderName;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The request of an order or form, as the plan has it, with the logins it needs (docs/scaledmail-api.md, section 4). */
@Component
class Bodies {
    private final Secrets secrets;

    Bodies(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param whole with aliases, redirect, photo and sequencer; false: bare names
     * @throws NeedsPerson when a login that goes with it is missing or unreadable
     */
    Wire.OrderBody of(OrderRow order, List<DomainRow> domains, Plan plan, String tag, boolean whole) {
        Map<Integer, PlannedDomain> slots =
                plan.domains().stream().collect(Collectors.toMap(PlannedDomain::slot, Function.identity()));
        List<Wire.DomainBody> bodies = domains.stream()
                .map(domain -> whole
                        ? whole(domain, slots.get(domain.slot()))
                        : new Wire.DomainBody(domain.domain(), null, null, null))
                .toList();
        String hosting = planned(order, plan).hosting();
        return new Wire.OrderBody(
                tag,
                Map.of(order.provider().word(), new Wire.ProviderDomains(bodies)),
                whole && plan.sequencer() != null ? secrets.sequencer(plan.sequencer()) : null,
                hosting == null ? null : secrets.hosting(hosting));
    }

    private static PlannedOrder planned(OrderRow order, Plan plan) {
        return plan.orders().stream()
                .filter(planned -> planned.number() == order.number())
                .findFirst()
                .orElseThrow();
    }

    private static Wire.DomainBody whole(DomainRow domain, PlannedDomain slot) {
        SenderName sender = slot.sender();
        return sender == null
                ? new Wire.DomainBody(domain.domain(), slot.redirect(), slot.photo(), aliases(slot))
                : new Wire.DomainBody(
                        domain.domain(), slot.redirect(), slot.photo(), null, sender.firstName(), sender.lastName());
    }

    private static List<Wire.AliasBody> aliases(PlannedDomain slot) {
        return slot.aliases().stream()
                .map(alias -> new Wire.AliasBody(alias.firstName(), alias.lastName(), alias.localPart(), alias.photo()))
                .toList();
    }
}
