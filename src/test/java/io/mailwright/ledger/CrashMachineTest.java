package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Every effect with every trouble at every crash point, then chance; judged by what the simulated vendor really did
 * (docs/money.md). {@code -Dmachine.seed} and {@code -Dmachine.runs} choose the runs, {@code -Dmachine.seconds} ends them.
 */
class CrashMachineTest {
    private static final int RUNS = Integer.getInteger("machine.runs", 400);
    private static final Long SEED = Long.getLong("machine.seed");
    private static final int SECONDS = Integer.getInteger("machine.seconds", 180);
    private static final int WORKERS = 2;
    private static final int ENOUGH_FAILURES = 5;

    private final Iterator<Long> seeds = seeds();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Tally tally = new Tally();

    /** A set too small for everything takes a third of its runs from chance. */
    private static Iterator<Long> seeds() {
        if (SEED != null) return LongStream.range(SEED, SEED + RUNS).iterator();
        long first = RUNS < Script.systematic() ? RUNS - RUNS / 3 : Script.systematic();
        long chance = Script.systematic();
        return LongStream.concat(LongStream.range(0, first), LongStream.range(chance, chance + RUNS - first))
                .iterator();
    }

    @Test
    void nothingHappensTwiceAndEverythingEnds() throws Exception {
        List<CrashMachine> machines = new ArrayList<>();
        for (int i = 0; i < Math.min(WORKERS, RUNS); i++) machines.add(new CrashMachine());
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Thread> workers = machines.stream()
                .map(machine -> new Thread(() -> work(machine, end)))
                .toList();
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("io.mailwright", LogLevel.OFF);
        workers.forEach(Thread::start);
        for (Thread worker : workers) worker.join();
        logging.setLogLevel("io.mailwright", null);
        System.out.println(tally.write());
        assertThat(failed).isEmpty();
        tally.assertCoverage(RUNS);
    }

    private void work(CrashMachine machine, long end) {
        try (machine) {
            for (Long seed = next(); seed != null; seed = next()) {
                if (System.nanoTime() > end || failed.size() >= ENOUGH_FAILURES) return;
                run(machine, Script.of(seed));
            }
        } catch (RuntimeException | Error broken) {
            failed.add("the machine itself broke: " + broken);
        }
    }

    private Long next() {
        synchronized (seeds) {
            return seeds.hasNext() ? seeds.next() : null;
        }
    }

    private void run(CrashMachine machine, Script script) {
        try {
            tally.add(script, new Run(machine, script).go());
        } catch (RuntimeException | Error wrong) {
            String replay = "replay: mvn test -Dtest=CrashMachineTest -Dmachine.runs=1 -Dmachine.seed=" + script.seed();
            System.out.println(replay + "\n  " + script + "\n  " + wrong);
            if (RUNS == 1) wrong.printStackTrace(System.out);
            failed.add(replay);
        }
    }
}
