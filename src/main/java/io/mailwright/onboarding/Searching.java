package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Asks the vendor for names, a whole batch at a time. */
@Component
class Searching {
    private final ScaledMail vendor;
    private final VendorSettings settings;

    Searching(ScaledMail vendor, VendorSettings settings) {
        this.vendor = vendor;
        this.settings = settings;
    }

    Search of(Campaign campaign) {
        return new Search(campaign, settings.namesPerSearch());
    }

    /**
     * Asks for the next batch.
     *
     * @param known quotes so far; the new ones are added
     * @param keep is given each new quote; a name that the answer left out is not available
     * @return false when nothing is left to ask
     */
    boolean ask(Search search, String organization, Map<String, Quote> known, Consumer<Quote> keep) {
        List<String> batch = search.next(known);
        if (batch.isEmpty()) return false;
        Map<String, Wire.SearchRow> rows = vendor.search(organization, batch);
        for (String name : batch) {
            Quote quote = quote(name, rows.get(name));
            known.put(name, quote);
            keep.accept(quote);
        }
        return true;
    }

    private static Quote quote(String name, Wire.SearchRow row) {
        if (row == null) return new Quote(name, false, null, null, true);
        boolean clean = row.blacklisted() != null && row.blacklisted().isEmpty();
        return new Quote(name, row.available(), row.price(), row.renewPrice(), !clean);
    }
}
