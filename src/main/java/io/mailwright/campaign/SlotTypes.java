package io.mailwright.campaign;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which mailbox type each slot has. */
public final class SlotTypes {
    private SlotTypes() {}

    /**
     * The types of the slots in order: owned domains in file order, then the bought ones. A type that a domain names for
     * itself is taken first; the rest take the types of {@code providers} in written order.
     *
     * @throws IllegalArgumentException when the types do not add up to the owned domains and {@code bought}
     */
    public static List<Provider> of(Campaign campaign, int bought) {
        Map<Provider, Integer> left = new LinkedHashMap<>(campaign.providers());
        campaign.own().stream()
                .map(OwnedDomain::provider)
                .filter(type -> type != null)
                .forEach(type -> left.merge(type, -1, Integer::sum));
        List<Provider> inOrder = new ArrayList<>();
        left.forEach((type, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("'providers' counts too few domains of the type " + type.word());
            }
            for (int i = 0; i < count; i++) {
                inOrder.add(type);
            }
        });
        long own = campaign.own().stream()
                .filter(domain -> domain.provider() == null)
                .count();
        if (inOrder.size() != own + bought) {
            throw new IllegalArgumentException("'providers' does not add up to the owned and bought domains");
        }
        Iterator<Provider> next = inOrder.iterator();
        List<Provider> types = new ArrayList<>();
        campaign.own().forEach(domain -> types.add(domain.provider() == null ? next.next() : domain.provider()));
        next.forEachRemaining(types::add);
        return List.copyOf(types);
    }
}
