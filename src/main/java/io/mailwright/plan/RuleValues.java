package io.mailwright.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Orders what {@code prefer} may give: numbers, then false before true, then texts, then lists item by item, then what
 * is not known.
 */
final class RuleValues {
    static final Comparator<Object> ASCENDING = RuleValues::compare;

    private RuleValues() {}

    private static int compare(Object one, Object other) {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank != 0) {
            return rank;
        }
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        if (one instanceof Boolean a && other instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (one instanceof CharSequence a && other instanceof CharSequence b) {
            return a.toString().compareTo(b.toString());
        }
        return one instanceof List<?> a && other instanceof List<?> b ? compareItems(a, b) : 0;
    }

    private static int compareItems(List<?> one, List<?> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int rank(Object value) {
        if (value instanceof Number) {
            return 0;
        }
        if (value instanceof Boolean) {
            return 1;
        }
        if (value instanceof CharSequence) {
            return 2;
        }
        return value instanceof List<?> ? 3 : 4;
    }
}
