package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.VOIDED;

import io.mailwright.scaledmail.Redaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of a call whose outcome is not known (docs/money.md): "happened" as soon as it is read,
 * "did not happen" only when the reconcile window is over and two readings prove it, else a person decides.
 */
@Component
public class Settling {
    static final String READING = "reading";

    private final Attempts attempts;
    private final Spends spends;
    private final Recorder recorder;
    private final Map<SpendKind, Look> looks = new EnumMap<>(SpendKind.class);
    private final Redaction redaction;
    private final LedgerSettings settings;
    private final Elapsed elapsed;
    private final Clock clock;

    Settling(
            Attempts attempts,
            Spends spends,
            Recorder recorder,
            List<Look> looks,
            Redaction redaction,
            LedgerSettings settings,
            Elapsed elapsed,
            Clock clock) {
        this.attempts = attempts;
        this.spends = spends;
        this.recorder = recorder;
        looks.forEach(look -> look.kinds().forEach(kind -> this.looks.put(kind, look)));
        this.redaction = redaction;
        this.settings = settings;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    public Optional<Attempt> find(long attempt) {
        return attempts.find(attempt);
    }

    public List<String> keys(long attempt) {
        return spends.keys(attempt);
    }

    /** Reads the vendor once for this attempt and settles it if that proves anything. */
    public void look(long id) {
        Attempt attempt = attempts.find(id).orElseThrow();
        boolean windowOver = older(attempt, settings.provesAbsence());
        switch (attempt.state()) {
            case CLAIMED -> {
                if (windowOver) recorder.settledNothing(id, NOT_SENT, READING, "it never left");
            }
            case SENT -> {
                if (over(attempt)) {
                    recorder.lost(id);
                    look(id);
                }
            }
            case UNKNOWN -> apply(id, looks.get(attempt.kind()).at(attempt, windowOver));
            default -> {}
        }
    }

    /** Whether a call can't be under way any more, however the machine's clock was moved meanwhile. */
    public boolean over(Attempt attempt) {
        return older(attempt, LedgerSettings.CALL_OVER);
    }

    private boolean older(Attempt attempt, Duration age) {
        return elapsed.since(attempt).compareTo(age) > 0;
    }

    /** A look that failed is written down too: whoever waits sees why nothing is known yet. */
    public void notRead(long id, String why) {
        Attempt attempt = attempts.find(id).orElseThrow();
        if (attempt.open()) apply(id, Finding.open(why));
    }

    /** When the next look is worth its call: seconds at first, an hour for what is old. */
    public Instant nextLook(long id) {
        Attempt attempt = attempts.find(id).orElseThrow();
        Instant now = clock.instant();
        Duration age = elapsed.since(attempt);
        if (attempt.state() != Attempt.State.UNKNOWN && age.compareTo(LedgerSettings.CALL_OVER) <= 0)
            return now.plus(LedgerSettings.CALL_OVER.minus(age)).plusMillis(1);
        if (!spends.absences(id).isEmpty()) return now.plus(settings.apart());
        Duration tenth = age.dividedBy(10);
        Duration most = Duration.ofHours(1);
        Duration wait = tenth.compareTo(settings.apart()) < 0 ? settings.apart() : tenth;
        return now.plus(wait.compareTo(most) > 0 ? most : wait);
    }

    /**
     * A person's word.
     *
     * @param happened true: the vendor did it; false: it did not, and it may be sent again
     * @throws TooEarly when it is said that it did not, and the vendor may still come to show it
     */
    public void decide(long id, boolean happened, String user) {
        decide(id, happened, user, "");
    }

    /** @param remark what the person adds, or "" */
    public void decide(long id, boolean happened, String user, String remark) {
        Attempt attempt = attempts.find(id).orElseThrow();
        if (!attempt.open()) return;
        String said = remark.isEmpty() ? "" : ": " + redaction.redact(remark);
        if (happened) recorder.settledHappened(id, null, user, "a person says it happened" + said);
        else if (!older(attempt, settings.provesAbsence()))
            throw new TooEarly("it may still become visible at the vendor; decide after "
                    + clock.instant().plus(settings.provesAbsence().minus(elapsed.since(attempt))));
        else recorder.settledNothing(id, VOIDED, user, "a person says it did not happen" + said);
    }

    private void apply(long id, Finding finding) {
        switch (finding.proof()) {
            case HAPPENED -> recorder.settledHappened(id, finding.vendorId(), READING, finding.shows());
            case NOTHING -> recorder.settledNothing(id, VOIDED, READING, finding.shows());
            case PERSON -> recorder.looked(id, finding.shows(), true);
            case OPEN -> recorder.looked(id, finding.shows(), false);
        }
    }
}
