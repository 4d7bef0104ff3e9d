package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a set of runs went through; kept in {@code target/crash-machine.txt}. */
class Tally {
    private static final Path FILE = Path.of("target", "crash-machine.txt");

    /** So many runs have something of everything. */
    private static final int ENOUGH = 150;

    private final long start = System.nanoTime();
    private final Map<CrashPoint, Map<Effect, Integer>> struck = new EnumMap<>(CrashPoint.class);
    private final Set<String> missed = new TreeSet<>();
    private int runs;
    private int steps;
    private int faults;
    private int crashes;
    private int asked;

    synchronized void add(Script script, Run run) {
        runs++;
        steps += run.steps;
        faults += run.faults();
        crashes += run.struck().size();
        asked += run.asked;
        for (CrashPoint point : run.struck())
            script.effects()
                    .forEach(effect -> struck.computeIfAbsent(point, any -> new EnumMap<>(Effect.class))
                            .merge(effect, 1, Integer::sum));
        if (script.seed() < Script.systematic())
            for (CrashPoint point : script.crashes())
                if (point != CrashPoint.NONE && !run.struck().contains(point))
                    missed.add(point + " " + script.effects() + " "
                            + script.trouble().name() + " " + script.seed());
    }

    /** Each effect met each crash point; and when everything was gone through, each crash struck. */
    synchronized void assertCoverage(int wanted) {
        if (wanted < ENOUGH) return;
        assertThat(runs)
                .as("runs in the time there was")
                .isGreaterThanOrEqualTo(wanted < Script.systematic() ? ENOUGH : wanted);
        for (CrashPoint point : CrashPoint.values())
            if (point != CrashPoint.NONE)
                assertThat(struck.getOrDefault(point, Map.of()).keySet())
                        .as(point.name())
                        .containsExactlyInAnyOrder(Effect.values());
        assertThat(missed).as("crash points that were not met").isEmpty();
    }

    synchronized String write() throws IOException {
        StringBuilder text = new StringBuilder(
                "%d runs (%d combinations), %d steps, %d faults, %d crashes, %d times a person was asked, %d seconds%n%n"
                        .formatted(
                                runs,
                                Script.systematic(),
                                steps,
                                faults,
                                crashes,
                                asked,
                                (System.nanoTime() - start) / 1_000_000_000));
        text.append("%-32s".formatted("crash point"));
        for (Effect effect : Effect.values()) text.append("%10s".formatted(effect));
        struck.forEach((point, counts) -> {
            text.append("%n%-32s".formatted(point));
            for (Effect effect : Effect.values()) text.append("%10d".formatted(counts.getOrDefault(effect, 0)));
        });
        text.append("\n");
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
        return text.toString();
    }
}
