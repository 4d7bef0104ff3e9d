package io.mailwright.ledger;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of a form: gone with its domains in an order it was submitted; still listed with none of them it may be sent once more. */
@Component
class FormLook implements Look {
    private final Attempts attempts;
    private final Spends spends;
    private final Readings readings;
    private final LedgerSettings settings;
    private final Elapsed elapsed;

    FormLook(Attempts attempts, Spends spends, Readings readings, LedgerSettings settings, Elapsed elapsed) {
        this.attempts = attempts;
        this.spends = spends;
        this.readings = readings;
        this.settings = settings;
        this.elapsed = elapsed;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.SUBMIT_FORM);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        var domains = readings.domains(attempt.organization());
        var forms = readings.forms(attempt.organization());
        String uuid = spends.keys(attempt.id()).get(0);
        boolean listed = forms.first(form -> uuid.equals(form.uuid())).isPresent();
        Set<String> inOrders = domains.rows().stream()
                .map(domain -> Readings.name(domain.domain()))
                .collect(Collectors.toSet());
        boolean all = inOrders.containsAll(attempt.names());
        boolean none = attempt.names().stream().noneMatch(inOrders::contains);
        String shows = "the form is " + (listed ? "still" : "no longer") + " listed, "
                + (all ? "all" : none ? "none" : "some") + " of its domains are in an order";
        if (!listed && all) return Finding.happened(null, shows);
        if (listed && none && windowOver && forms.sure() && domains.sure())
            return sentAgainAlready(attempt, uuid)
                    ? Finding.person(shows + ", and it was sent twice")
                    : Finding.nothing(shows + "; it may be sent once more");
        boolean late = elapsed.since(attempt).compareTo(settings.formDeadline()) > 0;
        return late ? Finding.person(shows) : Finding.open(shows);
    }

    private boolean sentAgainAlready(Attempt attempt, String uuid) {
        return attempts.history(SpendKind.SUBMIT_FORM, attempt.organization(), uuid).stream()
                .anyMatch(other -> other.id() != attempt.id() && other.state() == Attempt.State.VOIDED);
    }
}
