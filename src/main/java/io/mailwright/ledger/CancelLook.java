package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of a cancellation: the order says itself whether it is cancelled; read twice as it was, it may be sent again. */
@Component
class CancelLook implements Look {
    private final Spends spends;
    private final ScaledMail vendor;
    private final Absences absences;

    CancelLook(Spends spends, ScaledMail vendor, Absences absences) {
        this.spends = spends;
        this.vendor = vendor;
        this.absences = absences;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.CANCEL_ORDER);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        long began = absences.begin();
        String order = spends.keys(attempt.id()).get(0);
        boolean cancelled;
        try {
            cancelled = vendor.order(attempt.organization(), order).cancelled();
        } catch (VendorException unknown) {
            if (unknown.status() != 404) throw unknown;
            String gone = "the vendor knows no order " + order + " any more";
            return windowOver ? Finding.person(gone) : Finding.open(gone);
        }
        if (cancelled) return Finding.happened(null, "order " + order + " is cancelled");
        String still = "order " + order + " is not cancelled";
        if (windowOver && absences.twice(attempt, order, true, began)) return Finding.nothing(still + ", read twice");
        return Finding.open(still + (windowOver ? ", read once" : " yet"));
    }
}
