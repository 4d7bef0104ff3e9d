package io.mailwright.platform;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.Preview;

/** Reads a campaign file offline; what is short in it has no line of its own, so it is told at the first. */
final class PreviewReader {
    private PreviewReader() {}

    /** @throws CampaignErrors saying what is wrong in the file */
    static Preview read(String text) {
        return CampaignReader.read(text, PreviewReader::preview);
    }

    private static Preview preview(Campaign campaign) {
        try {
            return Preview.of(campaign);
        } catch (PlanRefused refused) {
            throw new CampaignErrors(refused.reasons().stream()
                    .map(reason -> new CampaignError(1, 1, reason))
                    .toList());
        }
    }
}
