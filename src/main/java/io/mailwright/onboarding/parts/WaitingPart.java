package io.mailwright.onboarding.parts;

import java.time.Instant;

/**
 * A part that goes on by itself once the vendor, the pace or a setting lets it.
 *
 * @param process its process' key
 * @param key the instance's business key, or null
 * @param activity its id in the model
 * @param reason why it waits, as it last said
 * @param next when it looks again, or null: as a failed step is tried again
 */
public record WaitingPart(
        String process, String key, String activity, String reason, Instant since, Instant lastChecked, Instant next) {}
