package io.mailwright.ledger;

import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.SendPermit;
import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The one way out for money: claim, commit as sent, send once, record. */
@Component
class Door {
    private final Attempts attempts;
    private final Budgets budgets;
    private final Recorder recorder;
    private final LedgerSettings settings;
    private final Clock clock;

    Door(Attempts attempts, Budgets budgets, Recorder recorder, LedgerSettings settings, Clock clock) {
        this.attempts = attempts;
        this.budgets = budgets;
        this.recorder = recorder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param keys what it claims, sorted
     * @param names the domain names it speaks of
     * @param number this order's attempt of that kind, from 1
     * @param tag or null
     */
    record Claim(
            SpendKind kind,
            Authority who,
            List<String> keys,
            List<String> names,
            int number,
            String tag,
            String requestHash,
            BigDecimal amount) {}

    /**
     * @throws TryAgainAt when somebody else holds one of the keys, or nothing left
     * @throws NeedsPerson when a budget does not allow it
     */
    Attempt send(Claim claim, Function<SendPermit, Reply> call) {
        long claimedNanos = System.nanoTime();
        long id = claim(claim, claim.amount());
        boolean sent = Boolean.TRUE.equals(
                attempts.alone().execute(tx -> attempts.move(id, Attempt.State.SENT, Attempt.State.CLAIMED)));
        if (!sent) return attempts.find(id).orElseThrow();
        Reply reply = call.apply(new SendPermit(id, claimedNanos));
        Attempt attempt = recorder.reply(id, reply);
        if (attempt.state() == Attempt.State.NOT_SENT)
            throw new TryAgainAt(
                    reply.retryAt() == null ? clock.instant().plusSeconds(2) : reply.retryAt(),
                    "the vendor did not take the call; it is sent again");
        return attempt;
    }

    /** Something of ours that the vendor has already: written down as confirmed, nothing sent, nothing charged. */
    Attempt found(Claim claim, String vendorId, String how) {
        long id = claim(claim, BigDecimal.ZERO);
        recorder.settledHappened(id, vendorId, "reading", how);
        return attempts.find(id).orElseThrow();
    }

    private long claim(Claim claim, BigDecimal amount) {
        Authority who = claim.who();
        Instant now = clock.instant();
        String month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).toString();
        String monthScope = Budgets.month(who.organization(), month);
        attempts.ensureSpends(claim.kind(), who.organization(), claim.keys());
        openMonth(monthScope);
        Optional<Long> id = attempts.alone().execute(tx -> {
            reserve(Budgets.campaign(who.campaign()), amount, "the campaign's budget");
            reserve(monthScope, amount, "this month's budget of the organization (MAILWRIGHT_MONTH_BUDGET)");
            Optional<Long> claimed = attempts.claim(
                    claim.kind(),
                    who,
                    claim.keys(),
                    claim.names(),
                    claim.number(),
                    claim.tag(),
                    claim.requestHash(),
                    amount,
                    month,
                    now,
                    settings.node());
            if (claimed.isEmpty()) tx.setRollbackOnly();
            return claimed;
        });
        return id.orElseThrow(() -> new TryAgainAt(now.plusSeconds(2), "another call holds what this one would claim"));
    }

    private void openMonth(String scope) {
        try {
            attempts.alone().executeWithoutResult(tx -> budgets.open(scope, settings.monthBudget()));
        } catch (DuplicateKeyException openedByAnother) {
            attempts.alone().executeWithoutResult(tx -> budgets.open(scope, settings.monthBudget()));
        }
    }

    private void reserve(String scope, BigDecimal amount, String which) {
        if (amount.signum() > 0 && !budgets.reserve(scope, amount))
            throw new NeedsPerson(
                    which + " does not allow another " + amount + " dollars; raise it, or cancel the campaign");
    }
}
