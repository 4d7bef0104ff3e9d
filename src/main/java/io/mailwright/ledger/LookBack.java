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

    LookBack(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Since the campaign or request, or what it came of, was first written down: its tags are no older, whenever the ledger
     * was restored since. Back to the last call the ledger knows of if that is longer ago, and without end once something
     * was found that it had forgotten: what was ordered then may carry the names only.
     */
    Instant since(Authority who) {
        Instant began = attempts.began(who.campaign());
        if (attempts.foundSome(who.organization(), began)) return Instant.EPOCH;
        Instant lastSent = attempts.lastSent(who.organization()).orElse(Instant.EPOCH);
        return (lastSent.isBefore(began) ? lastSent : began).minus(CLOCKS_DIFFER);
    }
}
