package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Creating a workspace, once a name: the vendor itself would make a second one. */
@Component
class Workspaces {
    private static final SpendKind KIND = SpendKind.CREATE_WORKSPACE;
    private static final int LONGEST_NAME = 100;

    private final Attempts attempts;
    private final Held held;
    private final Door door;
    private final Recorder recorder;
    private final ScaledMail vendor;
    private final Sender sender;
    private final Clock clock;

    Workspaces(
            Attempts attempts, Held held, Door door, Recorder recorder, ScaledMail vendor, Sender sender, Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.door = door;
        this.recorder = recorder;
        this.vendor = vendor;
        this.sender = sender;
        this.clock = clock;
    }

    Result create(Authority who, String wanted) {
        String name = wanted == null ? "" : wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw new NeedsPerson("a workspace's name has 1 to " + LONGEST_NAME + " characters; give it another one");
        Optional<Result> known = held.once(who.organization(), KIND, name);
        if (known.isPresent()
                && (known.get().outcome() == Outcome.OPEN || known.get().orderId() != null)) return known.get();

        Instant lookedAt = clock.instant();
        Optional<String> id = idOf(name);
        if (known.isPresent()) return identified(who, name, id);
        int number = attempts.of(who.campaign(), who.order(), KIND).size() + 1;
        Door.Claim claim = new Door.Claim(
                KIND, who, List.of(name), List.of(), number, null, new Wire.NewOrganization(name), BigDecimal.ZERO);
        if (id.isPresent()) {
            door.found(claim, id.get(), "a workspace of that name is listed");
            return done(id);
        }
        Attempt attempt = door.send(claim, lookedAt, permit -> sender.createWorkspace(permit, name));
        return attempt.state() == Attempt.State.CONFIRMED ? identified(who, name, idOf(name)) : Held.result(attempt);
    }

    /** The reply's shape is not published, so that its id is read. */
    private Result identified(Authority who, String name, Optional<String> id) {
        id.ifPresent(found -> attempts.holders(KIND, who.organization(), List.of(name))
                .values()
                .forEach(attempt -> recorder.settledHappened(
                        attempt.id(), found, Settling.READING, "its id was read by its name")));
        return done(id);
    }

    /** The newest of that name, as far as the vendor's order tells. */
    Optional<String> idOf(String name) {
        return vendor.organizations().stream()
                .filter(row -> row.name() != null && row.name().strip().equals(name))
                .map(Wire.Organization::id)
                .reduce((older, newer) -> newer);
    }

    private static Result done(Optional<String> id) {
        return new Result(Outcome.DONE, id.orElse(null), null, null);
    }
}
