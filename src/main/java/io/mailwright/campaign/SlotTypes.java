package io.mailwright.campaign;

import java.util.ArrayList;
import java.util.Collections;
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
     * @throws IllegalArgumentException with one sentence, when the types do not add up to the owned and bought domains
     */
    public static List<Provider> of(Campaign campaign, int bought) {
        Map<Provider, Integer> left = new LinkedHashMap<>(campaign.providers());
        int counted = left.values().stream().mapToInt(count -> count).sum();
        int domains = campaign.own().size() + bought;
        if (counted != domains) {
            throw new IllegalArgumentException(
                    "'providers' counts %s domains, but bought and owned ones are %s; make them add up"
                            .formatted(counted, domains));
        }
        for (OwnedDomain own : campaign.own()) {
            if (own.provider() != null && left.merge(own.provider(), -1, Integer::sum) < 0) {
                throw new IllegalArgumentException(
                        "'domain' gives %s the type %s, but 'providers' counts only %s of it; count it there, or give it another"
                                .formatted(
                                        own.domain(),
                                        own.provider().word(),
                                        campaign.providers().getOrDefault(own.provider(), 0)));
            }
        }
        Iterator<Provider> rest = left.entrySet().stream()
                .flatMap(type -> Collections.nCopies(type.getValue(), type.getKey()).stream())
                .iterator();
        List<Provider> types = new ArrayList<>();
        campaign.own().forEach(own -> types.add(own.provider() == null ? rest.next() : own.provider()));
        rest.forEachRemaining(types::add);
        return List.copyOf(types);
    }
}
