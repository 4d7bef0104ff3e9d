package io.mailwright.plan;

import io.mailwright.campaign.Purchase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the vendor suggested for a campaign's keywords, and what it is asked next: the first page of each keyword, then the
 * second of each, {@value #MOST_PAGES} in all.
 */
final class Suggestions {
    static final int MOST_PAGES = 20;

    /** As names hold it → as written. */
    private final Map<String, String> keywords = new LinkedHashMap<>();

    private final List<String> tlds;
    private final Map<SuggestionRequest, SuggestedPage> pages = new LinkedHashMap<>();

    /** @param buy or null */
    Suggestions(Purchase buy) {
        tlds = buy == null
                ? List.of()
                : buy.tlds().stream().map(Candidate::tld).distinct().toList();
        if (buy != null) {
            buy.keywords().stream()
                    .filter(keyword -> Candidate.legalLabel(Candidate.joined(keyword)))
                    .forEach(keyword -> keywords.putIfAbsent(Candidate.joined(keyword), keyword.strip()));
        }
    }

    /** Empty when there is nothing more to ask for. */
    Optional<SuggestionRequest> next() {
        for (int page = 1; page <= MOST_PAGES && pages.size() < MOST_PAGES; page++) {
            for (String keyword : keywords.keySet()) {
                SuggestionRequest request = new SuggestionRequest(keyword, tlds, page);
                if (!pages.containsKey(request) && !ended(keyword, page)) {
                    return Optional.of(request);
                }
            }
        }
        return Optional.empty();
    }

    /** Keeps a page; one that answers no request of the campaign, or answers one again, gives nothing. */
    List<Candidate> add(SuggestedPage page) {
        SuggestionRequest request = page.request();
        boolean asked = keywords.containsKey(request.keyword()) && tlds.equals(request.tlds());
        if (!asked || pages.putIfAbsent(request, page) != null) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        Set<String> wanted = Set.copyOf(tlds);
        for (String name : page.names()) {
            int dot = name.indexOf('.');
            if (dot > 0 && wanted.contains(name.substring(dot + 1))) {
                candidates.add(new Candidate(
                        name.substring(0, dot), name.substring(dot + 1), keywords.get(request.keyword())));
            }
        }
        return candidates;
    }

    List<SuggestedPage> pages() {
        return List.copyOf(pages.values());
    }

    private boolean ended(String keyword, int page) {
        return page > 1
                && Optional.ofNullable(pages.get(new SuggestionRequest(keyword, tlds, page - 1)))
                        .map(SuggestedPage::last)
                        .orElse(true);
    }
}
