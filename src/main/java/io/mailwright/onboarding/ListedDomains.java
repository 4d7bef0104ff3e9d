package io.mailwright.onboarding;

import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A domain in an order, as the vendor's list shows it. */
@Component
class ListedDomains {
    private final Readings readings;
    private final OrderRecords orderRecords;
    private final Deadlines deadlines;

    ListedDomains(Readings readings, OrderRecords orderRecords, Deadlines deadlines) {
        this.readings = readings;
        this.orderRecords = orderRecords;
        this.deadlines = deadlines;
    }

    /** Read now. @throws BusinessFailure when it is in no order */
    Wire.ListedDomain now(String organization, String domain) {
        Readings.Reading<Wire.ListedDomain> reading = readings.domains(organization);
        Optional<Wire.ListedDomain> listed =
                reading.first(row -> Readings.name(row.domain()).equals(domain));
        if (listed.isPresent()) return listed.get();
        if (!reading.sure())
            throw new TryAgainAt(
                    deadlines.in(Duration.ofSeconds(5)).toInstant(),
                    "the vendor's list of domains is not believed yet");
        throw ChangeTexts.problem(domain + " is in no order of this workspace: look up its name in the vendor's list of"
                + " domains, and if it is another, cancel this request and ask for that one");
    }

    Optional<Wire.ListedDomain> last(String organization, String domain) {
        return readings.lastDomains(organization)
                .flatMap(reading ->
                        reading.first(row -> Readings.name(row.domain()).equals(domain)));
    }

    /** {@code <campaign id>/<order number>}, or null when it is in no order of ours. */
    String orderKey(RequestRow request, String domain) {
        return request.campaign() == null
                ? null
                : orderRecords.domains(request.campaign()).stream()
                        .filter(row -> row.domain().equals(domain))
                        .findFirst()
                        .map(row -> row.campaign() + "/" + row.order())
                        .orElse(null);
    }
}
