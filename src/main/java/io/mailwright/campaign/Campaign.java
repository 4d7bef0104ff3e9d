package io.mailwright.campaign;

import java.util.List;
import java.util.Map;

/**
 * What a campaign file asks for; plain data, the same for the same text.
 *
 * @param name letters, digits, dashes
 * @param workspace organization name or id, or null: the configured one
 * @param tag at most 11 characters, or null
 * @param buy null when the file buys nothing
 * @param only keeps candidates, or null: all
 * @param prefer sorts candidates ascending, or null: candidate order
 * @param own domains that need no buying, in file order
 * @param prewarmed null when the file takes none
 * @param providers domains of each type, in written order
 * @param people in file order
 * @param patterns in file order; the built-in dozen when none were written; empty: the vendor makes the aliases
 * @param avoid local parts never used, lower case; a trailing {@code *} stands for any ending
 * @param redirect http(s) address, or null
 * @param photo http(s) address, or null
 * @param budget null when no line was written
 * @param schedule null when all is bought at once
 * @param sequencer or null
 * @param exports in file order; csv when none were written
 * @param coupon the vendor's, or null
 */
public record Campaign(
        String name,
        String workspace,
        String tag,
        Purchase buy,
        Rule only,
        Rule prefer,
        List<OwnedDomain> own,
        Prewarmed prewarmed,
        Map<Provider, Integer> providers,
        List<Person> people,
        List<NamePattern> patterns,
        List<String> avoid,
        String redirect,
        String photo,
        Budget budget,
        ApprovalPolicy approve,
        Schedule schedule,
        Sequencer sequencer,
        List<ExportFormat> exports,
        String coupon) {
    /** Whether it asks for pre-warmed domains and for no others: process {@code prewarmed} carries it alone. */
    public boolean prewarmedAlone() {
        return buy == null && own.isEmpty() && prewarmed != null;
    }

    /** Whether it says nothing of domains: such a file fits any order's form. */
    public boolean recipe() {
        return buy == null && own.isEmpty() && providers.isEmpty() && prewarmed == null;
    }
    /** The same under a name of its own, for these domains, of which none is to be bought. */
    public Campaign of(String ownName, List<OwnedDomain> domains, Map<Provider, Integer> types) {
        return new Campaign(
                ownName, workspace, tag, null, null, null, domains, null, types, people, patterns, avoid, redirect,
                photo, budget, approve, null, sequencer, exports, null);
    }
}
