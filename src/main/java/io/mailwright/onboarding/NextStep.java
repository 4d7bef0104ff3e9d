package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.SpendingOff;
import io.mailwright.scaledmail.VendorSettings;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** What is to be done about a campaign's or request's problem, and by whom. */
@Service
public class NextStep {
    private final Processes processes;
    private final Ledger ledger;
    private final VendorSettings vendor;

    NextStep(Processes processes, Ledger ledger, VendorSettings vendor) {
        this.processes = processes;
        this.ledger = ledger;
        this.vendor = vendor;
    }

    public enum Kind {
        /** It is tried again, or read again, without anybody. */
        BY_ITSELF,
        /** A task waits. */
        ANSWER,
        /** Somebody must do what the problem says elsewhere; then it goes on by itself. */
        ELSEWHERE,
        /** Nothing more happens. */
        FINAL
    }

    /** @param at when what failed is tried again, or null: with the next look at the vendor */
    public record Next(Kind kind, Instant at) {}

    /**
     * @param problem what stands in the way, or null
     * @param tasks whether a task of it is open
     * @param ended whether nothing more happens to it
     */
    public Next of(String id, String problem, boolean tasks, boolean ended) {
        if (tasks) return new Next(Kind.ANSWER, null);
        if (ended) return new Next(Kind.FINAL, null);
        boolean unarmed = !vendor.armed() && problem != null && problem.contains(SpendingOff.NOT_ARMED);
        if (unarmed || !ledger.cardsToConfirm(id).isEmpty()) return new Next(Kind.ELSEWHERE, null);
        return new Next(Kind.BY_ITSELF, processes.again(id).orElse(null));
    }
}
