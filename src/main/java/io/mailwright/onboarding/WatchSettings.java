package io.mailwright.onboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the vendor is read while somebody waits: a tenth of the age of the youngest wait, within these.
 *
 * @param min {@code MAILWRIGHT_WATCH_MIN}
 * @param max {@code MAILWRIGHT_WATCH_MAX}
 */
@ConfigurationProperties("mailwright.watch")
public record WatchSettings(
        @DefaultValue("PT5S") Duration min,
        @DefaultValue("PT1H") Duration max) {}
