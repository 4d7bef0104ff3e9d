package io.mailwright.plan;

import java.util.List;

/**
 * What will happen, whole, before it costs anything. The same campaign with the same vendor answers is the same plan,
 * byte for byte.
 *
 * @param campaign the campaign's name
 * @param organization the vendor's id of the workspace
 * @param tag the file's tag, or ""
 * @param domains by slot
 * @param alternates approved substitutes in the order in which they are used
 * @param orders by number
 * @param hash SHA-256 in hex over everything else in canonical JSON; what an approval binds to
 */
public record Plan(
        String campaign,
        String organization,
        String tag,
        List<PlannedDomain> domains,
        List<Quote> alternates,
        List<PlannedOrder> orders,
        Cost cost,
        String hash) {}
