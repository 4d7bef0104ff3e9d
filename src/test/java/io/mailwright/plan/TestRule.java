package io.mailwright.plan;

import io.mailwright.campaign.Rule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A rule in Java: unknown while one of its facts is. */
record TestRule(String text, Set<String> facts, Function<Map<String, ?>, Object> function) implements Rule {
    static TestRule of(String text, Function<Map<String, ?>, Object> function, String... facts) {
        return new TestRule(text, Set.of(facts), function);
    }

    @Override
    public Object evaluate(Map<String, ?> known) {
        return known.keySet().containsAll(facts) ? function.apply(known) : UNKNOWN;
    }
}
