package io.mailwright.onboarding;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/** The deadlines that models name. */
@Step("deadlines")
class Deadlines {
    private final DeadlineSettings settings;
    private final Clock clock;

    Deadlines(DeadlineSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public String registered() {
        return settings.registered().toString();
    }

    public String payment() {
        return settings.payment().toString();
    }

    public String mailboxes() {
        return settings.mailboxes().toString();
    }

    /** When a task that opens now is due. */
    public Date people() {
        return in(settings.people());
    }

    Date in(Duration wait) {
        return Date.from(clock.instant().plus(wait));
    }

    Duration forPeople() {
        return settings.people();
    }
}
