package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One seed's run, from empty books to the end of all campaigns. */
class Run {
    private static final int MOST_STEPS = 400;
    private static final int STEPS_WHILE_ASLEEP = 40;

    private final CrashMachine machine;
    private final Script script;
    private final Random random;
    private final Crashes crashes;
    private Misbehaviour vendor;
    private int node;
    private int failures;
    private String lastWord = "";

    final List<Course> courses = new ArrayList<>();
    int steps;
    int asked;

    Run(CrashMachine machine, Script script) {
        this.machine = machine;
        this.script = script;
        this.random = new Random(script.seed() ^ 0x5eed);
        this.crashes = new Crashes(machine, script.crashes(), random, this::withoutTheSleeper);
    }

    Run go() {
        machine.beginAnew();
        List<String> free = machine.names;
        boolean shares = script.effects().get(0) == Effect.BUY;
        add("one", List.of(free.get(0), free.get(1)), free.subList(4, 7));
        if (script.twoCampaigns()) add("two", List.of(free.get(2), free.get(shares ? 1 : 3)), free.subList(7, 10));
        Judge judge = new Judge(machine, this);
        if (script.restless()) machine.underway(Duration.ofSeconds(random.nextInt(60)));
        vendor = new Misbehaviour(machine, script.trouble());
        crashes.arm();
        for (; steps < MOST_STEPS && !ended(); steps++) {
            if (script.restless()) stir();
            List<Course> open = open();
            if (open.isEmpty()) machine.pass(Duration.ofSeconds(5));
            else turn(open.get(random.nextInt(open.size())), machine.nodes.get(node));
            Books.check(machine.sql);
        }
        crashes.disarm();
        vendor.end();
        assertThat(ended()).as("ends; left to do: %s", left()).isTrue();
        vendor.pay();
        judge.check(script);
        return this;
    }

    List<CrashPoint> struck() {
        return crashes.struck;
    }

    int faults() {
        return vendor.faults;
    }

    private void add(String id, List<String> names, List<String> alternates) {
        Authority who = Bench.approved(
                machine.nodes.get(0),
                Bench.planned(machine.sql, machine.clocks.get(0), id, CrashMachine.ORGANIZATION),
                "1000");
        Course course = new Course(who, script.effects(), names, alternates);
        script.effects().get(0).prepare(machine, course);
        courses.add(course);
    }

    private List<Course> open() {
        return courses.stream().filter(course -> !course.done()).toList();
    }

    private boolean ended() {
        return open().isEmpty() && machine.traffic.clear();
    }

    private String left() {
        return open().stream()
                        .map(course ->
                                course.left + " " + machine.nodes.get(0).ledger.openOf(course.who.campaign()))
                        .toList()
                + ", last heard: " + lastWord;
    }

    private void withoutTheSleeper() {
        Engine awake = machine.nodes.get(1 - node);
        for (int i = 0; i < STEPS_WHILE_ASLEEP && !open().isEmpty(); i++, steps++)
            for (Course course : open()) turn(course, awake);
    }

    /** Work moves to the other node, or somebody sets a node's clock. */
    private void stir() {
        if (random.nextInt(4) == 0) node = random.nextInt(2);
        if (random.nextInt(10) == 0)
            machine.clocks.get(random.nextInt(2)).set(Duration.ofSeconds(random.nextInt(-3_600, 3_600)));
    }

    private void turn(Course course, Engine on) {
        TestClock clock = machine.clocks.get(machine.nodes.indexOf(on));
        vendor.goOn();
        try {
            step(course, on, clock);
        } catch (TryAgainAt early) {
            lastWord = early.getMessage();
            reach(clock, early.time());
        } catch (NeedsPerson person) {
            lastWord = person.getMessage();
            asked++;
            assertThat(lastWord).as("what a person is told").isNotBlank();
            vendor.mend();
            machine.pass(Duration.ofSeconds(30));
        } catch (VendorException failed) {
            lastWord = failed.getMessage();
            if (++failures % 3 == 0) vendor.mend();
            machine.pass(Duration.ofSeconds(30));
        } catch (Halt dead) {
            lastWord = "died " + crashes.last();
            node = 1 - node;
            machine.traffic.looking = false;
            machine.traffic.deciding = false;
            if (crashes.last() == CrashPoint.RESTORED_AFTER_RECORDING) restore();
            crashes.arm();
        }
    }

    private void restore() {
        machine.restore();
        courses.forEach(Course::restored);
        machine.pass(Duration.ofMinutes(30));
    }

    private void step(Course course, Engine on, TestClock clock) {
        for (Attempt open : on.ledger.openOf(course.who.campaign())) settle(open, on, clock);
        if (course.done() || !on.ledger.openOf(course.who.campaign()).isEmpty()) return;
        Effect next = course.left.get(0);
        if (next.step(machine, course, on)) course.left.remove(next);
    }

    private void settle(Attempt open, Engine on, TestClock clock) {
        reach(clock, on.settling.nextLook(open.id()));
        machine.traffic.looking = true;
        on.settling.look(open.id());
        machine.traffic.looking = false;
        Attempt now = on.settling.find(open.id()).orElseThrow();
        if (!now.open() || !now.needsPerson()) return;
        asked++;
        assertThat(now.vendorShows()).as("the facts for %s", now).isNotBlank();
        decide(now, on);
    }

    /** A person looks into the vendor's own books; one who does so too early is told to wait. */
    private void decide(Attempt attempt, Engine on) {
        boolean happened = Effect.of(attempt.kind()).happened(attempt, machine.books());
        machine.traffic.deciding = true;
        try {
            on.settling.decide(attempt.id(), happened, "ann");
        } catch (IllegalStateException early) {
            assertThat(early).hasMessageContaining("decide after");
            machine.pass(Duration.ofMinutes(1));
        }
        machine.traffic.deciding = false;
    }

    private void reach(TestClock clock, Instant time) {
        Duration wait = Duration.between(clock.instant(), time);
        Duration least = Duration.ofSeconds(2);
        Duration most = Duration.ofHours(1);
        machine.pass(wait.compareTo(least) < 0 ? least : wait.compareTo(most) > 0 ? most : wait);
    }
}
