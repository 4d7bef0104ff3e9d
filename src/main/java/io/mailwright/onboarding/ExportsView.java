package io.mailwright.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * What of a campaign was handed over: the JSON of {@code GET /api/campaigns/{id}/exports}.
 *
 * @param ready mailboxes that there are
 * @param exported of those, how many were handed over
 * @param again something was handed over, and what there is now is another: to be exported again
 * @param gone addresses that were handed over and are no mailboxes of the campaign any more
 * @param exports the latest first
 */
public record ExportsView(
        String campaign, int ready, int exported, boolean again, List<String> gone, List<Export> exports) {

    /**
     * @param campaign as it was asked for, a run perhaps
     * @param passwords whether they were part of it
     * @param arrived whether the answer was taken whole, as far as the server can see; of one that was not, a part may have
     *     been
     * @param current whether the same addresses would be handed over now
     * @param changed what happened since, in a person's words, or null
     */
    public record Export(
            long id,
            String campaign,
            Instant at,
            String by,
            String format,
            int mailboxes,
            boolean passwords,
            boolean arrived,
            boolean current,
            String changed) {}
}
