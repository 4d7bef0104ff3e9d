package io.mailwright.onboarding;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the vendor's pending forms are looked at without being asked to.
 *
 * @param every {@code MAILWRIGHT_PENDING_FORMS_EVERY}: an ISO 8601 duration, or {@code off}
 */
@ConfigurationProperties("mailwright.pending-forms")
record PendingFormsSettings(@DefaultValue("PT6H") String every) {
    PendingFormsSettings {
        parsed(every);
    }

    /** Empty: off. */
    Optional<Duration> interval() {
        return parsed(every);
    }

    private static Optional<Duration> parsed(String every) {
        if (every.strip().equalsIgnoreCase("off")) return Optional.empty();
        try {
            Duration interval = Duration.parse(every.strip());
            if (!interval.isNegative() && !interval.isZero()) return Optional.of(interval);
        } catch (DateTimeParseException none) {
            // the same sentence
        }
        throw new IllegalArgumentException(
                "MAILWRIGHT_PENDING_FORMS_EVERY is '" + every + "': write a duration such as PT6H, or off");
    }
}
