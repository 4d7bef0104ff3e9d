package io.mailwright.onboarding;

import java.time.Instant;

/**
 * Where a campaign comes from.
 *
 * @param text its file, as it is now
 * @param parent the campaign whose schedule began it, or null; {@code run} is 1, 2 … then
 * @param form the UUID of the paid order's form that it fills, or null
 * @param organization the vendor's id, or null until the file is checked
 * @param approvedBy who approved its current plan, or null: nobody yet
 * @param approvedHow {@code task} or {@code rule}, or null
 */
public record Origin(
        String text,
        String by,
        Instant at,
        String parent,
        int run,
        String form,
        String organization,
        String approvedBy,
        String approvedHow,
        Instant approvedAt) {}
