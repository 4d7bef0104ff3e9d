package io.mailwright.onboarding.parts;

import io.mailwright.ledger.Readings;
import io.mailwright.ledger.Readings.Reading;
import io.mailwright.onboarding.WatchSettings;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The vendor's lists for parts that wait: what somebody else has just read is not read again. */
@Component
class VendorLists {
    private final Readings readings;
    private final WatchSettings watch;
    private final Clock clock;

    VendorLists(Readings readings, WatchSettings watch, Clock clock) {
        this.readings = readings;
        this.watch = watch;
        this.clock = clock;
    }

    Reading<Wire.Registration> registrations(String organization) {
        return recent(organization, readings::lastRegistrations, readings::registrations);
    }

    Reading<Wire.ListedDomain> domains(String organization) {
        return recent(organization, readings::lastDomains, readings::domains);
    }

    Reading<Wire.PendingForm> forms(String organization) {
        return recent(organization, readings::lastForms, readings::forms);
    }

    Reading<Wire.Order> orders(String organization) {
        return recent(organization, readings::lastOrders, readings::orders);
    }

    private <T> Reading<T> recent(
            String organization, Function<String, Optional<Reading<T>>> last, Function<String, Reading<T>> read) {
        return last.apply(organization)
                .filter(reading -> reading.at().isAfter(clock.instant().minus(watch.min())))
                .orElseGet(() -> read.apply(organization));
    }
}
