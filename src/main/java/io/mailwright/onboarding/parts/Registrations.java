package io.mailwright.onboarding.parts;

import io.mailwright.ledger.Readings;
import io.mailwright.onboarding.DeadlineSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A bought name counts as registered only when the vendor lists it. */
@Component
class Registrations {
    private final VendorLists lists;
    private final PartCalls calls;
    private final DeadlineSettings deadlines;
    private final Clock clock;

    Registrations(VendorLists lists, PartCalls calls, DeadlineSettings deadlines, Clock clock) {
        this.lists = lists;
        this.calls = calls;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Comes again until all are listed; {@code problem} after the deadline. */
    void await(String organization, List<String> names, Instant since) {
        Set<String> listed = lists.registrations(organization).rows().stream()
                .map(row -> Readings.name(row.domain()))
                .collect(Collectors.toSet());
        List<String> missing =
                names.stream().filter(name -> !listed.contains(name)).toList();
        if (missing.isEmpty()) return;
        String what = String.join(", ", missing) + " bought, but not listed as registered yet";
        if (clock.instant().isAfter(since.plus(deadlines.registered())))
            throw Json.wrong(what + "; look at the vendor's web app, then go on");
        throw calls.later(organization, since, what);
    }
}
