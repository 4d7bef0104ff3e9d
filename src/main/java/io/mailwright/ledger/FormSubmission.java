package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Submitting the names and aliases of an order that is paid already. */
@Component
class FormSubmission {
    private static final SpendKind KIND = SpendKind.SUBMIT_FORM;

    private final Attempts attempts;
    private final Held held;
    private final Guards guards;
    private final Door door;
    private final Readings readings;
    private final Sender sender;
    private final Clock clock;

    FormSubmission(
            Attempts attempts, Held held, Guards guards, Door door, Readings readings, Sender sender, Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.guards = guards;
        this.door = door;
        this.readings = readings;
        this.sender = sender;
        this.clock = clock;
    }

    Result submit(Authority who, String uuid, List<String> names, String source, String tag, Wire.OrderBody body) {
        String organization = who.organization();
        Optional<Result> known = held.by(who, KIND, List.of(uuid), "submitted");
        if (known.isPresent()) return known.get();

        int number = attempts.of(who.campaign(), who.order(), KIND).size() + 1;
        Door.Claim claim = new Door.Claim(KIND, who, List.of(uuid), names, number, tag, body, BigDecimal.ZERO);
        Instant lookedAt = clock.instant();
        readings.domains(organization);
        var forms = readings.forms(organization);
        Set<String> inOrders = readings.domains(organization).rows().stream()
                .map(domain -> Readings.name(domain.domain()))
                .collect(Collectors.toSet());
        if (inOrders.containsAll(names)) {
            door.found(claim, null, "the form's domains are in an order");
            return new Result(Outcome.DONE, null, tag, null);
        }
        Optional<Wire.PendingForm> form = forms.first(row -> uuid.equals(row.uuid()));
        if (form.isEmpty() && !forms.sure()) throw held.unsure("pending forms");
        if (form.isEmpty() || names.stream().anyMatch(inOrders::contains))
            throw new NeedsPerson("the form of order " + who.order() + " is "
                    + (form.isEmpty() ? "gone from" : "on") + " the vendor's list, but "
                    + (form.isEmpty()
                            ? "its domains are not in an order"
                            : "some of its domains are in an order already")
                    + "; look at the order in the vendor's web app, then retry");
        namesFit(who, form.get(), names);
        return Held.result(
                door.send(claim, lookedAt, permit -> sender.submitForm(permit, organization, uuid, source, body)));
    }

    private static void namesFit(Authority who, Wire.PendingForm form, List<String> names) {
        Set<String> asked = Readings.names(form);
        Integer wanted = asked.isEmpty() && form.data() != null ? form.data().domainsInAll() : null;
        if (wanted != null && wanted != names.size())
            throw new NeedsPerson("the vendor's form for order " + who.order() + " asks for " + wanted
                    + " domains, the plan has " + names.size() + "; nothing was submitted");
        if (!asked.isEmpty() && !asked.equals(Set.copyOf(names)))
            throw new NeedsPerson("the vendor's form for order " + who.order() + " asks for " + String.join(", ", asked)
                    + ", the plan has " + String.join(", ", names) + "; nothing was submitted");
    }
}
