package io.mailwright.plan;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name that might be bought.
 *
 * @param name the label without its tld
 * @param tld without a leading dot
 * @param keyword the keyword it is made from, as written
 */
record Candidate(String name, String tld, String keyword) {
    private static final Pattern LABEL = Pattern.compile("(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TLD = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*" + "(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

    /** A part of a name as the name holds it: without spaces, lower case. */
    static String joined(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** As the file writes it, with a leading dot or without. */
    static String tld(String written) {
        String lower = joined(written);
        return lower.startsWith(".") ? lower.substring(1) : lower;
    }

    static boolean legalLabel(String label) {
        return LABEL.matcher(label).matches();
    }

    /** Whether it is a host name. */
    boolean legal() {
        return domain().length() <= 253 && legalLabel(name) && TLD.matcher(tld).matches();
    }

    String domain() {
        return name + "." + tld;
    }

    /** What is known of it before the vendor is asked. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("tld", tld);
        facts.put("keyword", keyword);
        facts.put("length", name.length());
        facts.put("hyphenated", name.indexOf('-') >= 0);
        facts.put("digits", name.chars().anyMatch(c -> c >= '0' && c <= '9'));
        return facts;
    }

    /** The same with what the vendor said; what it did not say stays unknown. */
    Map<String, Object> facts(Quote quote) {
        Map<String, Object> facts = facts();
        facts.put("blacklisted", quote.blacklisted());
        if (quote.price() != null) {
            facts.put("price", quote.price());
        }
        if (quote.renewal() != null) {
            facts.put("renewal", quote.renewal());
        }
        return facts;
    }
}
