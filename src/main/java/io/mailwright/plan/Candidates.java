package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Purchase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names a campaign might buy, in the order in which the vendor is asked for them: keywords × (bare, prefixes,
 * suffixes) × tlds, without what {@code only} refuses already, sorted by {@code prefer} if that needs no vendor; after
 * them, sorted likewise, what the vendor suggested.
 */
final class Candidates {
    private final NameRules rules;
    private final Set<String> seen = new HashSet<>();
    private final List<Candidate> own;
    private final List<Candidate> suggested = new ArrayList<>();
    private List<Candidate> suggestedInOrder = List.of();
    private int refusedByOnly;

    /** @throws PlanRefused when there would be too many of them, or a rule does not fit its facts */
    Candidates(Campaign campaign, NameRules rules) {
        this.rules = rules;
        campaign.own().stream().map(OwnedDomain::domain).forEach(seen::add);
        own = campaign.buy() == null ? List.of() : inOrder(kept(all(campaign.buy())));
    }

    static Candidates of(Campaign campaign) {
        return new Candidates(campaign, new NameRules(campaign));
    }

    /** Made from what the file says. */
    List<Candidate> inOrder() {
        return own;
    }

    List<Candidate> suggested() {
        return suggestedInOrder;
    }

    int refusedByOnly() {
        return refusedByOnly;
    }

    /** @param more names the vendor suggested, in its order */
    void suggest(List<Candidate> more) {
        suggested.addAll(kept(more));
        suggestedInOrder = inOrder(suggested);
    }

    private List<Candidate> kept(List<Candidate> candidates) {
        List<Candidate> fresh = candidates.stream()
                .filter(Candidate::legal)
                .filter(candidate -> seen.add(candidate.domain()))
                .toList();
        List<Candidate> kept = fresh.stream().filter(rules::mayKeep).toList();
        refusedByOnly += fresh.size() - kept.size();
        return kept;
    }

    private List<Candidate> inOrder(List<Candidate> candidates) {
        return rules.needVendorToSort()
                ? List.copyOf(candidates)
                : rules.sorted(candidates, Candidate::facts, Comparator.comparing(c -> 0));
    }

    private static List<Candidate> all(Purchase buy) {
        if (buy.names() > Purchase.MOST_NAMES) {
            throw new PlanRefused("'buy' would make %s names to choose from; shorten its lists to at most %s"
                    .formatted(buy.names(), Purchase.MOST_NAMES));
        }
        List<Candidate> all = new ArrayList<>();
        for (String keyword : buy.keywords()) {
            for (String label : labels(keyword, buy)) {
                for (String tld : buy.tlds()) {
                    all.add(new Candidate(label, Candidate.tld(tld), keyword.strip()));
                }
            }
        }
        return all;
    }

    private static List<String> labels(String keyword, Purchase buy) {
        List<String> labels = new ArrayList<>();
        labels.add(Candidate.joined(keyword));
        buy.prefixes().forEach(prefix -> labels.add(Candidate.joined(prefix + keyword)));
        buy.suffixes().forEach(suffix -> labels.add(Candidate.joined(keyword + suffix)));
        return labels;
    }
}
