package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.onboarding.HaltPoint.When;
import io.mailwright.onboarding.HaltedCampaign.Halt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Whole campaigns on a server that dies while it starts, plans, approves, claims, sends, records, settles, reads, takes a job
 * or correlates, and is started again; calls fail by chance, one of them certainly. {@code -Dhalts.seed} and {@code
 * -Dhalts.runs} choose the runs.
 */
@Tag("long")
@MortalFlowTest
class EngineHaltsTest {
    private static final int POINTS = HaltPoint.values().length;
    private static final int HALTS = 4;
    /** So many runs die at every point once, three times as many before, in and after each one's commit. */
    private static final int ROUND = (POINTS + HALTS - 1) / HALTS;

    private static final int RUNS = Integer.getInteger("halts.runs", ROUND);
    private static final long SEED = Long.getLong("halts.seed", 0);
    private static final List<String> FAULTS =
            List.of("drop-after", "500-after", "drop-before", "garbled", "503-before", "empty-body");
    private static final int ASKS_FOR_THE_CARD = 7;
    private static final List<String> EFFECTS = List.of("create-custom-order", "buy-domains", "submit-form");

    @Autowired
    Flows flows;

    @Autowired
    DataSource dataSource;

    @Autowired
    MortalNode node;

    private MortalDatabase database;

    @AfterEach
    void usual() {
        if (database.dead()) node.restart(database);
        database.revive();
        flows.usual();
        for (String noisy : List.of("io.mailwright", "org.camunda"))
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(noisy, null);
    }

    @Test
    void what_a_server_did_is_done_once_wherever_it_dies() {
        database = (MortalDatabase) dataSource;
        // it tells of every death
        for (String noisy : List.of("io.mailwright", "org.camunda"))
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(noisy, LogLevel.OFF);
        Map<Map.Entry<HaltPoint, When>, Integer> met =
                new TreeMap<>(Map.Entry.<HaltPoint, When>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        for (long seed = SEED; seed < SEED + RUNS; seed++)
            for (Halt halt : run(seed)) met.merge(Map.entry(halt.point(), halt.when()), 1, Integer::sum);
        System.out.println("Engine halts: " + RUNS + " campaigns onboarded, " + sum(met.values()) + " deaths: " + met);
        if (SEED > 0) return;
        if (RUNS >= ROUND)
            assertThat(met.keySet().stream().map(Map.Entry::getKey)).contains(HaltPoint.values());
        if (RUNS >= 3 * ROUND) assertThat(met).hasSize(3 * POINTS);
    }

    private List<Halt> run(long seed) {
        Random random = new Random(seed);
        String word = word();
        String text = file(
                word,
                List.of("google: 1, smtp: 1", "smtp: 2", "google: 1, outlook: 1")
                        .get(random.nextInt(3)),
                "buy 2",
                "budget 500");
        try {
            flows.usual();
            // the vendor's amount replaces the estimate, wherever the server dies
            flows.modes("{'orderFactor':0.8}");
            troubles(seed, random);
            return new HaltedCampaign(flows, database, node, word, text, halts(seed, random), seed).run();
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "replay: mvn test -Dtest=EngineHaltsTest -Dhalts.runs=1 -Dhalts.seed=" + seed + "\n  "
                            + halts(seed, new Random(seed)) + "\n  " + failure.getMessage(),
                    failure);
        }
    }

    private void troubles(long seed, Random random) {
        boolean card = seed % ASKS_FOR_THE_CARD == ASKS_FOR_THE_CARD - 1;
        String effect = card ? "create-custom-order" : EFFECTS.get((int) (seed % EFFECTS.size()));
        String fault = card ? "400-created" : FAULTS.get(random.nextInt(FAULTS.size()));
        flows.admin(
                "PUT",
                "faults",
                "{'rate':0.05,'seed':%1$d,'retryAfter':1,'script':[{'endpoint':'%2$s','nth':1,'fault':'429-json'},{'endpoint':'%2$s','nth':2,'fault':'%3$s'}]}"
                        .formatted(seed, effect, fault));
    }

    private static List<Halt> halts(long seed, Random random) {
        List<Halt> halts = new ArrayList<>();
        for (int i = 0; i < HALTS; i++) {
            boolean systematic = seed < 3 * ROUND;
            int point = systematic ? (int) (seed % ROUND) + i * ROUND : random.nextInt(POINTS);
            int when = systematic ? (int) (seed / ROUND + seed % ROUND + i) % 3 : random.nextInt(3);
            if (point < POINTS)
                halts.add(new Halt(
                        HaltPoint.values()[point], When.values()[when], systematic ? 1 : 1 + random.nextInt(6)));
        }
        return halts;
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
