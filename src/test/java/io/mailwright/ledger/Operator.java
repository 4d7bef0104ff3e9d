package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Carries one campaign from its names to its form as the processes do; after a halt it comes back on a new node. */
class Operator {
    /** @param truth what a person answers who looked at the vendor's web app */
    interface Person {
        boolean happened(Attempt attempt);
    }

    private final Bench bench;
    private final Authority who;
    private final Person person;
    final List<String> names;
    private final Supplier<Engine> nextNode;
    Engine engine;
    boolean died;
    boolean done;
    /** Why a person had to act, if one had to. */
    String asked;

    Operator(Bench bench, Authority who, Person person, String... names) {
        this(bench, who, person, bench::another, names);
    }

    /** @param nextNode where it goes on after a halt */
    Operator(Bench bench, Authority who, Person person, Supplier<Engine> nextNode, String... names) {
        this.nextNode = nextNode;
        this.bench = bench;
        this.who = who;
        this.person = person;
        this.names = new ArrayList<>(List.of(names));
        this.engine = bench.engine;
    }

    /** Goes on until it is done or, without somebody to answer, a person is asked. */
    void run() {
        for (int i = 0; i < 400 && !done && (asked == null || person != null); i++) step();
        if (!done && asked == null) throw new AssertionError("goes round in circles: " + names);
    }

    void step() {
        try {
            if (!settled()) return;
            done = bought() && ordered() && submitted();
        } catch (TryAgainAt early) {
            bench.clock.pass(Duration.ofSeconds(3));
        } catch (NeedsPerson person) {
            asked = person.getMessage();
            bench.clock.pass(Duration.ofSeconds(30));
        } catch (VendorException | Halt dead) {
            died = true;
            engine = nextNode.get();
        }
    }

    /** Everything that was sent has a known end. */
    private boolean settled() {
        List<Attempt> open = engine.ledger.openOf(who.campaign());
        for (Attempt attempt : open) {
            bench.clock.reach(engine.settling.nextLook(attempt.id()));
            engine.settling.look(attempt.id());
            Attempt now = engine.settling.find(attempt.id()).orElseThrow();
            if (!now.open() || !now.needsPerson()) continue;
            asked = now.vendorShows();
            if (person != null) engine.settling.decide(now.id(), person.happened(now), "ann");
        }
        return engine.ledger.openOf(who.campaign()).isEmpty();
    }

    private boolean bought() {
        var fates = Bench.buy(engine, who, names.toArray(String[]::new));
        names.removeIf(name -> fates.get(name) == Fate.LOST);
        return fates.values().stream().allMatch(fate -> fate == Fate.OURS);
    }

    private boolean ordered() {
        return Bench.order(engine, who, names.toArray(String[]::new)).outcome() == Outcome.DONE;
    }

    private boolean submitted() {
        String uuid = engine.readings.forms(Bench.ORGANIZATION).rows().stream()
                .filter(form -> Readings.names(form).equals(java.util.Set.copyOf(names)))
                .map(form -> form.uuid())
                .findFirst()
                .orElse(null);
        List<Vendor.Order> orders;
        synchronized (bench.vendor) {
            orders = List.copyOf(bench.vendor.orders);
        }
        Vendor.Order order = orders.stream()
                .filter(candidate -> candidate.names.equals(names))
                .findFirst()
                .orElse(null);
        if (order == null || uuid == null && order.submittedAt == null) {
            bench.clock.pass(Duration.ofSeconds(30));
            return false;
        }
        return Bench.submit(engine, who, order).outcome() == Outcome.DONE;
    }
}
