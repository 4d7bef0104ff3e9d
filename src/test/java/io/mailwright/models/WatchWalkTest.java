package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchWalkTest extends Walk {

    @Test
    void itReadsOnceAndEndsWhenNobodyWaits() {
        start("watch", "org");
        endedAt("nobodyWaits");
        assertThat(times("watcher.read org")).isEqualTo(1);
    }

    @Test
    void itSleepsBetweenLooksWhileSomebodyWaits() {
        answer("watcher.done", false, false, true);
        start("watch", "org");
        assertThat(times("watcher.read org")).isEqualTo(1);
        timer("nextLook");
        assertThat(times("watcher.read org")).isEqualTo(2);
        timer("nextLook");
        endedAt("nobodyWaits");
        assertThat(times("watcher.read org")).isEqualTo(3);
    }
}
