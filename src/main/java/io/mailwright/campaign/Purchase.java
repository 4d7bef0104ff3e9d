package io.mailwright.campaign;

import java.math.BigDecimal;
import java.util.List;

/**
 * The {@code buy} line: how many names, and from what they are made.
 *
 * @param count names wanted, at least 1
 * @param keywords at least one; spaces inside vanish in names
 * @param tlds without a leading dot
 * @param maxPrice dollars for a name's first year, or null: any
 */
public record Purchase(
        int count,
        List<String> keywords,
        List<String> prefixes,
        List<String> suffixes,
        List<String> tlds,
        BigDecimal maxPrice) {
    /** Names that may be made of the lists, at most. */
    public static final int MOST_NAMES = 100_000;

    /** How many names the lists make: keywords × (bare, prefixes, suffixes) × tlds. */
    public long names() {
        return (long) keywords.size() * (1L + prefixes.size() + suffixes.size()) * tlds.size();
    }

    /** The same names to choose from, for another number of them. */
    Purchase with(int other) {
        return new Purchase(other, keywords, prefixes, suffixes, tlds, maxPrice);
    }
}
