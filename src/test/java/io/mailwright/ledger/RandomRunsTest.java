package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Campaigns against a vendor that fails, lags and forgets rows, on nodes that die; what the vendor really did is the
 * judge. {@code -Dledger.runs=…} and {@code -Dledger.seed=…} run more or other ones.
 */
class RandomRunsTest {
    private static final int RUNS = Integer.getInteger("ledger.runs", 300);
    private static final long SEED = Long.getLong("ledger.seed", 1);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("ledger.seconds", 45));

    @Test
    void nothingHappensTwiceAndEverythingEnds() {
        long end = System.nanoTime() + TIME.toNanos();
        int runs = 0;
        int faults = 0;
        int halts = 0;
        try (Bench bench = new Bench(Database.H2)) {
            Engine[] nodes = {bench.engine, bench.another()};
            for (long seed = SEED; seed < SEED + RUNS && System.nanoTime() < end; seed++, runs++) {
                Random random = new Random(seed);
                bench.forget();
                bench.vendor.lag = Duration.ofSeconds(new int[] {0, 0, 5, 60, 500}[random.nextInt(5)]);
                Operator one = operator(bench, "one" + seed, seed, () -> nodes[random.nextInt(2)]);
                Operator two = operator(bench, "two" + seed, seed, () -> nodes[random.nextInt(2)]);
                for (int step = 0; step < 600 && !(one.done && two.done); step++) {
                    bench.vendor.hidden.clear();
                    if (random.nextInt(8) == 0) hideOne(bench, random);
                    if (step < 60 && random.nextInt(3) == 0) {
                        bench.vendor.fail(Fault.values()[random.nextInt(Fault.values().length)]);
                        faults++;
                    }
                    Operator who = random.nextBoolean() ? one : two;
                    if (who.done) continue;
                    boolean halt = step < 60 && random.nextInt(4) == 0;
                    if (halt) bench.database.haltAt(1 + random.nextInt(60));
                    who.step();
                    bench.database.haltWhen(any -> false);
                    if (who.died) halts++;
                    who.died = false;
                    Books.check(bench);
                }
                bench.vendor.hidden.clear();
                assertThat(bench.vendor.duplicates).as("seed " + seed).isEmpty();
                assertThat(one.done && two.done)
                        .as("seed " + seed + " ends; " + one.asked + "; " + two.asked)
                        .isTrue();
            }
        }
        System.out.printf("%d runs, %d faults, %d halts%n", runs, faults, halts);
        assertThat(runs).isGreaterThan(20);
    }

    private static Operator operator(Bench bench, String id, long seed, Supplier<Engine> nextNode) {
        Authority who = bench.campaign(id);
        String[] names = {id + "-a.com", id + "-b.com", "shared" + seed + ".com"};
        return new Operator(bench, who, attempt -> happened(bench, attempt), nextNode, names);
    }

    private static boolean happened(Bench bench, Attempt attempt) {
        return switch (attempt.kind()) {
            case BUY_DOMAINS -> bench.vendor.registered.keySet().containsAll(attempt.names());
            case SUBMIT_FORM ->
                bench.vendor.orders.stream()
                        .anyMatch(order -> order.names.equals(attempt.names()) && order.submittedAt != null);
            default ->
                bench.vendor.orders.stream().anyMatch(order -> attempt.tag().equals(order.tag));
        };
    }

    private static void hideOne(Bench bench, Random random) {
        List<String> names = List.copyOf(bench.vendor.registered.keySet());
        if (!names.isEmpty()) bench.vendor.hidden.add(names.get(random.nextInt(names.size())));
        if (!bench.vendor.orders.isEmpty() && random.nextBoolean()) {
            Vendor.Order order = bench.vendor.orders.get(random.nextInt(bench.vendor.orders.size()));
            bench.vendor.hidden.add(random.nextBoolean() ? order.id : order.uuid);
        }
    }
}
