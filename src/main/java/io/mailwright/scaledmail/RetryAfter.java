package io.mailwright.scaledmail;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** When the vendor lets us try again. */
final class RetryAfter {
    private static final long LONGEST_DELAY_SECONDS = 1_000_000;

    private RetryAfter() {}

    /**
     * {@code retryAfter} of a 429's JSON: Unix seconds, milliseconds too, or, when it is small, a delay in seconds
     * (docs/scaledmail-api.md U35).
     *
     * @return null when there is none; a minute from now when it is no number
     */
    static Instant of(JsonNode reply, Instant now) {
        JsonNode value = reply.path("retryAfter");
        return value.isMissingNode() || value.isNull() ? null : of(value.asText(), now);
    }

    /** As {@link #of(JsonNode, Instant)}, from a header's seconds; null for null. */
    static Instant of(String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            long seconds = new BigDecimal(text.strip()).longValue();
            if (seconds < LONGEST_DELAY_SECONDS) {
                return now.plusSeconds(Math.max(0, seconds));
            }
            Instant named = seconds > 100_000_000_000L ? Instant.ofEpochMilli(seconds) : Instant.ofEpochSecond(seconds);
            // the vendor's clock may differ from ours
            Instant latest = now.plusSeconds(600);
            return named.isBefore(now) ? now.plusSeconds(1) : named.isAfter(latest) ? latest : named;
        } catch (NumberFormatException e) {
            return now.plusSeconds(60);
        }
    }
}
