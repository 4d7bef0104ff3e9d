package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.CLAIMED;
import static io.mailwright.ledger.Attempt.State.CONFIRMED;
import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.REFUSED;
import static io.mailwright.ledger.Attempt.State.SENT;
import static io.mailwright.ledger.Attempt.State.UNKNOWN;
import static io.mailwright.ledger.Attempt.State.VOIDED;

import io.mailwright.scaledmail.Reply;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes down how an attempt ended, with its budget, in one transaction; a late reply always wins. */
@Component
class Recorder {
    private final Attempts attempts;
    private final Budgets budgets;
    private final Guards guards;
    private final Clock clock;

    Recorder(Attempts attempts, Budgets budgets, Guards guards, Clock clock) {
        this.attempts = attempts;
        this.budgets = budgets;
        this.guards = guards;
        this.clock = clock;
    }

    Attempt reply(long id, Reply reply) {
        String text = reply.status() + " " + (reply.text() == null ? "" : reply.text());
        attempts.alone().executeWithoutResult(tx -> {
            attempts.noteReply(id, text.length() > 2000 ? text.substring(0, 2000) : text, reply.orderId());
            switch (reply.outcome()) {
                case CONFIRMED -> happened(id);
                case REFUSED -> {
                    didNotHappen(id, REFUSED);
                    if (reply.needsPerson()) attempts.notePerson(id);
                }
                case NOT_SENT -> didNotHappen(id, NOT_SENT);
                case UNKNOWN -> unknown(id);
            }
        });
        return attempts.find(id).orElseThrow();
    }

    /** A call that is over and whose end nobody saw. */
    void lost(long id) {
        attempts.alone().executeWithoutResult(tx -> unknown(id));
    }

    /** @param vendorId the order's id, or null when it is not known */
    void settledHappened(long id, String vendorId, String by, String how) {
        attempts.alone().executeWithoutResult(tx -> {
            attempts.noteReply(id, null, vendorId);
            happened(id);
            attempts.noteSettled(id, by, how, clock.instant());
        });
    }

    void settledNothing(long id, Attempt.State state, String by, String how) {
        attempts.alone().executeWithoutResult(tx -> {
            didNotHappen(id, state);
            attempts.noteSettled(id, by, how, clock.instant());
        });
    }

    private void happened(long id) {
        Attempt attempt = attempts.find(id).orElseThrow();
        boolean reserved = attempt.open();
        if (!attempts.move(id, CONFIRMED, CLAIMED, SENT, UNKNOWN, VOIDED, NOT_SENT, REFUSED)) return;
        // budget rows before spend rows, as a claim locks them
        BigDecimal held = reserved ? attempt.amount() : BigDecimal.ZERO;
        budgets.spend(Budgets.campaign(attempt.campaign()), held, attempt.amount());
        budgets.spend(Budgets.month(attempt.organization(), attempt.month()), held, attempt.amount());
        if (reserved) attempts.outcome(id, "confirmed");
        else if (!attempts.takeBack(id))
            attempts.noteLook(
                    id,
                    "the vendor did this, but by then it had been sent again: compare your invoices and cancel one",
                    true,
                    clock.instant());
        guards.ended(attempt.organization(), false);
    }

    private void didNotHappen(long id, Attempt.State state) {
        Attempt attempt = attempts.find(id).orElseThrow();
        if (!attempts.move(id, state, CLAIMED, SENT, UNKNOWN)) return;
        budgets.release(Budgets.campaign(attempt.campaign()), attempt.amount());
        budgets.release(Budgets.month(attempt.organization(), attempt.month()), attempt.amount());
        attempts.outcome(id, "nothing");
        if (state == REFUSED) guards.ended(attempt.organization(), false);
    }

    private void unknown(long id) {
        Attempt attempt = attempts.find(id).orElseThrow();
        if (attempts.move(id, UNKNOWN, SENT)) guards.ended(attempt.organization(), true);
    }
}
