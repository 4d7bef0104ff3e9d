package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which names the vendor is asked next, docs/campaign-file.md "Candidates". It holds no state but the campaign and what the
 * vendor suggested: what was asked is what there are quotes of, so a name that the vendor's answer left out needs a quote
 * too (not available), or it is asked again.
 */
public final class Search {
    private static final int MOST_WHEN_PRICES_SORT = 500;

    private final NameRules rules;
    private final Candidates candidates;
    private final Suggestions suggestions;
    private final List<Candidate> searchedOwn;
    private final BigDecimal maxPrice;
    private final int wanted;
    private final int batch;
    private List<Candidate> searched;

    /**
     * @param suggested so far; what the campaign does not ask for is passed over
     * @param batch names in one call
     * @throws PlanRefused when the names cannot be made or sorted
     */
    public Search(Campaign campaign, List<SuggestedPage> suggested, int batch) {
        rules = new NameRules(campaign);
        candidates = new Candidates(campaign, rules);
        suggestions = new Suggestions(campaign.buy());
        wanted = campaign.buy() == null ? 0 : campaign.buy().count();
        maxPrice = campaign.buy() == null ? null : campaign.buy().maxPrice();
        List<Candidate> all = candidates.inOrder();
        searchedOwn = rules.needVendorToSort() ? all.subList(0, Math.min(all.size(), MOST_WHEN_PRICES_SORT)) : all;
        searched = searchedOwn;
        this.batch = batch;
        suggested.forEach(this::suggested);
    }

    /** The names made from what the file says, in the order in which the vendor is asked for them. */
    public List<String> candidates() {
        return searchedOwn.stream().map(Candidate::domain).toList();
    }

    /** The next whole batch of names in preferred order; empty when enough fit, or when the list has ended. */
    public List<String> next(Map<String, Quote> quotes) {
        if (!rules.needVendorToSort() && fitting(quotes).size() >= wanted + alternates()) {
            return List.of();
        }
        return searched.stream()
                .map(Candidate::domain)
                .filter(domain -> !quotes.containsKey(domain))
                .limit(batch)
                .toList();
    }

    /** What the vendor is to suggest, when the list has ended and fewer names fit than are bought. */
    public Optional<SuggestionRequest> request(Map<String, Quote> quotes) {
        return next(quotes).isEmpty() && fitting(quotes).size() < wanted ? suggestions.next() : Optional.empty();
    }

    /** Puts what the vendor suggested behind the list. */
    public void suggested(SuggestedPage page) {
        candidates.suggest(suggestions.add(page));
        searched = Stream.concat(searchedOwn.stream(), candidates.suggested().stream())
                .toList();
    }

    /** All that was suggested, in the order in which it was asked for. */
    public List<SuggestedPage> suggested() {
        return suggestions.pages();
    }

    public Progress progress(Map<String, Quote> quotes) {
        return progress(quotes, Set.of());
    }

    /** @param kept names that are bought, or may be: they fit whatever {@code only} and {@code maxPrice} say */
    public Progress progress(Map<String, Quote> quotes, Set<String> kept) {
        int asked = (int) searched.stream()
                .filter(candidate -> quotes.containsKey(candidate.domain()))
                .count();
        return new Progress(asked, searched.size(), fitting(quotes, kept).size(), wanted);
    }

    /**
     * How far the search is.
     *
     * @param asked names the vendor has answered
     * @param candidates names that may be asked in all
     * @param fitting names that can be had and fit the rules
     * @param wanted names to be bought
     */
    public record Progress(int asked, int candidates, int fitting, int wanted) {}

    /**
     * The choice: what fits, best first, after the names that are kept. Those are paid for, so what {@code only} and
     * {@code maxPrice} ask of the vendor's answers drops none of them.
     *
     * @throws PlanRefused when it is fewer than the campaign buys
     */
    Choice choose(Map<String, Quote> quotes, Set<String> kept) {
        List<QuotedName> best = rules.sorted(fitting(quotes, kept), QuotedName::facts, QuotedName.CHEAPEST_THEN_NAME);
        if (best.size() < wanted) {
            throw new PlanRefused(shortage(quotes, kept, best.size()));
        }
        List<Quote> names = best.stream()
                .map(QuotedName::quote)
                .sorted(Comparator.comparing(quote -> !kept.contains(quote.domain())))
                .limit(wanted + alternates())
                .toList();
        return new Choice(names.subList(0, wanted), names.subList(wanted, names.size()));
    }

    Choice choose(Map<String, Quote> quotes) {
        return choose(quotes, Set.of());
    }

    /**
     * The names that will be bought if all can be had; those the vendor will be asked to suggest have a number only.
     *
     * @throws PlanRefused when it is fewer than the campaign buys, and the vendor has nothing to make suggestions of
     */
    List<String> firstCandidates() {
        if (searched.size() < wanted && suggestions.next().isEmpty()) {
            throw new PlanRefused(shortage(Map.of(), Set.of(), searched.size()));
        }
        return Stream.concat(
                        searched.stream().map(Candidate::domain),
                        IntStream.iterate(1, i -> i + 1).mapToObj("(suggested %s)"::formatted))
                .limit(wanted)
                .toList();
    }

    private int alternates() {
        return Math.max(3, wanted / 5);
    }

    private List<QuotedName> fitting(Map<String, Quote> quotes) {
        return fitting(quotes, Set.of());
    }

    private List<QuotedName> fitting(Map<String, Quote> quotes, Set<String> kept) {
        return quoted(quotes).stream()
                .filter(name -> drop(name, kept).isEmpty())
                .toList();
    }

    private List<QuotedName> quoted(Map<String, Quote> quotes) {
        return searched.stream()
                .filter(candidate -> quotes.containsKey(candidate.domain()))
                .map(candidate -> new QuotedName(candidate, quotes.get(candidate.domain())))
                .toList();
    }

    private Optional<Shortage.Cause> drop(QuotedName name, Set<String> kept) {
        Quote quote = name.quote();
        if (kept.contains(quote.domain())) {
            return Optional.empty();
        }
        if (!quote.available() || quote.price() == null) {
            return Optional.of(Shortage.Cause.TAKEN);
        }
        if (maxPrice != null && quote.price().compareTo(maxPrice) > 0) {
            return Optional.of(Shortage.Cause.MAX_PRICE);
        }
        return rules.keeps(name.candidate(), quote) ? Optional.empty() : Optional.of(Shortage.Cause.ONLY);
    }

    private String shortage(Map<String, Quote> quotes, Set<String> kept, int fitting) {
        Shortage shortage = new Shortage(wanted, fitting, !suggestions.pages().isEmpty());
        shortage.count(Shortage.Cause.ONLY, candidates.refusedByOnly());
        shortage.count(Shortage.Cause.LIMIT, candidates.inOrder().size() - searchedOwn.size());
        quoted(quotes).forEach(name -> drop(name, kept).ifPresent(cause -> shortage.count(cause, 1)));
        return shortage.sentence();
    }
}
