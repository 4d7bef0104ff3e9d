package io.mailwright.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a seed stands for: first, in a mixed order, every effect with every trouble at every crash point; then chance.
 *
 * @param effects done one after the other
 * @param crashes one after the other, the next one armed when the last has struck
 * @param restless nodes and clocks change at random
 */
record Script(
        long seed,
        List<Effect> effects,
        Trouble trouble,
        List<CrashPoint> crashes,
        boolean twoCampaigns,
        boolean restless) {
    private static final List<List<Effect>> CHAINS = List.of(
            List.of(Effect.BUY),
            List.of(Effect.ORDER),
            List.of(Effect.FORM),
            List.of(Effect.PACKAGE),
            List.of(Effect.PREWARMED),
            List.of(Effect.CANCEL),
            List.of(Effect.BUY, Effect.PACKAGE),
            List.of(Effect.BUY, Effect.ORDER),
            List.of(Effect.ORDER, Effect.FORM),
            List.of(Effect.BUY, Effect.ORDER, Effect.FORM));

    private record Combination(Effect effect, Trouble trouble, CrashPoint crash) {}

    private static final List<Combination> ALL = all();

    /** Each effect at each crash point, so that a small set too has something of everything. */
    private static final List<Combination> FIRST =
            ALL.stream().filter(at -> at.trouble == Trouble.NONE).toList();

    private static final List<Combination> REST =
            ALL.stream().filter(at -> at.trouble != Trouble.NONE).toList();

    /** How many seeds, from 0, go through everything once. */
    static int systematic() {
        return ALL.size();
    }

    static Script of(long seed) {
        if (seed >= ALL.size()) return byChance(seed);
        // prime, so that a few hundred seeds already have something of every trouble
        Combination at = seed < FIRST.size()
                ? FIRST.get((int) seed)
                : REST.get((int) ((seed - FIRST.size()) * 7_919 % REST.size()));
        List<CrashPoint> crashes =
                at.crash.settles() ? List.of(CrashPoint.AFTER_THE_REPLY, at.crash) : crashes(List.of(at.crash));
        return new Script(seed, List.of(at.effect), at.trouble, crashes, false, false);
    }

    private static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Effect effect : Effect.values())
            for (Trouble trouble : Trouble.of(effect))
                for (CrashPoint crash : CrashPoint.values())
                    if (bearable(trouble, crash)) all.add(new Combination(effect, trouble, crash));
        return all;
    }

    private static Script byChance(long seed) {
        Random random = new Random(seed);
        List<Effect> effects = CHAINS.get(random.nextInt(CHAINS.size()));
        Trouble trouble = Trouble.NONE;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            List<Trouble> some = Trouble.of(effects.get(random.nextInt(effects.size())));
            trouble = trouble.with(some.get(random.nextInt(some.size())));
        }
        List<CrashPoint> crashes = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--)
            crashes.add(CrashPoint.values()[random.nextInt(CrashPoint.values().length)]);
        Trouble whole = trouble;
        crashes.removeIf(crash -> !bearable(whole, crash));
        return new Script(seed, effects, trouble, crashes(crashes), random.nextBoolean(), true);
    }

    /** A restored ledger remembers nothing by which it could doubt a list that lies more than once. */
    private static boolean bearable(Trouble trouble, CrashPoint crash) {
        return crash != CrashPoint.RESTORED_AFTER_RECORDING || !trouble.lies();
    }

    private static List<CrashPoint> crashes(List<CrashPoint> points) {
        return points.stream().filter(point -> point != CrashPoint.NONE).toList();
    }

    @Override
    public String toString() {
        return effects + " with " + trouble.name() + ", dies " + crashes + (twoCampaigns ? ", two campaigns" : "");
    }
}
