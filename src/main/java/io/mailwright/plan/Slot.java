package io.mailwright.plan;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.TooFewAliases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in the fleet with its name, type and aliases.
 *
 * @param number from 1, owned domains first
 */
record Slot(int number, String domain, Provider provider, List<Alias> aliases) {
    /**
     * The slots of a campaign: owned domains in file order, then the bought ones; types in written order.
     *
     * @throws PlanRefused when types and domains do not add up, or aliases run short
     */
    static List<Slot> fill(Campaign campaign, List<String> bought) {
        List<String> domains = Stream.concat(campaign.own().stream().map(OwnedDomain::domain), bought.stream())
                .toList();
        long counted =
                campaign.providers().values().stream().mapToLong(count -> count).sum();
        if (counted != domains.size()) {
            throw new PlanRefused("'providers' counts %s domains, but bought and owned ones are %s; make them add up"
                    .formatted(counted, domains.size()));
        }
        List<Provider> types = new ArrayList<>();
        campaign.providers().forEach((type, count) -> types.addAll(Collections.nCopies(count, type)));
        AliasSets aliases = new AliasSets(campaign.people(), campaign.patterns(), campaign.avoid());
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            slots.add(new Slot(i + 1, domains.get(i), types.get(i), next(aliases, types.get(i))));
        }
        return slots;
    }

    private static List<Alias> next(AliasSets aliases, Provider type) {
        try {
            return aliases.next(type);
        } catch (TooFewAliases e) {
            throw new PlanRefused(e.getMessage());
        }
    }
}
