package io.mailwright.ledger;

import io.mailwright.simulator.Road;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The calls between the nodes and the vendor; one that has an effect may stay under way for a while. */
class Traffic implements Road {
    private static final Set<String> EFFECTS =
            Arrays.stream(Effect.values()).map(effect -> effect.call).collect(Collectors.toSet());

    record Underway(String method, String path, String body, Instant due) {}

    private final Supplier<Instant> due;
    private final List<Underway> underway = new ArrayList<>();
    private long arrived;
    private boolean hold;
    /** Whether a node is looking for what became of a call. */
    volatile boolean looking;
    /** Whether a person is saying what became of a call. */
    volatile boolean deciding;

    /** @param due when a call that is held up reaches the vendor */
    Traffic(Supplier<Instant> due) {
        this.due = due;
    }

    synchronized long arrived() {
        return arrived;
    }

    synchronized void holdNext(boolean held) {
        hold = held;
    }

    @Override
    public synchronized boolean arrives(String endpoint) {
        if (!EFFECTS.contains(endpoint)) return true;
        arrived++;
        boolean goesOn = !hold;
        hold = false;
        return goesOn;
    }

    @Override
    public synchronized void stays(String method, String path, String body) {
        underway.add(new Underway(method, path, body, due.get()));
    }

    /** Those that reach the vendor by now. */
    synchronized List<Underway> landed(Instant now) {
        List<Underway> landed =
                underway.stream().filter(call -> !call.due().isAfter(now)).toList();
        underway.removeAll(landed);
        return landed;
    }

    synchronized boolean clear() {
        return underway.isEmpty();
    }

    synchronized void beginAnew() {
        underway.clear();
        hold = false;
        looking = false;
        deciding = false;
    }
}
