package io.mailwright.ledger;

import io.mailwright.scaledmail.Redaction;
import io.mailwright.scaledmail.RequestHash;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * The only hand that writes attempts: each change of a row comes with the event that tells of it, in the caller's
 * transaction. Events are only added; what turns out otherwise is a new event.
 */
@Component
class Journal {
    private static final int MOST_CHARACTERS = 100_000;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Redaction redaction;
    private final LedgerSettings settings;
    private final Clock clock;

    Journal(JdbcClient jdbc, Attempts attempts, Redaction redaction, LedgerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.redaction = redaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds an attempt; the caller's transaction takes its spends.
     *
     * @param sends whether the request is going to leave; false: what it asks for was found
     * @return its id
     */
    long claimed(Door.Claim claim, BigDecimal amount, String month, Instant at, boolean sends) {
        // the hash too is of what may be kept: that of a login could be guessed
        String request = redaction.redact(RequestHash.json(claim.request()));
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into attempt (kind, organization, campaign_id, order_number, plan_version, plan_hash, number,"
                        + " tag, names, request_hash, request, amount, budget_month, claimed_at, claimed_by, state,"
                        + " needs_person) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', false)")
                .params(
                        claim.kind().name(),
                        claim.who().organization(),
                        claim.who().campaign(),
                        claim.who().order(),
                        claim.who().planVersion(),
                        claim.who().planHash(),
                        claim.number(),
                        claim.tag(),
                        String.join(",", claim.names()),
                        RequestHash.sha256(request),
                        sends ? cut(request, MOST_CHARACTERS) : null,
                        amount,
                        month,
                        Timestamp.from(at),
                        settings.node())
                .update(id, "id");
        long attempt = id.getKey().longValue();
        event(attempt, at, "claimed", null, Attempt.State.CLAIMED, amount, BigDecimal.ZERO, Change.Word.NONE, false);
        return attempt;
    }

    /** @return whether it was still claimed and may leave now */
    boolean sent(long attempt) {
        Attempt before = attempts.lock(attempt);
        if (before.state() != Attempt.State.CLAIMED) return false;
        write(Change.moved(before, Attempt.State.SENT, Change.Word.NONE, null, false));
        return true;
    }

    /** @param change of an attempt that the caller's transaction has locked */
    void write(Change change) {
        update(change);
        event(
                change.before().id(),
                clock.instant(),
                change.what(),
                change.before().state(),
                change.to(),
                change.reserved(),
                change.charged(),
                change.word(),
                change.needsPerson());
    }

    /** As {@link #write}, but a look that shows what the last one showed is not told again. */
    void looked(Attempt before, String shows, boolean needsPerson) {
        Change change = Change.noted(before, "looked", Change.Word.looked(shows), shows, needsPerson);
        if (shows.equals(before.vendorShows()) && needsPerson == before.needsPerson()) update(change);
        else write(change);
    }

    private void update(Change change) {
        Change.Word word = change.word();
        Timestamp now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("update attempt set "
                        + (change.moves() ? "state = '" + change.to().word() + "', " : "")
                        + "needs_person = ?, reply = coalesce(?, reply), vendor_id = coalesce(?, vendor_id),"
                        + " amount = coalesce(?, amount), settled_by = coalesce(?, settled_by),"
                        + " settled_how = coalesce(?, settled_how), settled_at = coalesce(?, settled_at),"
                        + " vendor_shows = coalesce(?, vendor_shows), looked_at = coalesce(?, looked_at)"
                        + " where id = ? and state = ?")
                .params(
                        change.needsPerson(),
                        word.reply(),
                        word.vendorId(),
                        change.amount(),
                        word.settles() ? word.by() : null,
                        word.settles() ? cut(word.why(), 400) : null,
                        word.settles() ? now : null,
                        cut(change.shows(), 4_000),
                        change.shows() == null ? null : now,
                        change.before().id(),
                        change.before().state().word())
                .update();
        if (changed != 1)
            throw new OptimisticLockingFailureException("attempt "
                    + change.before().id() + " is no longer " + change.before().state());
    }

    private void event(
            long attempt,
            Instant at,
            String what,
            Attempt.State from,
            Attempt.State to,
            BigDecimal reserved,
            BigDecimal charged,
            Change.Word word,
            boolean needsPerson) {
        jdbc.sql("insert into attempt_event (attempt_id, happened_at, node, what, from_state, to_state, reserved,"
                        + " charged, decided_by, why, reply, vendor_id, needs_person)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        attempt,
                        Timestamp.from(at),
                        settings.node(),
                        what,
                        from == null ? null : from.word(),
                        to.word(),
                        reserved,
                        charged,
                        word.by(),
                        cut(word.why(), 4_000),
                        word.reply(),
                        word.vendorId(),
                        needsPerson)
                .update();
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
