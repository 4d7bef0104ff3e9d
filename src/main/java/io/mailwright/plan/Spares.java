package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the names that are registered and in no order takes a burned domain's place. */
public final class Spares {
    private Spares() {}

    /**
     * A registered name.
     *
     * @param domain lower case
     * @param renewal dollars a year, or null
     */
    public record Registered(String domain, BigDecimal renewal) {}

    private record Spare(String domain, int rank, Map<String, Object> facts) {}

    /**
     * Those that {@code only} does not refuse by what is known of them (a registered name has no price), best first: the
     * campaign's own alternates and candidates before all others, each sorted by {@code prefer}.
     *
     * @param alternates in their order
     * @param quotes what the search once said, by name
     */
    public static List<String> inOrder(
            Campaign campaign, List<String> alternates, Map<String, Quote> quotes, Collection<Registered> names) {
        NameRules rules = new NameRules(campaign);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        Candidates.of(campaign).inOrder().forEach(candidate -> candidates.put(candidate.domain(), candidate));
        Map<String, Integer> own = new HashMap<>();
        alternates.forEach(name -> own.putIfAbsent(name, own.size()));
        candidates.keySet().forEach(name -> own.putIfAbsent(name, own.size()));
        List<Spare> kept = names.stream()
                .map(name -> new Spare(
                        name.domain(),
                        own.getOrDefault(name.domain(), Integer.MAX_VALUE),
                        facts(name, candidates.get(name.domain()), quotes.get(name.domain()))))
                .filter(spare -> rules.mayKeep(spare.facts()))
                .sorted(Comparator.comparingInt(Spare::rank).thenComparing(Spare::domain))
                .toList();
        List<String> ordered = new ArrayList<>();
        for (boolean ours : List.of(true, false))
            rules.sorted(
                            kept.stream()
                                    .filter(spare -> (spare.rank() < Integer.MAX_VALUE) == ours)
                                    .toList(),
                            Spare::facts,
                            Comparator.comparingInt(Spare::rank).thenComparing(Spare::domain))
                    .forEach(spare -> ordered.add(spare.domain()));
        return ordered;
    }

    /** What is not known is left out, so that rules answer as they do while they wait for the vendor. */
    private static Map<String, Object> facts(Registered name, Candidate candidate, Quote quote) {
        int dot = name.domain().indexOf('.');
        Candidate it = candidate != null
                ? candidate
                : new Candidate(
                        name.domain().substring(0, Math.max(dot, 0)),
                        name.domain().substring(dot + 1),
                        null);
        Map<String, Object> facts = quote == null ? it.facts() : it.facts(quote);
        if (candidate == null) facts.remove("keyword");
        if (name.renewal() != null) facts.put("renewal", name.renewal());
        return facts;
    }
}
