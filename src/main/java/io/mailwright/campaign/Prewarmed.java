package io.mailwright.campaign;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The {@code prewarmed} line: domains with warmed inboxes, from the vendor's stock.
 *
 * @param domains of each type, in written order; the vendor has google and outlook
 * @param maxPrice dollars once, for an item, or null: any
 */
public record Prewarmed(Map<Provider, Integer> domains, BigDecimal maxPrice) {}
