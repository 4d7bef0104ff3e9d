package io.mailwright.console;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Onboarding.PlanRequest;

/**
 * The playground as one request leaves it.
 *
 * @param text in the editor
 * @param kept it is what the user sent, and stays even when the browser remembers another draft
 * @param from the campaign whose file it is, or null
 * @param refusal why what was asked was not done, one sentence, or null
 * @param living the campaign that has the name already, or null
 * @param price what was asked about the price, or null
 */
public record PlaygroundView(
        String text,
        boolean kept,
        CampaignView from,
        PlaygroundReading reading,
        String refusal,
        String living,
        PlanRequest price) {
    static PlaygroundView of(String text, CampaignView from, PlaygroundReading reading) {
        return new PlaygroundView(text, false, from, reading, null, null, null);
    }

    PlaygroundView sent() {
        return new PlaygroundView(text, !text.isEmpty(), from, reading, refusal, living, price);
    }

    PlaygroundView reads(PlaygroundReading other) {
        return new PlaygroundView(text, true, from, other, refusal, living, price);
    }

    PlaygroundView refused(String sentence, String taken) {
        return new PlaygroundView(text, true, from, reading, sentence, taken, price);
    }

    PlaygroundView priced(PlanRequest request) {
        return new PlaygroundView(text, true, from, reading, refusal, living, request);
    }

    /** Its campaign waits for another file. */
    public boolean correcting() {
        return from != null && from.tasks().stream().anyMatch(task -> task.key().equals("correctCampaign"));
    }
}
