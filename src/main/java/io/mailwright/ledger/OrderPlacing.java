package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.SendPermit;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Placing an order of mailboxes, in each of the vendor's three ways: all its names or none. */
@Component
class OrderPlacing {
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

    /**
     * @param amount dollars approved
     * @param priceNow what the vendor asks now, read again just before
     */
    record Wanted(
            SpendKind kind,
            Authority who,
            String tagPrefix,
            List<String> names,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow) {}

    /** @param asked what is kept of the request: its body, and what only its path says */
    private record Call(Object asked, Function<SendPermit, Reply> send) {}

    Result custom(Wanted wanted, String source, String coupon, Function<String, Wire.OrderBody> body) {
        String organization = wanted.who().organization();
        return place(wanted, tag -> {
            Wire.OrderBody order = body.apply(tag);
            return new Call(order, permit -> sender.createCustomOrder(permit, organization, source, coupon, order));
        });
    }

    Result packaged(
            Wanted wanted,
            String priceId,
            int quantity,
            String source,
            String coupon,
            Function<String, Wire.OrderBody> body) {
        String organization = wanted.who().organization();
        return place(wanted, tag -> {
            Wire.OrderBody order = body.apply(tag).times(quantity);
            return new Call(
                    Map.of("price_id", priceId, "order", order),
                    permit -> sender.createOrder(permit, organization, priceId, source, coupon, order));
        });
    }

    Result prewarmed(Wanted wanted, List<Wire.WarmItem> items, Wire.Login sequencer) {
        String organization = wanted.who().organization();
        return place(wanted, tag -> {
            Wire.WarmPurchase purchase = new Wire.WarmPurchase(tag, items, sequencer);
            return new Call(purchase, permit -> sender.buyPreWarmInboxes(permit, organization, purchase));
        });
    }

    private Result place(Wanted wanted, Function<String, Call> call) {
        Authority who = wanted.who();
        List<String> names = wanted.names();
        if (names.isEmpty()) throw new IllegalArgumentException("an order needs at least one domain");
        Optional<Result> known = held.by(who, wanted.kind(), names, "in an order");
        if (known.isPresent()) return known.get();

        List<Attempt> before = attempts.placing(who.campaign(), who.order());
        int number = before.size() + 1;
        String tag = Tag.of(wanted.tagPrefix(), who, number);
        Call made = call.apply(tag);
        Door.Claim claim = new Door.Claim(
                wanted.kind(),
                who,
                names.stream().sorted().toList(),
                names,
                number,
                tag,
                made.asked(),
                wanted.amount());
        Instant lookedAt = clock.instant();
        Optional<OrderFinder.Found> found = orders.find(new OrderFinder.Sought(
                who.organization(),
                who.campaign(),
                names,
                tags(wanted.tagPrefix(), who, before),
                attempts.givenUp(who.campaign(), who.order()),
                lookBack.since(who)));
        if (found.isPresent()) return found(claim, before, found.get());

        guards.pass(who, lookedAt);
        priceHolds(wanted);
        return Held.result(door.send(claim, lookedAt, made.send()));
    }

    private static void priceHolds(Wanted wanted) {
        BigDecimal now = wanted.priceNow().get();
        if (now.compareTo(wanted.amount()) <= 0) return;
        String what = wanted.kind() == SpendKind.BUY_PREWARMED
                ? " dollars for " + String.join(", ", wanted.names())
                : " dollars a month for order " + wanted.who().order();
        throw new NeedsPerson("the vendor asks " + now + what + ", the plan says " + wanted.amount()
                + "; change the campaign file for a new plan, or cancel");
    }

    /** By its tag in order details, where no list names its domains. */
    Optional<String> identified(Authority who, String tag) {
        Optional<Attempt> placed = attempts.placing(who.campaign(), who.order()).stream()
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED && tag.equals(attempt.tag()))
                .findFirst();
        if (placed.isEmpty() || placed.get().vendorId() != null) return placed.map(Attempt::vendorId);
        Attempt attempt = placed.get();
        Optional<OrderFinder.Found> found = orders.find(new OrderFinder.Sought(
                who.organization(),
                who.campaign(),
                attempt.names(),
                Set.of(tag),
                Set.of(),
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

    /** Every tag of ours but those of orders that were cancelled: another one is wanted in their place. */
    private Set<String> tags(String prefix, Authority who, List<Attempt> before) {
        Set<String> tags = Tag.ahead(who, before.size()).stream()
                .map(hash -> prefix.isEmpty() ? hash : prefix + "-" + hash)
                .collect(Collectors.toSet());
        before.stream().map(Attempt::tag).forEach(tags::add);
        Set<String> cancelled = attempts.cancelledOrders(who.organization());
        before.stream()
                .filter(attempt -> attempt.vendorId() != null && cancelled.contains(attempt.vendorId()))
                .map(Attempt::tag)
                .forEach(tags::remove);
        return tags;
    }
}
