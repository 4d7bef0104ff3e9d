package io.mailwright.plan;

import java.util.Comparator;
import java.util.Map;

/** A candidate with what the vendor said of it. */
record QuotedName(Candidate candidate, Quote quote) {
    static final Comparator<QuotedName> CHEAPEST_THEN_NAME = Comparator.comparing(
                    (QuotedName name) -> name.quote.price())
            .thenComparing(name -> name.candidate.domain());

    Map<String, Object> facts() {
        return candidate.facts(quote);
    }
}
