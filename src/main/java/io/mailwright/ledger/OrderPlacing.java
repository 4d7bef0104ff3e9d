package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Placing an order of mailboxes: all its names or none. */
@Component
class OrderPlacing {
    private static final SpendKind KIND = SpendKind.CREATE_CUSTOM_ORDER;

    private final Attempts attempts;
    private final Held held;
    private final LookBack lookBack;
    private final Guards guards;
    private final Door door;
    private final Recorder recorder;
    private final OrderFinder orders;
    private final Sender sender;
    private final Clock clock;

    OrderPlacing(
            Attempts attempts,
            Held held,
            LookBack lookBack,
            Guards guards,
            Door door,
            Recorder recorder,
            OrderFinder orders,
            Sender sender,
            Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.lookBack = lookBack;
        this.guards = guards;
        this.door = door;
        this.recorder = recorder;
        this.orders = orders;
        this.sender = sender;
        this.clock = clock;
    }

    Result place(
            Authority who,
            String tagPrefix,
            List<String> names,
            String source,
            String coupon,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow,
            Function<String, Wire.OrderBody> body) {
        if (names.isEmpty()) throw new IllegalArgumentException("an order needs at least one domain");
        Optional<Result> known = held.by(who, KIND, names, "in an order");
        if (known.isPresent()) return known.get();

        List<Attempt> before = attempts.of(who.campaign(), who.order(), KIND);
        int number = before.size() + 1;
        String tag = Tag.of(tagPrefix, who, number);
        Wire.OrderBody request = body.apply(tag);
        Door.Claim claim =
                new Door.Claim(KIND, who, names.stream().sorted().toList(), names, number, tag, request, amount);
        Instant lookedAt = clock.instant();
        Optional<OrderFinder.Found> found = orders.find(new OrderFinder.Sought(
                who.organization(),
                who.campaign(),
                names,
                tags(tagPrefix, who, before),
                lookBack.since(who, lookedAt)));
        if (found.isPresent()) return found(claim, before, found.get());

        guards.pass(who, lookedAt);
        BigDecimal now = priceNow.get();
        if (now.compareTo(amount) > 0)
            throw new NeedsPerson("the vendor asks " + now + " dollars a month for order " + who.order()
                    + ", the plan says " + amount + "; change the campaign file for a new plan, or cancel");
        return Held.result(door.send(
                claim,
                lookedAt,
                permit -> sender.createCustomOrder(permit, who.organization(), source, coupon, request)));
    }

    /** By its tag in order details, where no list names its domains. */
    Optional<String> identified(Authority who, String tag) {
        Optional<Attempt> placed = attempts.of(who.campaign(), who.order(), KIND).stream()
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED && tag.equals(attempt.tag()))
                .findFirst();
        if (placed.isEmpty() || placed.get().vendorId() != null) return placed.map(Attempt::vendorId);
        Attempt attempt = placed.get();
        Optional<OrderFinder.Found> found = orders.find(new OrderFinder.Sought(
                who.organization(),
                who.campaign(),
                attempt.names(),
                Set.of(tag),
                attempt.claimedAt().minus(LookBack.CLOCKS_DIFFER)));
        found.ifPresent(
                order -> recorder.settledHappened(attempt.id(), order.orderId(), Settling.READING, order.how()));
        return found.map(OrderFinder.Found::orderId);
    }

    private Result found(Door.Claim claim, List<Attempt> before, OrderFinder.Found found) {
        String tag = found.tag() == null ? claim.tag() : found.tag();
        before.stream()
                .filter(attempt -> tag.equals(attempt.tag()))
                .findFirst()
                .ifPresentOrElse(
                        late -> recorder.settledHappened(
                                late.id(), found.orderId(), Settling.READING, "it did happen: " + found.how()),
                        () -> door.found(claim.withTag(tag), found.orderId(), found.how()));
        return new Result(Outcome.DONE, found.orderId(), tag, null);
    }

    private static Set<String> tags(String prefix, Authority who, List<Attempt> before) {
        Set<String> tags = Tag.ahead(who, before.size()).stream()
                .map(hash -> prefix.isEmpty() ? hash : prefix + "-" + hash)
                .collect(Collectors.toSet());
        before.stream().map(Attempt::tag).forEach(tags::add);
        return tags;
    }
}
