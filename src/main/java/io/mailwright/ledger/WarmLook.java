package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Of pre-warmed domains: one that is in an order proves all; one that is in none and still in stock, read twice, disproves
 * all.
 */
@Component
class WarmLook implements Look {
    private final Readings readings;
    private final ScaledMail vendor;
    private final Absences absences;

    WarmLook(Readings readings, ScaledMail vendor, Absences absences) {
        this.readings = readings;
        this.vendor = vendor;
        this.absences = absences;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.BUY_PREWARMED);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        long began = absences.begin();
        var domains = readings.domains(attempt.organization());
        List<String> names = attempt.names();
        Optional<Wire.ListedDomain> listed = domains.first(row -> names.contains(Readings.name(row.domain())));
        if (listed.isPresent())
            return Finding.happened(listed.get().paymentId(), listed.get().domain() + " is listed in that order");
        if (!windowOver || !domains.sure()) return Finding.open("none of the domains is in an order yet");
        Wire.WarmStock stock = vendor.preWarmInboxes(attempt.organization());
        Set<String> left = Stream.concat(stock.google().stream(), stock.outlook().stream())
                .map(item -> Readings.name(item.domain()))
                .collect(Collectors.toSet());
        boolean someLeft = false;
        for (String name : names) {
            if (absences.twice(attempt, name, left.contains(name), began))
                return attempt.cardToConfirm()
                        ? Finding.person(
                                name + " is in no order and still in stock, but the vendor spoke of a subscription"
                                        + " that it made: once the card is confirmed it may hand the domains over")
                        : Finding.nothing(name + " was in no order and still in stock, read twice");
            someLeft |= left.contains(name);
        }
        if (someLeft) return Finding.open("the domains are in no order and still in stock, read once");
        String gone = "none of the domains is in an order, yet none is in stock any more";
        return gone.equals(attempt.vendorShows()) || absences.due(attempt) ? Finding.person(gone) : Finding.open(gone);
    }
}
