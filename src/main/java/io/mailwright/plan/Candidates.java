package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Purchase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names a campaign might buy, in the order in which the vendor is asked for them: keywords × (bare, prefixes,
 * suffixes) × tlds, without what {@code only} refuses already, sorted by {@code prefer} if that needs no vendor.
 */
final class Candidates {
    static final int MOST_NAMES = 100_000;
    private static final Pattern LABEL = Pattern.compile("(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TLD = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*" + "(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

    private final List<Candidate> inOrder;
    private final int refusedByOnly;

    private Candidates(List<Candidate> inOrder, int refusedByOnly) {
        this.inOrder = inOrder;
        this.refusedByOnly = refusedByOnly;
    }

    /** @throws PlanRefused when there would be too many of them, or a rule does not fit its facts */
    static Candidates of(Campaign campaign) {
        if (campaign.buy() == null) {
            return new Candidates(List.of(), 0);
        }
        List<Candidate> all = all(
                campaign.buy(), campaign.own().stream().map(OwnedDomain::domain).collect(Collectors.toSet()));
        NameRules rules = new NameRules(campaign);
        List<Candidate> kept = all.stream().filter(rules::mayKeep).toList();
        return new Candidates(
                rules.needVendorToSort() ? kept : rules.sorted(kept, Candidate::facts, Comparator.comparing(c -> 0)),
                all.size() - kept.size());
    }

    List<Candidate> inOrder() {
        return inOrder;
    }

    int refusedByOnly() {
        return refusedByOnly;
    }

    private static List<Candidate> all(Purchase buy, Set<String> seen) {
        long product = (long) buy.keywords().size()
                * (1L + buy.prefixes().size() + buy.suffixes().size())
                * buy.tlds().size();
        if (product > MOST_NAMES) {
            throw new PlanRefused("'buy' would make %s names to choose from; shorten its lists to at most %s"
                    .formatted(product, MOST_NAMES));
        }
        List<Candidate> all = new ArrayList<>();
        for (String keyword : buy.keywords()) {
            for (String label : labels(keyword, buy)) {
                for (String tld : buy.tlds()) {
                    Candidate candidate = new Candidate(label, withoutDot(tld), keyword.strip());
                    if (legal(candidate) && seen.add(candidate.domain())) {
                        all.add(candidate);
                    }
                }
            }
        }
        return all;
    }

    private static List<String> labels(String keyword, Purchase buy) {
        List<String> labels = new ArrayList<>();
        labels.add(joined(keyword));
        buy.prefixes().forEach(prefix -> labels.add(joined(prefix + keyword)));
        buy.suffixes().forEach(suffix -> labels.add(joined(keyword + suffix)));
        return labels;
    }

    private static String joined(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static String withoutDot(String tld) {
        String lower = joined(tld);
        return lower.startsWith(".") ? lower.substring(1) : lower;
    }

    private static boolean legal(Candidate candidate) {
        return candidate.domain().length() <= 253
                && LABEL.matcher(candidate.name()).matches()
                && TLD.matcher(candidate.tld()).matches();
    }
}
