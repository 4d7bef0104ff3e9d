package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Reading;
import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code only} and {@code prefer} of one campaign. */
final class NameRules {
    private static final Set<String> VENDOR_FACTS = Set.of("price", "renewal", "blacklisted");
    private static final int LONGEST_SHOWN = 80;

    private final Rule only;
    private final Rule prefer;

    NameRules(Campaign campaign) {
        only = campaign.only();
        prefer = campaign.prefer();
    }

    boolean needVendorToSort() {
        return prefer != null && prefer.facts().stream().anyMatch(VENDOR_FACTS::contains);
    }

    /** False when {@code only} refuses the name whatever the vendor says of it. */
    boolean mayKeep(Candidate candidate) {
        return mayKeep(candidate.facts());
    }

    /** False when {@code only} refuses it by what is known. */
    boolean mayKeep(Map<String, Object> facts) {
        return only == null || !Boolean.FALSE.equals(keep(facts));
    }

    boolean keeps(Candidate candidate, Quote quote) {
        return only == null || Boolean.TRUE.equals(keep(candidate.facts(quote)));
    }

    /** Ascending by {@code prefer}, then by {@code ties}; without {@code prefer} as they come. */
    <T> List<T> sorted(Collection<T> items, Function<T, Map<String, Object>> facts, Comparator<T> ties) {
        if (prefer == null) {
            return List.copyOf(items);
        }
        Map<T, Object> values = new IdentityHashMap<>();
        items.forEach(item -> values.put(item, value("prefer", prefer, facts.apply(item))));
        Comparator<T> preferred = Comparator.comparing(values::get, RuleValues.ASCENDING);
        return items.stream().sorted(preferred.thenComparing(ties)).toList();
    }

    private Object keep(Map<String, Object> facts) {
        Object value = value("only", only, facts);
        if (value instanceof Boolean || value == Rule.UNKNOWN) {
            return value;
        }
        throw new PlanRefused("'only { %s }' gives %s; it has to give true or false".formatted(shown(only), value));
    }

    private static Object value(String word, Rule rule, Map<String, Object> facts) {
        Reading.stopIfOver();
        try {
            return rule.evaluate(facts);
        } catch (RuleException e) {
            throw new PlanRefused("'%s { %s }': %s".formatted(word, shown(rule), e.getMessage()));
        }
    }

    /** One line, cut where it would fill the sentence. */
    private static String shown(Rule rule) {
        String line = rule.text().strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
