package io.mailwright.console;

import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.plan.Preview;
import java.util.List;
import java.util.Map;

/**
 * What a text means before the vendor is asked.
 *
 * @param errors in the order of the text; none when it is a campaign file, or empty
 * @param meaning null when there are errors or nothing is written
 */
public record PlaygroundReading(List<CampaignError> errors, Meaning meaning) {
    static final PlaygroundReading EMPTY = new PlaygroundReading(List.of(), null);

    static PlaygroundReading of(List<CampaignError> errors) {
        return new PlaygroundReading(errors, null);
    }

    /**
     * @param domains those that are shown
     * @param allDomains how many there are
     * @param mailboxes on all of them
     * @param candidates names the vendor may be asked for, in that order; those that are shown
     * @param allCandidates how many there are
     * @param wanted how many of them are bought
     * @param prewarmed domains of each type from the vendor's stock
     * @param recipe it fills forms and starts nothing
     * @param asking what happens between start and purchase, a sentence
     * @param unasked it may buy without asking anybody
     */
    public record Meaning(
            String campaign,
            List<Preview.Domain> domains,
            int allDomains,
            long mailboxes,
            List<String> candidates,
            int allCandidates,
            int wanted,
            Map<String, Integer> prewarmed,
            boolean recipe,
            String asking,
            boolean unasked) {
        /** How many domains to show next, when some are left out. */
        public int next() {
            return Math.max(domains.size(), 25) * 10;
        }
    }
}
