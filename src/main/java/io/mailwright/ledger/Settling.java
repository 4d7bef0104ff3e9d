package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.VOIDED;

import io.mailwright.scaledmail.Redaction;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Readings readings;
    private final OrderFinder orders;
    private final ScaledMail vendor;
    private final Redaction redaction;
    private final LedgerSettings settings;
    private final Elapsed elapsed;
    private final Clock clock;

    Settling(
            Attempts attempts,
            Spends spends,
            Recorder recorder,
            Readings readings,
            OrderFinder orders,
            ScaledMail vendor,
            Redaction redaction,
            LedgerSettings settings,
            Elapsed elapsed,
            Clock clock) {
        this.attempts = attempts;
        this.spends = spends;
        this.recorder = recorder;
        this.readings = readings;
        this.orders = orders;
        this.vendor = vendor;
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
            case UNKNOWN -> {
                switch (attempt.kind()) {
                    case BUY_DOMAINS -> lookForPurchase(attempt, windowOver);
                    case CREATE_ORDER, CREATE_CUSTOM_ORDER -> lookForOrder(attempt, windowOver);
                    case SUBMIT_FORM -> lookForForm(attempt, windowOver);
                    default -> person(attempt, "this kind of call can't be looked up yet");
                }
            }
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
        if (attempt.open()) nothingYet(attempt, why);
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
            throw new IllegalStateException("it may still become visible at the vendor; decide after "
                    + clock.instant().plus(settings.provesAbsence().minus(elapsed.since(attempt))));
        else recorder.settledNothing(id, VOIDED, user, "a person says it did not happen" + said);
    }

    private void lookForPurchase(Attempt attempt, boolean windowOver) {
        long began = elapsed.nanos();
        var listed = readings.registrations(attempt.organization());
        List<String> names = attempt.names();
        Set<String> registered = listed.rows().stream()
                .map(registration -> Readings.name(registration.domain()))
                .filter(names::contains)
                .collect(Collectors.toSet());
        if (!registered.isEmpty()) {
            recorder.settledHappened(
                    attempt.id(), null, READING, "registered at the vendor: " + String.join(", ", registered));
            return;
        }
        if (!windowOver || !listed.sure()) {
            nothingYet(attempt, "none of the names is registered yet");
            return;
        }
        Map<String, Wire.SearchRow> quotes = vendor.search(attempt.organization(), names);
        Map<String, Instant> absent = spends.absences(attempt.id());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean someFree = false;
        for (String name : names) {
            Wire.SearchRow quote = quotes.get(name);
            boolean free = quote != null && quote.available();
            Instant since = absent.get(name);
            if (free && since != null && before(attempt, name, since, began)) {
                if (attempt.cardToConfirm()) {
                    person(
                            attempt,
                            name
                                    + " is not registered and free to buy, but the vendor spoke of a subscription that it made:"
                                    + " once the card is confirmed it may register the names");
                    return;
                }
                recorder.settledNothing(
                        attempt.id(), VOIDED, READING, name + " was not registered and free to buy, read twice");
                return;
            }
            if (free && since == null) {
                spends.noteAbsent(attempt.id(), name, now);
                elapsed.since(absence(attempt, name, now), now);
            }
            if (!free && since != null) spends.noteAbsent(attempt.id(), name, null);
            someFree |= free;
        }
        String taken = "none of the names is among the purchased domains, yet none is free to buy";
        boolean twice = taken.equals(attempt.vendorShows()) || older(attempt, proofDue());
        if (someFree) nothingYet(attempt, "the names are not registered and free to buy, read once");
        else if (twice) person(attempt, taken);
        else nothingYet(attempt, taken);
    }

    /** By then two readings that agree would have proved something. */
    private Duration proofDue() {
        return settings.provesAbsence().plus(settings.reconcileWindow());
    }

    /** Whether a name was seen absent long enough before this reading began. */
    private boolean before(Attempt attempt, String name, Instant seen, long began) {
        Duration since = elapsed.since(absence(attempt, name, seen), seen);
        return since.minusNanos(elapsed.nanos() - began).compareTo(settings.apart()) >= 0;
    }

    private static String absence(Attempt attempt, String name, Instant seen) {
        return "claim " + attempt.id() + " without " + name + " at " + seen.toEpochMilli();
    }

    private void lookForOrder(Attempt attempt, boolean windowOver) {
        Optional<OrderFinder.Found> found;
        try {
            found = orders.find(new OrderFinder.Sought(
                    attempt.organization(),
                    attempt.campaign(),
                    attempt.names(),
                    attempt.tag() == null ? Set.of() : Set.of(attempt.tag()),
                    attempt.claimedAt().minus(LookBack.CLOCKS_DIFFER)));
        } catch (NeedsPerson shown) {
            if (windowOver) person(attempt, shown.getMessage());
            else nothingYet(attempt, shown.getMessage());
            return;
        }
        if (found.isPresent())
            recorder.settledHappened(
                    attempt.id(), found.get().orderId(), READING, found.get().how());
        else if (windowOver)
            person(
                    attempt,
                    "no order with tag " + attempt.tag() + " or with these names is listed, which proves nothing");
        else nothingYet(attempt, "no order with tag " + attempt.tag() + " or with these names is listed yet");
    }

    private void lookForForm(Attempt attempt, boolean windowOver) {
        var domains = readings.domains(attempt.organization());
        var forms = readings.forms(attempt.organization());
        String uuid = spends.keys(attempt.id()).get(0);
        boolean listed = forms.first(form -> uuid.equals(form.uuid())).isPresent();
        Set<String> inOrders = domains.rows().stream()
                .map(domain -> Readings.name(domain.domain()))
                .collect(Collectors.toSet());
        boolean all = inOrders.containsAll(attempt.names());
        boolean none = attempt.names().stream().noneMatch(inOrders::contains);
        String shows = "the form is " + (listed ? "still" : "no longer") + " listed, "
                + (all ? "all" : none ? "none" : "some") + " of its domains are in an order";
        boolean late = older(attempt, settings.formDeadline());
        if (!listed && all) recorder.settledHappened(attempt.id(), null, READING, shows);
        else if (listed && none && windowOver && forms.sure() && domains.sure()) {
            if (sentAgainAlready(attempt, uuid)) person(attempt, shows + ", and it was sent twice");
            else recorder.settledNothing(attempt.id(), VOIDED, READING, shows + "; it may be sent once more");
        } else if (late) person(attempt, shows);
        else nothingYet(attempt, shows);
    }

    private boolean sentAgainAlready(Attempt attempt, String uuid) {
        return attempts.history(SpendKind.SUBMIT_FORM, attempt.organization(), uuid).stream()
                .anyMatch(other -> other.id() != attempt.id() && other.state() == VOIDED);
    }

    private void nothingYet(Attempt attempt, String shows) {
        recorder.looked(attempt.id(), shows, false);
    }

    private void person(Attempt attempt, String shows) {
        recorder.looked(attempt.id(), shows, true);
    }
}
