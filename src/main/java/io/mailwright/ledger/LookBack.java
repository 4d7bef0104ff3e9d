package io.mailwright.ledger;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How far back a look for an order of ours goes: every order costs a call to look into. */
@Component
class LookBack {
    /** Our clock and the vendor's may differ, or one of them may have been a day wrong for a while. */
    static final Duration CLOCKS_DIFFER = Duration.ofHours(25);

    private final Attempts attempts;
    private final Approvals approvals;

    LookBack(Attempts attempts, Approvals approvals) {
        this.attempts = attempts;
        this.approvals = approvals;
    }

    /** Since the plan's approval; in a ledger that may be a restored one, since the last call it knows of, or ever. */
    Instant since(Authority who, Instant lookedAt) {
        if (attempts.foundSome(who.campaign())) return Instant.EPOCH;
        Instant approved = approvals
                .find(who.campaign(), who.planVersion(), who.planHash())
                .map(Approvals.Approval::at)
                .orElse(lookedAt);
        Instant lastSent = attempts.lastSent(who.organization()).orElse(Instant.EPOCH);
        return (lastSent.isBefore(approved) ? lastSent : approved).minus(CLOCKS_DIFFER);
    }
}
