package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses pre-warmed domains from the vendor's stock: of each type the cheapest once, then by name. */
final class WarmChoice {
    private static final Comparator<WarmDomain> CHEAPEST_THEN_NAME = Comparator.comparing(WarmDomain::oneTime)
            .thenComparing(WarmDomain::domain)
            .thenComparing(WarmDomain::id);

    private WarmChoice() {}

    /**
     * @param taken names that are in the plan already
     * @throws PlanRefused saying how many are missing of which type, and why
     */
    static List<WarmDomain> of(Campaign campaign, List<WarmDomain> stock, Set<String> taken) {
        Prewarmed wanted = campaign.prewarmed();
        if (wanted == null) {
            return List.of();
        }
        Set<String> seen = new HashSet<>(taken);
        List<WarmDomain> inOrder = stock.stream()
                .sorted(CHEAPEST_THEN_NAME)
                .filter(item -> seen.add(item.domain()))
                .toList();
        List<WarmDomain> chosen = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        wanted.domains().forEach((type, count) -> {
            List<WarmDomain> ofType =
                    inOrder.stream().filter(item -> item.provider() == type).toList();
            List<WarmDomain> fitting = ofType.stream()
                    .filter(item -> wanted.maxPrice() == null || item.oneTime().compareTo(wanted.maxPrice()) <= 0)
                    .toList();
            if (fitting.size() < count) {
                reasons.add(shortage(type, count, fitting.size(), ofType.size() - fitting.size()));
            }
            fitting.stream()
                    .limit(count)
                    .map(item -> plain(item, campaign.redirect()))
                    .forEach(chosen::add);
        });
        if (!reasons.isEmpty()) {
            throw new PlanRefused(reasons);
        }
        return List.copyOf(chosen);
    }

    private static String shortage(Provider type, int wanted, int fitting, int dearer) {
        int missing = wanted - fitting;
        String why = dearer == 0
                ? "the vendor's stock has only %s, so take fewer".formatted(fitting)
                : "the vendor's stock has only %s within 'maxPrice' and %s above it, so raise it or take fewer"
                        .formatted(fitting, dearer);
        return "%s pre-warmed %s %s missing: 'prewarmed' wants %s and %s"
                .formatted(missing, type.word(), missing == 1 ? "domain is" : "domains are", wanted, why);
    }

    private static WarmDomain plain(WarmDomain item, String redirect) {
        return new WarmDomain(
                item.id(),
                item.domain(),
                item.provider(),
                item.mailboxes(),
                Dollars.plain(item.oneTime()),
                Dollars.plain(item.monthly()),
                redirect);
    }
}
