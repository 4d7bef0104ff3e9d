package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** One seed's run, from empty books to the end of all campaigns. */
class Run {
    private static final int MOST_STEPS = 400;
    private static final Map<String, Object> MENDED = Map.of(
            "revokedKey", false,
            "noPaymentMethod", false,
            "declined", false,
            "unpaidOrders", false,
            "lifecycle", "form");

    private final CrashMachine machine;
    private final Script script;
    private final Random random;
    final List<Course> courses = new ArrayList<>();
    private final Deque<CrashPoint> ahead;
    private CrashPoint armed = CrashPoint.NONE;
    private long arrivedAtStart;
    private boolean later;
    private boolean asleep;
    private int node;
    private int failures;
    final List<CrashPoint> struck = new ArrayList<>();
    int steps;
    int faults;
    int asked;

    Run(CrashMachine machine, Script script) {
        this.machine = machine;
        this.script = script;
        this.random = new Random(script.seed() ^ 0x5eed);
        this.ahead = new ArrayDeque<>(script.crashes());
    }

    Run go() {
        machine.beginAnew();
        List<String> free = machine.names;
        boolean buys = script.effects().get(0) == Effect.BUY;
        courses.add(course("one", List.of(free.get(0), free.get(1)), free.subList(4, 7)));
        if (script.twoCampaigns())
            courses.add(course("two", List.of(free.get(2), free.get(buys ? 1 : 3)), free.subList(7, 10)));
        Judge judge = new Judge(machine, this);
        misbehave();
        arm();
        for (; steps < MOST_STEPS && !ended(); steps++) {
            if (script.restless()) stir();
            List<Course> open =
                    courses.stream().filter(course -> !course.done()).toList();
            if (open.isEmpty()) machine.pass(Duration.ofSeconds(5));
            else turn(open.get(random.nextInt(open.size())), machine.nodes.get(node));
            Books.check(machine.sql);
        }
        machine.database.haltWhen(event -> false);
        countFaults();
        assertThat(ended()).as("ends; left to do: %s", left()).isTrue();
        judge.check(script);
        return this;
    }

    private boolean ended() {
        return courses.stream().allMatch(Course::done) && machine.traffic.clear();
    }

    private String left() {
        return courses.stream()
                .map(course ->
                        course.left + " " + machine.nodes.get(0).ledger.openOf(course.who.campaign()) + " " + lastWord)
                .toList()
                .toString();
    }

    private Course course(String id, List<String> names, List<String> alternates) {
        Authority who = Bench.approved(
                machine.nodes.get(0),
                Bench.planned(machine.sql, machine.clocks.get(0), id, CrashMachine.ORGANIZATION),
                "1000");
        Course course = new Course(who, script.effects(), names, alternates);
        script.effects().get(0).prepare(machine, course);
        return course;
    }

    private void misbehave() {
        if (script.restless()) machine.underway(Duration.ofSeconds(random.nextInt(60)));
        arrivedAtStart = machine.traffic.arrived();
        machine.faults(script.trouble().faults());
        machine.modes(script.trouble().modes());
    }

    /** The reads that look for the effect begin to fail. */
    private void misbehaveLater() {
        later = true;
        if (!script.trouble().laterFaults().isEmpty()) {
            countFaults();
            machine.faults(script.trouble().laterFaults());
        }
        if (!script.trouble().laterModes().isEmpty())
            machine.modes(script.trouble().laterModes());
    }

    private void countFaults() {
        JsonNode plan = machine.get("faults");
        for (JsonNode item : plan.path("script")) {
            int calls = plan.path("calls").path(item.path("endpoint").asText()).asInt();
            faults += Math.min(calls, item.path("times").asInt());
        }
    }

    /** The next crash point, if there is one. */
    private void arm() {
        armed = ahead.isEmpty() ? CrashPoint.NONE : ahead.poll();
        machine.traffic.holdNext(armed == CrashPoint.AFTER_THE_FIRST_BYTE);
        Predicate<String> here = armed.watch(machine.traffic, random);
        machine.database.haltWhen(event -> !asleep && here.test(event) && strikes());
    }

    /** @return whether the node dies; one that sleeps goes on here when the other one has finished */
    private boolean strikes() {
        struck.add(armed);
        if (!armed.sleeps()) return true;
        asleep = true;
        Engine awake = machine.nodes.get(1 - node);
        CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 40 && !courses.stream().allMatch(Course::done); i++, steps++)
                        for (Course course : courses) if (!course.done()) turn(course, awake);
                })
                .join();
        asleep = false;
        arm();
        return false;
    }

    /** Work moves to the other node, or somebody sets a node's clock. */
    private void stir() {
        if (random.nextInt(4) == 0) node = random.nextInt(2);
        if (random.nextInt(10) == 0)
            machine.clocks.get(random.nextInt(2)).set(Duration.ofSeconds(random.nextInt(-3_600, 3_600)));
    }

    private String lastWord = "";

    private void turn(Course course, Engine on) {
        TestClock clock = machine.clocks.get(machine.nodes.indexOf(on));
        if (!later && machine.traffic.arrived() > arrivedAtStart) misbehaveLater();
        try {
            step(course, on, clock);
        } catch (TryAgainAt early) {
            lastWord = early.getMessage();
            reach(clock, early.time());
        } catch (NeedsPerson person) {
            lastWord = person.getMessage();
            asked++;
            assertThat(person.getMessage()).as("what a person is told").isNotBlank();
            mend();
            machine.pass(Duration.ofSeconds(30));
        } catch (VendorException failed) {
            lastWord = failed.getMessage();
            if (++failures % 3 == 0) mend();
            machine.pass(Duration.ofSeconds(30));
        } catch (Halt dead) {
            lastWord = "died " + armed;
            node = 1 - node;
            machine.traffic.looking = false;
            if (armed == CrashPoint.RESTORED_AFTER_RECORDING) restore();
            arm();
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
        try {
            on.settling.decide(attempt.id(), happened, "ann");
        } catch (IllegalStateException early) {
            assertThat(early).hasMessageContaining("decide after");
            machine.pass(Duration.ofMinutes(1));
        }
    }

    private void reach(TestClock clock, Instant time) {
        Duration wait = Duration.between(clock.instant(), time);
        Duration least = Duration.ofSeconds(2);
        Duration most = Duration.ofHours(1);
        machine.pass(wait.compareTo(least) < 0 ? least : wait.compareTo(most) > 0 ? most : wait);
    }

    /** A person puts right what is in the way: the card, the key, an order that was not paid. */
    private void mend() {
        machine.modes(MENDED);
        pay();
    }

    void pay() {
        for (JsonNode order : machine.books().at("/orders"))
            if (!order.path("paid").asBoolean())
                machine.manage("web-order/" + order.path("id").asText() + "/pay", "{}");
    }
}
