package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ledger itself says of what is wanted, before anybody asks the vendor. */
@Component
class Held {
    private final Attempts attempts;
    private final Elapsed elapsed;
    private final Clock clock;

    Held(Attempts attempts, Elapsed elapsed, Clock clock) {
        this.attempts = attempts;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /** @param what happened to the keys then, in a person's words */
    Optional<Result> by(Authority who, SpendKind kind, List<String> keys, String what) {
        Map<String, Attempt> holders = attempts.holders(kind, who.organization(), keys);
        for (Map.Entry<String, Attempt> entry : holders.entrySet())
            if (!entry.getValue().campaign().equals(who.campaign()))
                throw new NeedsPerson(entry.getKey() + " is " + what + " already, by campaign "
                        + entry.getValue().campaign() + "; take it out of this campaign's file");
        for (Map.Entry<String, Attempt> entry : holders.entrySet())
            if (entry.getValue().kind() != kind)
                throw new NeedsPerson(entry.getKey() + " is " + what + " already, placed by "
                        + entry.getValue().kind() + "; leave it out, or cancel that order first");
        for (Attempt holder : holders.values())
            if (holder.open()) {
                meetLiveClaim(holder);
                return Optional.of(new Result(Outcome.OPEN, null, holder.tag(), null));
            }
        Set<Long> which = holders.values().stream().map(Attempt::id).collect(Collectors.toSet());
        if (which.size() > 1 || which.size() == 1 && holders.size() < keys.size())
            throw new NeedsPerson("some of " + String.join(", ", holders.keySet()) + " are " + what
                    + " already, apart from the rest; give the plan the same orders as before");
        return holders.values().stream()
                .findFirst()
                .map(holder -> new Result(Outcome.DONE, holder.vendorId(), holder.tag(), null));
    }

    /** Of something that is the same whoever asks for it. */
    Optional<Result> once(String organization, SpendKind kind, String key) {
        Attempt holder = attempts.holders(kind, organization, List.of(key)).get(key);
        if (holder == null) return Optional.empty();
        if (holder.open()) meetLiveClaim(holder);
        return Optional.of(new Result(holder.open() ? Outcome.OPEN : Outcome.DONE, holder.vendorId(), null, null));
    }

    /** @throws TryAgainAt while the call may still be under way */
    void meetLiveClaim(Attempt holder) {
        Duration left = LedgerSettings.CALL_OVER.minus(elapsed.since(holder));
        if (holder.state() != Attempt.State.UNKNOWN && !left.isNegative() && !left.isZero())
            throw new TryAgainAt(clock.instant().plus(left), "another call for the same thing is under way");
    }

    TryAgainAt unsure(String list) {
        return new TryAgainAt(
                clock.instant().plusSeconds(2),
                "the vendor's list of " + list + " lost rows; it is read again before that counts");
    }

    static Result result(Attempt attempt) {
        return switch (attempt.state()) {
            case CONFIRMED -> new Result(Outcome.DONE, attempt.vendorId(), attempt.tag(), null);
            case REFUSED -> {
                if (attempt.needsPerson()) throw new NeedsPerson(attempt.reply());
                yield new Result(Outcome.REFUSED, null, attempt.tag(), attempt.reply());
            }
            default -> new Result(Outcome.OPEN, null, attempt.tag(), null);
        };
    }
}
