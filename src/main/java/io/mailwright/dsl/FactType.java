package io.mailwright.dsl;

import java.util.LinkedHashMap;
import java.util.Map;

/** The types of rules, and the facts that rules are about. */
enum FactType {
    YES_OR_NO("yes or no"),
    NUMBER("a number"),
    TEXT("text"),
    LIST("a list");

    /** What {@code only} and {@code prefer} know of a name. */
    static final Map<String, FactType> OF_NAMES =
            facts(TEXT, "name tld keyword", NUMBER, "length price renewal", YES_OR_NO, "hyphenated digits blacklisted");

    /** What {@code approve} knows of a plan. */
    static final Map<String, FactType> OF_PLANS = facts(NUMBER, "total monthly domains mailboxes google smtp outlook");

    private final String words;

    FactType(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    private static Map<String, FactType> facts(Object... typesAndNames) {
        Map<String, FactType> facts = new LinkedHashMap<>();
        for (int i = 0; i < typesAndNames.length; i += 2) {
            for (String name : ((String) typesAndNames[i + 1]).split(" ")) {
                facts.put(name, (FactType) typesAndNames[i]);
            }
        }
        return facts;
    }
}
