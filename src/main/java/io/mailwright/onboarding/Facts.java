package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON as the lines of a table that a person reads. */
final class Facts {
    /** @param what where it stands, e.g. {@code orders 1 · amount} */
    record Fact(String what, String value) {}

    private Facts() {}

    static List<Fact> of(JsonNode content) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "", content);
        return facts;
    }

    private static void add(List<Fact> facts, String what, JsonNode node) {
        if (node.isObject())
            node.fields().forEachRemaining(field -> add(facts, joined(what, " · ", field.getKey()), field.getValue()));
        else if (node.isArray() && simple(node)) facts.add(new Fact(what, words(node)));
        else if (node.isArray())
            for (int i = 0; i < node.size(); i++) add(facts, joined(what, " ", i + 1), node.get(i));
        else facts.add(new Fact(what, node.asText()));
    }

    private static String joined(String what, String between, Object next) {
        return what.isEmpty() ? String.valueOf(next) : what + between + next;
    }

    private static boolean simple(JsonNode list) {
        for (JsonNode item : list) if (item.isContainerNode()) return false;
        return true;
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(item -> words.add(item.asText()));
        return String.join(", ", words);
    }
}
