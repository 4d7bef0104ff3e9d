package io.mailwright.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A name that might be bought.
 *
 * @param name the label without its tld
 * @param tld without a leading dot
 * @param keyword the keyword it is made from, as written
 */
record Candidate(String name, String tld, String keyword) {
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
