package io.mailwright.onboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long the process waits for what, before a person is asked; ISO 8601 durations. */
@ConfigurationProperties("mailwright.deadlines")
public record DeadlineSettings(
        @DefaultValue("PT15M") Duration registered,
        @DefaultValue("PT2H") Duration payment,
        @DefaultValue("P2D") Duration people,
        @DefaultValue("P7D") Duration mailboxes) {}
