package io.mailwright.dsl;

import io.mailwright.campaign.Rule;
import java.util.Map;
import java.util.Set;

/** A rule as read: its text, the facts it mentions, and how it is worked out. Two of the same text are equal. */
record RuleExpression(String text, Set<String> facts, Term term) implements Rule {
    @Override
    public Object evaluate(Map<String, ?> known) {
        return term.of(known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleExpression rule && rule.text.equals(text) && rule.facts.equals(facts);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "{ " + text + " }";
    }
}
