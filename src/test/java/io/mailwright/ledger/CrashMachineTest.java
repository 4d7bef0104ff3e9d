package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Every effect, every trouble and every crash point, judged by what the simulated vendor really did (docs/money.md).
 * {@code -Dmachine.runs} and {@code -Dmachine.seed} run more or other ones, {@code -Dmachine.seconds} for longer.
 */
class CrashMachineTest {
    private static final int RUNS = Integer.getInteger("machine.runs", 600);
    private static final long SEED = Long.getLong("machine.seed", 0);
    private static final int SECONDS = Integer.getInteger("machine.seconds", 60);
    private static final int WORKERS = Integer.getInteger("machine.workers", 2);
    private static final int ENOUGH_FAILURES = 5;

    private final AtomicLong next = new AtomicLong(SEED);
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Tally tally = new Tally();

    @Test
    void nothingHappensTwiceAndEverythingEnds() throws Exception {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(WORKERS, RUNS); i++) {
            CrashMachine machine = new CrashMachine();
            workers.add(new Thread(() -> work(machine, end), "machine-" + i));
        }
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("io.mailwright", LogLevel.OFF);
        workers.forEach(Thread::start);
        for (Thread worker : workers) worker.join();
        logging.setLogLevel("io.mailwright", null);
        System.out.println(tally.write());
        assertThat(failed).isEmpty();
        tally.covers(SEED, RUNS);
    }

    private void work(CrashMachine machine, long end) {
        try (machine) {
            while (System.nanoTime() < end && failed.size() < ENOUGH_FAILURES) {
                long seed = next.getAndIncrement();
                if (seed >= SEED + RUNS) return;
                run(machine, Script.of(seed));
            }
        } catch (RuntimeException | Error broken) {
            failed.add("the machine itself broke: " + broken);
            broken.printStackTrace();
        }
    }

    private void run(CrashMachine machine, Script script) {
        Run run = new Run(machine, script);
        try {
            tally.add(script, run.go());
        } catch (RuntimeException | Error wrong) {
            String replay = "replay: mvn test -Dtest=CrashMachineTest -Dmachine.runs=1 -Dmachine.seed=" + script.seed();
            System.out.println(replay + "\n  " + script + "\n  " + wrong);
            if (RUNS == 1) wrong.printStackTrace(System.out);
            failed.add(replay + " # " + script + ": " + wrong.getMessage());
        }
    }
}
