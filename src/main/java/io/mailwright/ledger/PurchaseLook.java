package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of a batch of names: one that is registered proves all, one that is free to buy, read twice, disproves all. */
@Component
class PurchaseLook implements Look {
    private final Readings readings;
    private final ScaledMail vendor;
    private final Absences absences;

    PurchaseLook(Readings readings, ScaledMail vendor, Absences absences) {
        this.readings = readings;
        this.vendor = vendor;
        this.absences = absences;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.BUY_DOMAINS);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        long began = absences.begin();
        var listed = readings.registrations(attempt.organization());
        List<String> names = attempt.names();
        Set<String> registered = listed.rows().stream()
                .map(registration -> Readings.name(registration.domain()))
                .filter(names::contains)
                .collect(Collectors.toSet());
        if (!registered.isEmpty())
            return Finding.happened(null, "registered at the vendor: " + String.join(", ", registered));
        if (!windowOver || !listed.sure()) return Finding.open("none of the names is registered yet");
        Map<String, Wire.SearchRow> quotes = vendor.search(attempt.organization(), names);
        boolean someFree = false;
        for (String name : names) {
            Wire.SearchRow quote = quotes.get(name);
            boolean free = quote != null && quote.available();
            if (absences.twice(attempt, name, free, began))
                return attempt.cardToConfirm()
                        ? Finding.person(name
                                + " is not registered and free to buy, but the vendor spoke of a subscription that it made:"
                                + " once the card is confirmed it may register the names")
                        : Finding.nothing(name + " was not registered and free to buy, read twice");
            someFree |= free;
        }
        if (someFree) return Finding.open("the names are not registered and free to buy, read once");
        String taken = "none of the names is among the purchased domains, yet none is free to buy";
        return taken.equals(attempt.vendorShows()) || absences.due(attempt)
                ? Finding.person(taken)
                : Finding.open(taken);
    }
}
