package io.mailwright.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What was ordered beside what the vendor shows and what was handed over: the JSON of {@code GET
 * /api/campaigns/{id}/domains}.
 *
 * @param checked when the vendor's list of domains was last read, or null
 */
public record ComparisonView(String campaign, Instant checked, List<Domain> domains) {

    /**
     * @param campaign the campaign or run that it belongs to
     * @param order number of its order
     * @param replaces the name that stood in its place before, or null
     * @param vendor null: it is not in the vendor's list
     * @param ready mailboxes that can be handed over
     * @param exported of those, how many were; of a name that was replaced, how many are still in somebody's hands
     * @param missing addresses that were ordered and are not there
     * @param strange addresses that are there and nobody ordered; they are never handed over
     * @param mark as {@link DomainMark#word()}
     * @param repair what to do, in a person's words; nothing that could be charged twice
     */
    public record Domain(
            String domain,
            String campaign,
            int order,
            String provider,
            @JsonInclude(JsonInclude.Include.NON_NULL) String replaces,
            Ordered ordered,
            Shown vendor,
            int ready,
            int exported,
            List<String> missing,
            List<String> strange,
            String mark,
            String repair) {}

    /**
     * @param bought whether its name was to be bought; false: owned
     * @param addresses empty where the vendor chooses them and they are not read yet
     * @param redirect or null
     */
    public record Ordered(boolean bought, int mailboxes, List<String> addresses, String redirect) {}

    /** @param status the vendor's word, or null */
    public record Shown(String status, int mailboxes, String redirect) {}
}
