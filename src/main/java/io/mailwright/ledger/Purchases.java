package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.PricedName;
import io.mailwright.scaledmail.Pace;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Buying names: all or nothing at the vendor, each name on its own in the ledger. */
@Component
class Purchases {
    private static final SpendKind KIND = SpendKind.BUY_DOMAINS;

    private final Attempts attempts;
    private final Held held;
    private final Guards guards;
    private final Door door;
    private final Recorder recorder;
    private final Readings readings;
    private final OwnOrders ownOrders;
    private final ScaledMail vendor;
    private final Sender sender;
    private final Pace pace;
    private final Clock clock;

    Purchases(
            Attempts attempts,
            Held held,
            Guards guards,
            Door door,
            Recorder recorder,
            Readings readings,
            OwnOrders ownOrders,
            ScaledMail vendor,
            Sender sender,
            Pace pace,
            Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.guards = guards;
        this.door = door;
        this.recorder = recorder;
        this.readings = readings;
        this.ownOrders = ownOrders;
        this.vendor = vendor;
        this.sender = sender;
        this.pace = pace;
        this.clock = clock;
    }

    Map<String, Fate> buy(Authority who, List<PricedName> names) {
        Map<String, Fate> fates = new LinkedHashMap<>();
        names.forEach(name -> fates.put(name.domain(), Fate.LEFT));
        askLedger(who, fates);
        if (left(fates).isEmpty()) return fates;
        Instant lookedAt = clock.instant();
        askVendor(who, fates);
        if (fates.containsValue(Fate.LOST) || left(fates).isEmpty()) return fates;

        guards.pass(who, lookedAt);
        BigDecimal amount = priceNow(who, names, fates);
        if (fates.containsValue(Fate.LOST)) {
            askAgain(who, fates);
            return fates;
        }

        List<String> batch = left(fates);
        List<Attempt> before = attempts.of(who.campaign(), who.order(), KIND);
        pace.takeCritical("buy-domains");
        Attempt attempt = door.send(
                claim(who, batch, before.size() + 1, amount),
                lookedAt,
                permit -> sender.buyDomains(permit, who.organization(), batch));
        switch (attempt.state()) {
            case CONFIRMED -> batch.forEach(name -> fates.put(name, Fate.OURS));
            case REFUSED -> refused(attempt, before);
            default -> batch.forEach(name -> fates.put(name, Fate.OPEN));
        }
        return fates;
    }

    private void askLedger(Authority who, Map<String, Fate> fates) {
        attempts.holders(KIND, who.organization(), left(fates))
                .forEach((name, holder) -> fates.put(name, fate(who, holder)));
    }

    private Fate fate(Authority who, Attempt holder) {
        if (!holder.campaign().equals(who.campaign())) return Fate.LOST;
        if (holder.state() == Attempt.State.CONFIRMED) return Fate.OURS;
        held.meetLiveClaim(holder);
        return Fate.OPEN;
    }

    /** Sending 1: the read that would find each name. */
    private void askVendor(Authority who, Map<String, Fate> fates) {
        var listed = readings.registrations(who.organization());
        for (String name : left(fates))
            listed.first(row -> Readings.name(row.domain()).equals(name))
                    .ifPresent(row -> fates.put(name, registered(who, name, row)));
        if (!listed.sure()) throw held.unsure("purchased domains");
        askLedger(who, fates);
    }

    /** A name that can't be had may be ours already: the list may have come back without it. */
    private void askAgain(Authority who, Map<String, Fate> fates) {
        var listed = readings.registrations(who.organization());
        fates.replaceAll((name, fate) -> fate != Fate.LOST
                ? fate
                : listed.first(row -> Readings.name(row.domain()).equals(name))
                        .map(row -> registered(who, name, row))
                        .orElse(Fate.LOST));
    }

    private Fate registered(Authority who, String name, Wire.Registration row) {
        List<Attempt> history = attempts.history(KIND, who.organization(), name);
        if (history.stream().anyMatch(attempt -> !attempt.campaign().equals(who.campaign()))) return Fate.LOST;
        String how = "registered already and in no order";
        if (assigned(row)) {
            Optional<String> ours = ownOrders.holding(who, row);
            if (ours.isEmpty()) return Fate.LOST;
            how = "registered already and in our order " + ours.get();
        }
        Optional<Attempt> voided = history.stream()
                .filter(attempt -> attempt.state() == Attempt.State.VOIDED)
                .findFirst();
        if (voided.isPresent()) {
            recorder.settledHappened(
                    voided.get().id(), null, Settling.READING, "it did happen: " + name + " is " + how);
            return Fate.LEFT;
        }
        int number = attempts.of(who.campaign(), who.order(), KIND).size() + 1;
        door.found(claim(who, List.of(name), number, BigDecimal.ZERO), null, how);
        return Fate.OURS;
    }

    /** Registered, in no order, and nobody here ever tried to buy them. */
    Set<String> forgotten(String organization, List<String> names) {
        return readings.registrations(organization).rows().stream()
                .filter(row -> !assigned(row))
                .map(row -> Readings.name(row.domain()))
                .filter(names::contains)
                .filter(name -> attempts.history(KIND, organization, name).isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean assigned(Wire.Registration row) {
        return row.domainId() != null && !row.domainId().isBlank();
    }

    /** Sending 2: not above the plan's, with no tolerance. */
    private BigDecimal priceNow(Authority who, List<PricedName> names, Map<String, Fate> fates) {
        Map<String, Wire.SearchRow> quotes = vendor.search(who.organization(), left(fates));
        BigDecimal amount = BigDecimal.ZERO;
        for (PricedName name : names) {
            if (fates.get(name.domain()) != Fate.LEFT) continue;
            Wire.SearchRow quote = quotes.get(name.domain());
            boolean fits = quote != null
                    && quote.available()
                    && quote.price() != null
                    && quote.price().compareTo(name.price()) <= 0;
            if (fits) amount = amount.add(quote.price());
            else fates.put(name.domain(), Fate.LOST);
        }
        return amount;
    }

    /** The text is not parsed: the names are looked up again by the caller's next try; none went, twice: a person. */
    private static void refused(Attempt attempt, List<Attempt> before) {
        boolean again = before.stream()
                .filter(earlier -> earlier.state() != Attempt.State.NOT_SENT)
                .reduce((older, newer) -> newer)
                .filter(last -> last.state() == Attempt.State.REFUSED)
                .filter(last -> last.names().equals(attempt.names()))
                .isPresent();
        if (attempt.needsPerson() || again)
            throw new NeedsPerson(
                    "the vendor refused to sell " + String.join(", ", attempt.names()) + ": " + attempt.reply());
    }

    private static Door.Claim claim(Authority who, List<String> names, int number, BigDecimal amount) {
        return new Door.Claim(
                KIND, who, names.stream().sorted().toList(), names, number, null, new Wire.Names(names), amount);
    }

    private static List<String> left(Map<String, Fate> fates) {
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue() == Fate.LEFT)
                .map(Map.Entry::getKey)
                .toList();
    }
}
