package io.mailwright.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * A question that waits for a person.
 *
 * @param id the engine's, as Tasklist has it
 * @param key the task definition key: {@code approvePlan}
 * @param decisions what can be answered; empty when the model declares none: it takes any
 * @param groups whose members may answer
 * @param campaign null for a request or question without one
 * @param campaignName null without a campaign
 * @param due null when it has no deadline
 */
public record OpenTask(
        String id,
        String key,
        String question,
        List<String> decisions,
        List<String> groups,
        String campaign,
        String campaignName,
        Instant opened,
        Instant due,
        boolean overdue) {}
