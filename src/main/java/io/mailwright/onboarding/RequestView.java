package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A request as people and programs see it: the JSON of {@code GET /api/requests/{id}}.
 *
 * @param kind {@code replace-domain}, {@code change-redirect} or {@code cancel-order}
 * @param campaign the id of the campaign whose domain or order it is, or null
 * @param subject a domain name, or an order's id at the vendor
 * @param stage {@code checking}, {@code awaiting-approval}, {@code asking}, {@code applying}, {@code done},
 *     {@code rejected} or {@code cancelled}
 * @param body all that is shown before it is approved
 * @param hash of the body; an approval binds to it
 * @param problem what stands in the way, in plain words, or null
 * @param lastChecked when the vendor was last read, or null
 */
public record RequestView(
        String id,
        String kind,
        String campaign,
        String subject,
        String stage,
        int version,
        JsonNode body,
        String hash,
        List<CampaignView.Task> tasks,
        String problem,
        Instant lastChecked) {}
