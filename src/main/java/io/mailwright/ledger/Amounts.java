package io.mailwright.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the vendor's own amounts in the place of estimates. */
@Component
class Amounts {
    private final Attempts attempts;
    private final Recorder recorder;
    private final Readings readings;

    Amounts(Attempts attempts, Recorder recorder, Readings readings) {
        this.attempts = attempts;
        this.recorder = recorder;
        this.readings = readings;
    }

    void seen(String organization, String orderId, BigDecimal amount) {
        attempts.confirmedAs(organization, orderId)
                .or(() -> byNames(organization, orderId))
                .ifPresent(attempt -> recorder.amountSeen(attempt.id(), amount));
    }

    /** An order whose reply named no id is known by its names from now on by its id too. */
    private Optional<Attempt> byNames(String organization, String orderId) {
        List<String> names = Stream.concat(
                        readings.lastForms(organization).stream()
                                .flatMap(forms -> forms.rows().stream())
                                .filter(form -> orderId.equals(form.paymentId()))
                                .flatMap(form -> Readings.names(form).stream()),
                        readings.lastDomains(organization).stream()
                                .flatMap(domains -> domains.rows().stream())
                                .filter(domain -> orderId.equals(domain.paymentId()))
                                .map(domain -> Readings.name(domain.domain())))
                .distinct()
                .toList();
        Optional<Attempt> attempt = Stream.of(SpendKind.CREATE_CUSTOM_ORDER, SpendKind.BUY_PREWARMED)
                .flatMap(kind -> attempts.holders(kind, organization, names).values().stream())
                .filter(holder -> holder.state() == Attempt.State.CONFIRMED && holder.vendorId() == null)
                .filter(holder -> Set.copyOf(holder.names()).containsAll(names))
                .findFirst();
        attempt.ifPresent(known -> recorder.settledHappened(known.id(), orderId, Settling.READING, "its id was read"));
        return attempt;
    }
}
