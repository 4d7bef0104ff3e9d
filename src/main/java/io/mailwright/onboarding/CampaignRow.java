package io.mailwright.onboarding;

import java.time.Instant;

/** @param organization the vendor's id, null until the file is checked; {@code planVersion} 0 before there is a plan */
record CampaignRow(
        String id,
        String name,
        String organization,
        String text,
        Stage stage,
        int planVersion,
        String problem,
        boolean stopped,
        Instant createdAt) {}
