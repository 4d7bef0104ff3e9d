package io.mailwright.ledger;

import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Of a swap: what {@code /domains} shows happened. What it does not show after the window may be sent again: should the
 * vendor have it, it says so.
 */
@Component
class SwapLook implements Look {
    private final Spends spends;
    private final Readings readings;
    private final Absences absences;

    SwapLook(Spends spends, Readings readings, Absences absences) {
        this.spends = spends;
        this.readings = readings;
        this.absences = absences;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.SWAP_DOMAIN, SpendKind.SWAP_REDIRECT);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        long began = absences.begin();
        String key = spends.keys(attempt.id()).get(0);
        String domain = attempt.names().get(0);
        String to = Swapping.wanted(key, domain, attempt.campaign());
        var listed = readings.domains(attempt.organization());
        String what = domain + (to.isEmpty() ? " without a redirect" : " as " + to);
        if (Swapping.shown(attempt.kind(), domain, to, listed.rows()))
            return Finding.happened(null, "the vendor lists " + what);
        String not = "the vendor does not list " + what;
        if (windowOver && listed.sure() && absences.twice(attempt, key, true, began))
            return Finding.nothing(not + ", read twice; it may be asked for again");
        return Finding.open(not + " yet");
    }
}
