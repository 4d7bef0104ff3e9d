package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.plan.SuggestedPage;
import io.mailwright.plan.SuggestionRequest;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks the vendor for names, a whole batch at a time, and for suggestions when a campaign's own have run out. */
@Component
class Searching {
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");

    private final ScaledMail vendor;
    private final VendorSettings settings;

    Searching(ScaledMail vendor, VendorSettings settings) {
        this.vendor = vendor;
        this.settings = settings;
    }

    /**
     * What one question brought.
     *
     * @param suggested or empty: names were searched
     * @param quotes of names that had none
     */
    record Answer(Optional<SuggestedPage> suggested, List<Quote> quotes) {}

    /** @param suggested so far */
    Search of(Campaign campaign, List<SuggestedPage> suggested) {
        return new Search(campaign, suggested, settings.namesPerSearch());
    }

    /**
     * Asks for the next batch of names, or page of suggestions.
     *
     * @param known quotes so far; the new ones are added
     * @param keep is given what came, whole; a name that the search left out is not available
     * @return false when nothing is left to ask
     */
    boolean ask(Search search, String organization, Map<String, Quote> known, Consumer<Answer> keep) {
        List<String> batch = search.next(known);
        Optional<SuggestionRequest> request = batch.isEmpty() ? search.request(known) : Optional.empty();
        if (batch.isEmpty() && request.isEmpty()) return false;
        Answer answer =
                request.isPresent() ? suggested(organization, request.get(), known) : searched(organization, batch);
        answer.quotes().forEach(quote -> known.put(quote.domain(), quote));
        answer.suggested().ifPresent(search::suggested);
        keep.accept(answer);
        return true;
    }

    private Answer searched(String organization, List<String> batch) {
        Map<String, Wire.SearchRow> rows = vendor.search(organization, batch);
        return new Answer(
                Optional.empty(),
                batch.stream().map(name -> quote(name, rows.get(name))).toList());
    }

    /** What a suggestion leaves unsaid is left to the search: it gets no quote here. */
    private Answer suggested(String organization, SuggestionRequest request, Map<String, Quote> known) {
        Optional<Wire.Suggestions> answer =
                vendor.suggest(organization, request.keyword(), request.tlds(), request.page());
        List<Wire.SearchRow> rows = answer.map(Wire.Suggestions::domains).orElse(List.of());
        List<String> names = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        for (Wire.SearchRow row : rows) {
            String name = row.domain() == null ? "" : row.domain().strip().toLowerCase(Locale.ROOT);
            if (!HOST.matcher(name).matches() || names.contains(name)) continue;
            names.add(name);
            if (says(row) && !known.containsKey(name)) quotes.add(quote(name, row));
        }
        boolean last = rows.isEmpty()
                || answer.map(Wire.Suggestions::totalPages)
                        .map(pages -> pages <= request.page())
                        .orElse(true);
        return new Answer(Optional.of(new SuggestedPage(request, names, last)), quotes);
    }

    private static boolean says(Wire.SearchRow row) {
        return "taken".equalsIgnoreCase(row.status())
                || row.available() && row.price() != null && row.blacklisted() != null;
    }

    private static Quote quote(String name, Wire.SearchRow row) {
        if (row == null) return new Quote(name, false, null, null, true);
        boolean clean = row.blacklisted() != null && row.blacklisted().isEmpty();
        return new Quote(name, row.available(), row.price(), row.renewPrice(), !clean);
    }
}
