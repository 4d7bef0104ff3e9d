package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.story.KillRound.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred campaigns under kills, in rounds: {@code mvn -Pkills verify}; docs/proof.md tells its settings. */
class KillRounds {
    private static final int ROUNDS = Integer.getInteger("kills.rounds", 20);
    private static final int CAMPAIGNS = Integer.getInteger("kills.campaigns", 5);
    private static final int KILLS = Integer.getInteger("kills.kills", 5);
    private static final int AT_A_TIME = Integer.getInteger("kills.parallel", 2);
    private static final long SEED = Long.getLong("kills.seed", 1);

    private final List<String> failures = new ArrayList<>();

    @Test
    void moneyMovesOnceAllTheSame() throws Exception {
        long start = System.nanoTime();
        ExecutorService rounds = Executors.newFixedThreadPool(AT_A_TIME);
        Figures all = Figures.none();
        try {
            List<Callable<Figures>> work = IntStream.range(0, ROUNDS)
                    .<Callable<Figures>>mapToObj(number -> () -> round(SEED + number))
                    .toList();
            for (Future<Figures> done : rounds.invokeAll(work)) all = all.plus(done.get());
        } finally {
            rounds.shutdownNow();
        }
        System.out.println("Kills: all " + ROUNDS + " rounds: " + all + ", "
                + (System.nanoTime() - start) / 1_000_000_000 + " s by the clock");
        assertThat(failures).as("rounds that failed").isEmpty();
    }

    private Figures round(long seed) {
        try {
            Figures figures = new KillRound(seed, CAMPAIGNS, KILLS).run();
            System.out.println("Kills: seed " + seed + ": " + figures);
            return figures;
        } catch (Exception | AssertionError failure) {
            String again = "mvn -Pkills verify -Dkills.seed=%d -Dkills.rounds=1 -Dkills.campaigns=%d -Dkills.kills=%d"
                    .formatted(seed, CAMPAIGNS, KILLS);
            System.out.println("Kills: seed " + seed + " FAILED, again: " + again + "\n  " + failure);
            synchronized (failures) {
                failures.add(again + ": " + failure);
            }
            return Figures.none();
        }
    }
}
