package io.mailwright.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A run's crash points, one armed after the other. */
class Crashes {
    private final CrashMachine machine;
    private final Deque<CrashPoint> ahead;
    private final Random random;
    private final Runnable othersGoOn;
    private CrashPoint armed = CrashPoint.NONE;
    private boolean asleep;
    final List<CrashPoint> struck = new ArrayList<>();

    /** @param othersGoOn what happens while a node sleeps */
    Crashes(CrashMachine machine, List<CrashPoint> points, Random random, Runnable othersGoOn) {
        this.machine = machine;
        this.ahead = new ArrayDeque<>(points);
        this.random = random;
        this.othersGoOn = othersGoOn;
    }

    /** The next one, if there is one. */
    void arm() {
        armed = ahead.isEmpty() ? CrashPoint.NONE : ahead.poll();
        machine.traffic.holdNext(armed == CrashPoint.AFTER_THE_FIRST_BYTE);
        Predicate<String> here = armed.watch(machine.traffic, random);
        machine.database.haltWhen(event -> !asleep && here.test(event) && strikes());
    }

    void disarm() {
        machine.database.haltWhen(event -> false);
    }

    /** Where the node died. */
    CrashPoint last() {
        return armed;
    }

    /** @return whether the node dies; one that sleeps goes on here when the others have gone on without it */
    private boolean strikes() {
        struck.add(armed);
        if (!armed.sleeps()) return true;
        asleep = true;
        CompletableFuture.runAsync(othersGoOn).join();
        asleep = false;
        arm();
        return false;
    }
}
