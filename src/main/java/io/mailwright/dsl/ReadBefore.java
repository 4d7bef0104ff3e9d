package io.mailwright.dsl;

import io.mailwright.campaign.Campaign;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the texts that were read last are: a campaign, or its errors. It holds as many as weigh a million characters
 * together, and forgets first what was asked for longest ago. For any thread.
 */
final class ReadBefore {
    private static final int MOST = 1 << 20;
    private static final int A_PART = 100;

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /** One of both is null. */
    private record Outcome(Campaign campaign, CampaignErrors errors, int weight) {}

    /**
     * Null when the text is not known.
     *
     * @throws CampaignErrors when those are known of it
     */
    synchronized Campaign campaign(String text) {
        Outcome outcome = outcomes.get(text);
        if (outcome != null && outcome.errors() != null) {
            throw outcome.errors();
        }
        return outcome == null ? null : outcome.campaign();
    }

    /** Reads it and remembers what came of it. */
    Campaign read(String text) {
        try {
            Campaign campaign = new CampaignFile(text).campaign();
            keep(text, new Outcome(campaign, null, text.length() + A_PART * parts(campaign)));
            return campaign;
        } catch (CampaignErrors errors) {
            keep(
                    text,
                    new Outcome(
                            null,
                            errors,
                            text.length() + A_PART * errors.errors().size()));
            throw errors;
        }
    }

    /** Characters that it holds, parts of campaigns counted as some. */
    synchronized int weight() {
        return weight;
    }

    private static int parts(Campaign campaign) {
        return campaign.people().size()
                + campaign.avoid().size()
                + campaign.own().stream()
                        .mapToInt(own ->
                                1 + (own.people() == null ? 0 : own.people().size()))
                        .sum();
    }

    private synchronized void keep(String text, Outcome outcome) {
        Outcome before = outcomes.put(text, outcome);
        weight += outcome.weight() - (before == null ? 0 : before.weight());
        for (Iterator<Outcome> oldest = outcomes.values().iterator(); weight > MOST; oldest.remove()) {
            weight -= oldest.next().weight();
        }
    }
}
