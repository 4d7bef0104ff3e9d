package io.mailwright.campaign;

import java.util.Map;
import java.util.Set;

/** An expression over named facts, as {@code only}, {@code prefer} and {@code approve} hold. Immutable; always ends. */
public interface Rule {
    /** What a rule answers while a fact that it needs is not known yet. */
    Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "unknown";
        }
    };

    /** The text between the braces, as written. */
    String text();

    /** The names of all facts the rule mentions. */
    Set<String> facts();

    /**
     * The rule's value: Boolean, BigDecimal, String or List. A fact missing from the map is not known: logic is then
     * three-valued ({@code false && unknown} is false), and a value that depends on it is {@link #UNKNOWN}.
     *
     * @param facts name → Boolean, Number (any), String
     * @throws RuleException when the types do not fit
     */
    Object evaluate(Map<String, ?> facts);

    /** The rule as a yes or no; {@link #UNKNOWN} and everything but true is false. */
    default boolean test(Map<String, ?> facts) {
        return Boolean.TRUE.equals(evaluate(facts));
    }
}
