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

/**
 * Writes down how an attempt ended, with its budget, in one transaction; a late reply always wins. Rows are locked in one
 * order everywhere: campaign (claims only), attempt, campaign budget, month budget, spends by key, spending.
 */
@Component
class Recorder {
    private static final int MOST_CHARACTERS = 2_000;

    private final OwnTransaction own;
    private final Attempts attempts;
    private final Spends spends;
    private final Budgets budgets;
    private final Guards guards;
    private final Clock clock;

    Recorder(OwnTransaction own, Attempts attempts, Spends spends, Budgets budgets, Guards guards, Clock clock) {
        this.own = own;
        this.attempts = attempts;
        this.spends = spends;
        this.budgets = budgets;
        this.guards = guards;
        this.clock = clock;
    }

    Attempt reply(long id, Reply reply) {
        String text = reply.status() + " " + (reply.text() == null ? "" : reply.text());
        String kept = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return own.call(() -> {
            Attempt before = attempts.lock(id);
            attempts.noteReply(id, kept, reply.orderId());
            switch (reply.outcome()) {
                case CONFIRMED -> {
                    if (!before.open() && before.state() != CONFIRMED)
                        attempts.noteSettled(id, "reply", "its late reply says that it happened", clock.instant());
                    happened(before);
                }
                case REFUSED -> {
                    didNotHappen(before, REFUSED);
                    if (before.open() && reply.needsPerson()) attempts.notePerson(id);
                }
                case NOT_SENT -> didNotHappen(before, NOT_SENT);
                case UNKNOWN -> unknown(before);
            }
            return attempts.find(id).orElseThrow();
        });
    }

    /** A call that is over and whose end nobody saw. */
    void lost(long id) {
        own.run(() -> unknown(attempts.lock(id)));
    }

    /** @param vendorId the order's id, or null when it is not known */
    void settledHappened(long id, String vendorId, String by, String how) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.vendorId() == null) attempts.noteReply(id, null, vendorId);
            if (before.state() == CONFIRMED) return;
            attempts.noteSettled(id, by, how, clock.instant());
            happened(before);
        });
    }

    /** @param state VOIDED or NOT_SENT; a row that has ended by now stays as it is */
    void settledNothing(long id, Attempt.State state, String by, String how) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (!before.open()) return;
            attempts.noteSettled(id, by, how, clock.instant());
            didNotHappen(before, state);
        });
    }

    /** The vendor's amount in the place of the estimate of something confirmed; what was found stays charged 0. */
    void amountSeen(long id, BigDecimal amount) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.state() != CONFIRMED || before.amount().signum() == 0) return;
            BigDecimal difference = amount.subtract(before.amount());
            if (difference.signum() == 0) return;
            attempts.amount(id, amount);
            budgets.correct(Budgets.campaign(before.campaign()), difference);
            budgets.correct(Budgets.month(before.organization(), before.month()), difference);
        });
    }

    private void happened(Attempt before) {
        if (!attempts.move(before.id(), CONFIRMED, CLAIMED, SENT, UNKNOWN, VOIDED, NOT_SENT, REFUSED)) return;
        BigDecimal held = before.open() ? before.amount() : BigDecimal.ZERO;
        budgets.spend(Budgets.campaign(before.campaign()), held, before.amount());
        budgets.spend(Budgets.month(before.organization(), before.month()), held, before.amount());
        if (!spends.confirm(before.id()))
            attempts.noteLook(
                    before.id(),
                    "the vendor did this, but by then it had been sent again: compare your invoices and cancel one",
                    true,
                    clock.instant());
        guards.ended(before.organization(), false);
    }

    private void didNotHappen(Attempt before, Attempt.State state) {
        if (!attempts.move(before.id(), state, CLAIMED, SENT, UNKNOWN)) return;
        budgets.release(Budgets.campaign(before.campaign()), before.amount());
        budgets.release(Budgets.month(before.organization(), before.month()), before.amount());
        spends.free(before.id());
        if (state == REFUSED) guards.ended(before.organization(), false);
    }

    private void unknown(Attempt before) {
        if (attempts.move(before.id(), UNKNOWN, SENT)) guards.ended(before.organization(), true);
    }
}
