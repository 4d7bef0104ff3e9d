package io.mailwright.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what one long answer is about and how long it has taken; off a terminal once. */
final class Ticking implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final LiveLine live;

    Ticking(LiveLine live, String what) {
        this.live = live;
        if (!live.ink().terminal()) live.stay(what);
        clock.scheduleAtFixedRate(() -> live.show(what + "  " + live.elapsed()), 0, 250, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        live.end();
    }
}
