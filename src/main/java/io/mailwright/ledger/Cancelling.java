package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Cancelling an order: the whole of it, at once. Afterwards its names may be in another one. */
@Component
class Cancelling {
    private static final SpendKind KIND = SpendKind.CANCEL_ORDER;
    private static final Pattern ALREADY = Pattern.compile("(?is)already.*cancell?ed|cancell?ed.*already");

    private final Attempts attempts;
    private final Held held;
    private final Door door;
    private final Recorder recorder;
    private final ScaledMail vendor;
    private final Sender sender;
    private final Clock clock;

    Cancelling(
            Attempts attempts, Held held, Door door, Recorder recorder, ScaledMail vendor, Sender sender, Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.door = door;
        this.recorder = recorder;
        this.vendor = vendor;
        this.sender = sender;
        this.clock = clock;
    }

    Result cancel(Authority who, String order) {
        String organization = who.organization();
        Optional<Result> known = held.once(organization, KIND, order);
        if (known.isPresent()) return of(order, known.get().outcome());

        Instant lookedAt = clock.instant();
        Wire.OrderDetails details = details(organization, order);
        attempts.unidentified(organization, details.tag())
                .ifPresent(placed ->
                        recorder.settledHappened(placed.id(), order, Settling.READING, "the order carries our tag"));
        List<String> names = details.packages().stream()
                .flatMap(part -> part.domains().stream())
                .map(domain -> Readings.name(domain.name()))
                .distinct()
                .sorted()
                .toList();
        int number = attempts.of(who.campaign(), who.order(), KIND).size() + 1;
        Door.Claim claim = new Door.Claim(
                KIND, who, List.of(order), names, number, null, Map.of("order_id", order), BigDecimal.ZERO);
        if (details.cancelled()) {
            door.found(claim, null, "the order is cancelled");
            return of(order, Outcome.DONE);
        }
        Attempt attempt = door.send(claim, lookedAt, permit -> sender.cancelOrder(permit, organization, order));
        if (attempt.state() == Attempt.State.REFUSED
                && ALREADY.matcher(attempt.reply()).find()) {
            recorder.settledHappened(attempt.id(), null, "reply", "the vendor says that it was cancelled already");
            return of(order, Outcome.DONE);
        }
        Result result = Held.result(attempt);
        return new Result(result.outcome(), order, null, result.reason());
    }

    private Wire.OrderDetails details(String organization, String order) {
        try {
            return vendor.order(organization, order);
        } catch (VendorException unknown) {
            if (unknown.status() != 404) throw unknown;
            throw new NeedsPerson(
                    "the vendor knows no order " + order + " in this workspace; take its id from the list of orders");
        }
    }

    private static Result of(String order, Outcome outcome) {
        return new Result(outcome, order, null, null);
    }
}
