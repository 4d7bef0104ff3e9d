package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Which calls go wrong. The script comes first; what it leaves alone is left to chance.
 *
 * @param rate chance of each call, 0 to 1
 * @param seed the same seed and the same calls give the same faults
 * @param kinds what chance may choose among; empty: what suits the call and needs nobody's help
 * @param hang real time for which hang-* holds the connection before it is dropped
 * @param retryAfter seconds from now that 429-json asks for
 */
record FaultPlan(double rate, long seed, List<Fault> kinds, List<Item> script, Duration hang, int retryAfter) {
    private static final String ANY = "*";
    private static final String BY_CHANCE = "by chance";
    private static final Duration USUAL_HANG = Duration.ofSeconds(25);

    FaultPlan {
        kinds = kinds == null ? List.of() : kinds;
        script = script == null ? List.of() : script;
        hang = hang == null ? USUAL_HANG : hang;
        retryAfter = retryAfter == 0 ? 2 : retryAfter;
        if (rate < 0 || rate > 1) {
            throw Rejected.because("rate must be between 0 and 1");
        }
    }

    /**
     * @param endpoint as {@link Endpoint} names it, or {@code *}
     * @param nth the first call it strikes, 1 (the default) being the next one
     * @param times how many calls in a row, 1 by default, -1 for all
     * @param lasting in place of {@code times}: real time, from the first call it strikes
     */
    record Item(
            String endpoint,
            int nth,
            Fault fault,
            int times,
            @JsonProperty("for") Duration lasting) {
        Item {
            nth = nth == 0 ? 1 : nth;
            times = lasting != null ? -1 : times == 0 ? 1 : times;
            if (fault == null) {
                throw Rejected.because("script: fault is required");
            }
            if (endpoint == null || !endpoint.equals(ANY) && !Endpoint.known(endpoint)) {
                throw Rejected.because("script: endpoint " + endpoint + " is not known");
            }
            if (!endpoint.equals(ANY) && !fault.suits(endpoint)) {
                throw Rejected.because("script: fault " + fault.word() + " does not suit " + endpoint);
            }
        }

        boolean strikes(String called, long count) {
            return (endpoint.equals(ANY) || endpoint.equals(called))
                    && fault.suits(called)
                    && count >= nth
                    && (times < 0 || count < (long) nth + times);
        }

        private boolean lasts(String since, Map<String, Long> counts) {
            long now = System.currentTimeMillis();
            return lasting == null || now < counts.computeIfAbsent(since, key -> now) + lasting.toMillis();
        }
    }

    static FaultPlan none() {
        return new FaultPlan(0, 0, List.of(), List.of(), USUAL_HANG, 0);
    }

    /** The fault of the next call, or null; counts the call. */
    Fault next(String endpoint, Map<String, Long> counts) {
        long ofEndpoint = counts.merge(endpoint, 1L, Long::sum);
        long ofAll = counts.merge(ANY, 1L, Long::sum);
        for (int i = 0; i < script.size(); i++) {
            Item item = script.get(i);
            if (item.strikes(endpoint, item.endpoint().equals(ANY) ? ofAll : ofEndpoint)
                    && item.lasts("script[" + i + "] since", counts)) {
                return item.fault();
            }
        }
        if (rate == 0) {
            return null;
        }
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + counts.merge(BY_CHANCE, 1L, Long::sum));
        if (chance.nextDouble() >= rate) {
            return null;
        }
        List<Fault> suited = (kinds.isEmpty()
                        ? Arrays.stream(Fault.values()).filter(fault -> fault.byChance)
                        : kinds.stream())
                .filter(fault -> fault.suits(endpoint))
                .toList();
        return suited.isEmpty() ? null : suited.get(chance.nextInt(suited.size()));
    }
}
