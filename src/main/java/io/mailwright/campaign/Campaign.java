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
 * @param own domains that are registered at the vendor already, lower case, in file order
 * @param providers domains of each type, in written order
 * @param people in file order, at least one
 * @param patterns in file order; the built-in dozen when none were written
 * @param avoid local parts never used, lower case; a trailing {@code *} stands for any ending
 * @param redirect http(s) address, or null
 * @param photo http(s) address, or null
 * @param budget null when no line was written
 */
public record Campaign(
        String name,
        String workspace,
        String tag,
        Purchase buy,
        Rule only,
        Rule prefer,
        List<String> own,
        Map<Provider, Integer> providers,
        List<Person> people,
        List<NamePattern> patterns,
        List<String> avoid,
        String redirect,
        String photo,
        Budget budget,
        ApprovalPolicy approve) {}
