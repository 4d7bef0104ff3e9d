package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.CLAIMED;
import static io.mailwright.ledger.Attempt.State.CONFIRMED;
import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.REFUSED;
import static io.mailwright.ledger.Attempt.State.SENT;
import static io.mailwright.ledger.Attempt.State.UNKNOWN;

import io.mailwright.ledger.Change.Word;
import io.mailwright.scaledmail.Reply;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/**
 * Writes down how an attempt ended, with its budget, in one transaction; a late reply always wins. Rows are locked in one
 * order everywhere: campaign (claims only), attempt, campaign budget, month budget, spends by key, spending.
 */
@Component
class Recorder {
    private static final int MOST_CHARACTERS = 2_000;
    private static final String TWICE =
            "the vendor did this, but by then it had been sent again: compare your invoices and cancel one";

    private final OwnTransaction own;
    private final Attempts attempts;
    private final Journal journal;
    private final Spends spends;
    private final Budgets budgets;
    private final Guards guards;

    Recorder(OwnTransaction own, Attempts attempts, Journal journal, Spends spends, Budgets budgets, Guards guards) {
        this.own = own;
        this.attempts = attempts;
        this.journal = journal;
        this.spends = spends;
        this.budgets = budgets;
        this.guards = guards;
    }

    Attempt reply(long id, Reply reply) {
        String text = reply.status() + " " + (reply.text() == null ? "" : reply.text());
        String kept = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return own.call(() -> {
            Attempt before = attempts.lock(id);
            Word word = Word.replied(kept, reply.orderId());
            boolean late = !before.open() && before.state() != CONFIRMED;
            switch (reply.outcome()) {
                case CONFIRMED ->
                    happened(before, late ? word.settling("reply", "its late reply says that it happened") : word);
                case REFUSED -> didNotHappen(before, REFUSED, word, reply.needsPerson());
                case NOT_SENT -> didNotHappen(before, NOT_SENT, word, false);
                case UNKNOWN -> unknown(before, word);
            }
            return attempts.find(id).orElseThrow();
        });
    }

    /** A call that is over and whose end nobody saw. */
    void lost(long id) {
        own.run(() -> unknown(attempts.lock(id), Word.looked("nobody saw its end")));
    }

    /** @param vendorId the order's id, or null when it is not known */
    void settledHappened(long id, String vendorId, String by, String how) {
        own.run(() -> settle(attempts.lock(id), vendorId, by, how));
    }

    private void settle(Attempt before, String vendorId, String by, String how) {
        String learnt = before.vendorId() == null ? vendorId : null;
        if (before.state() != CONFIRMED) happened(before, Word.settled(by, how, learnt));
        else if (learnt != null) noted(before, "identified", Word.learnt(by, how, learnt));
    }

    /** Like {@link #settledHappened}; a claim that ran out meanwhile stays over, whoever came after has found the same. */
    void found(long id, String vendorId, String how) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.state() == CLAIMED) settle(before, vendorId, Settling.READING, how);
        });
    }

    /** @param state VOIDED or NOT_SENT; a row that has ended by now stays as it is */
    void settledNothing(long id, Attempt.State state, String by, String how) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.open()) didNotHappen(before, state, Word.settled(by, how, null), false);
        });
    }

    /** The vendor's amount in the place of the estimate of something confirmed; what was found stays charged 0. */
    void amountSeen(long id, BigDecimal amount) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.state() != CONFIRMED || before.amount().signum() == 0) return;
            BigDecimal difference = amount.subtract(before.amount());
            if (difference.signum() == 0) return;
            journal.write(Change.corrected(before, amount));
            budgets.correct(budgets.campaign(before.campaign()), difference);
            budgets.correct(Budgets.month(before.organization(), before.month()), difference);
        });
    }

    /** What a look at the vendor showed of something that is not settled; a row that has ended by now stays as it is. */
    void looked(long id, String shows, boolean needsPerson) {
        own.run(() -> {
            Attempt before = attempts.lock(id);
            if (before.open()) journal.looked(before, shows, needsPerson || before.needsPerson());
        });
    }

    private void happened(Attempt before, Word word) {
        if (before.state() == CONFIRMED) {
            noted(before, "reply", word);
            return;
        }
        BigDecimal held = before.open() ? before.amount() : BigDecimal.ZERO;
        budgets.spend(budgets.campaign(before.campaign()), held, before.amount());
        budgets.spend(Budgets.month(before.organization(), before.month()), held, before.amount());
        boolean alone = spends.confirm(before.id());
        if (before.kind() == SpendKind.CANCEL_ORDER)
            spends.cancelled(before.organization(), spends.keys(before.id()).get(0));
        journal.write(Change.moved(before, CONFIRMED, word, alone ? null : TWICE, !alone));
        guards.ended(before.organization(), false);
    }

    private void didNotHappen(Attempt before, Attempt.State state, Word word, boolean needsPerson) {
        if (!before.open()) {
            noted(before, "reply", word);
            return;
        }
        budgets.release(budgets.campaign(before.campaign()), before.amount());
        budgets.release(Budgets.month(before.organization(), before.month()), before.amount());
        spends.free(before.id());
        journal.write(Change.moved(before, state, word, null, needsPerson));
        if (state == REFUSED) guards.ended(before.organization(), false);
    }

    private void unknown(Attempt before, Word word) {
        if (before.state() == SENT) {
            journal.write(Change.moved(before, UNKNOWN, word, null, false));
            guards.ended(before.organization(), true);
        } else if (word.reply() != null) noted(before, "reply", word);
    }

    private void noted(Attempt before, String what, Word word) {
        journal.write(Change.noted(before, what, word, null, before.needsPerson()));
    }
}
