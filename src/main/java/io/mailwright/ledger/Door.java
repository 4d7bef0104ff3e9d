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
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The one way out for money: guards, claim, commit as sent, send once, record. */
@Component
class Door {
    private final OwnTransaction own;
    private final Journal journal;
    private final Spends spends;
    private final Budgets budgets;
    private final Guards guards;
    private final Recorder recorder;
    private final LedgerSettings settings;
    private final Elapsed elapsed;
    private final Clock clock;

    Door(
            OwnTransaction own,
            Journal journal,
            Spends spends,
            Budgets budgets,
            Guards guards,
            Recorder recorder,
            LedgerSettings settings,
            Elapsed elapsed,
            Clock clock) {
        this.own = own;
        this.journal = journal;
        this.spends = spends;
        this.budgets = budgets;
        this.guards = guards;
        this.recorder = recorder;
        this.settings = settings;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /**
     * @param keys what it claims, sorted
     * @param names the domain names it speaks of
     * @param number this order's attempt of that kind, from 1
     * @param tag or null
     * @param request the body that asks for it
     */
    record Claim(
            SpendKind kind,
            Authority who,
            List<String> keys,
            List<String> names,
            int number,
            String tag,
            Object request,
            BigDecimal amount) {
        Claim withTag(String other) {
            return new Claim(kind, who, keys, names, number, other, request, amount);
        }
    }

    /**
     * @param lookedAt when the look that came first began
     * @throws TryAgainAt when somebody else holds one of the keys, or nothing left
     * @throws NeedsPerson when a guard or a budget does not allow it
     */
    Attempt send(Claim claim, Instant lookedAt, Function<SendPermit, Reply> call) {
        guards.pass(claim.who(), lookedAt);
        long claimedNanos = System.nanoTime();
        Instant claimedAt = clock.instant();
        long id = claim(claim, claim.amount(), claimedAt, true);
        elapsed.claimed(id, claimedAt);
        boolean sent = leaves(id, claim.who());
        if (!sent)
            throw new TryAgainAt(
                    clock.instant().plusSeconds(2), "the claim ran out before the call could leave; it is made again");
        // a machine that slept stops the monotonic clock that the sender goes by
        boolean late = clock.instant().isAfter(claimedAt.plus(LedgerSettings.SEND_WITHIN));
        Reply reply = late
                ? new Reply(Reply.Outcome.NOT_SENT, 0, "the claim is more than five seconds old", null, null, false)
                : call.apply(new SendPermit(id, claimedNanos));
        Attempt attempt = recorder.reply(id, reply);
        if (attempt.state() == Attempt.State.NOT_SENT)
            throw new TryAgainAt(
                    reply.retryAt() == null ? clock.instant().plusSeconds(2) : reply.retryAt(),
                    "the vendor did not take the call; it is sent again");
        return attempt;
    }

    /** The last moment at which a cancellation or a newer plan stops the call. */
    private boolean leaves(long id, Authority who) {
        try {
            return own.call(() -> {
                guards.hold(who);
                return journal.sent(id);
            });
        } catch (NeedsPerson over) {
            recorder.settledNothing(id, Attempt.State.NOT_SENT, "guard", "it did not leave: " + over.getMessage());
            throw over;
        }
    }

    /** Something of ours that the vendor has already: written down as confirmed, nothing sent, nothing charged. */
    void found(Claim claim, String vendorId, String how) {
        long id = claim(claim, BigDecimal.ZERO, clock.instant(), false);
        recorder.found(id, vendorId, "looked first: " + how);
    }

    /** @param sends whether a call follows: what is only found is written down even for a campaign that was cancelled */
    private long claim(Claim claim, BigDecimal amount, Instant now, boolean sends) {
        Authority who = claim.who();
        String month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).toString();
        String monthScope = Budgets.month(who.organization(), month);
        spends.ensure(claim.kind(), who.organization(), claim.keys());
        own.run(() -> budgets.open(monthScope, settings.monthBudget()));
        own.run(() -> guards.open(who.organization()));
        return own.call(() -> {
            if (sends) guards.hold(who);
            reserve(budgets.campaign(who.campaign()), amount, "the campaign's budget");
            reserve(monthScope, amount, "this month's budget of the organization (MAILWRIGHT_MONTH_BUDGET)");
            long id = journal.claimed(claim, amount, month, now, sends);
            if (!spends.take(claim.kind(), who.organization(), claim.keys(), id))
                throw new TryAgainAt(now.plusSeconds(2), "another call holds what this one would claim");
            return id;
        });
    }

    private void reserve(String scope, BigDecimal amount, String which) {
        if (amount.signum() > 0 && !budgets.reserve(scope, amount))
            throw new NeedsPerson(
                    which + " does not allow another " + amount + " dollars; raise it, or cancel the campaign");
    }
}
