package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.scaledmail.RequestHash;
import java.math.BigDecimal;
import java.util.TreeSet;

/** JSON that a person approves: equal content is equal text, whatever the order of its names and the zeros of its amounts. */
public final class Contents {
    private Contents() {}

    /** SHA-256 in hex. */
    public static String hash(JsonNode content) {
        return RequestHash.sha256(canonical(content).toString());
    }

    /** Whether the part stands, as it is, somewhere in what was shown. A single word or number is no part. */
    static boolean holds(JsonNode shown, JsonNode part) {
        return part.isContainerNode() && !part.isEmpty() && found(canonical(shown), canonical(part));
    }

    private static boolean found(JsonNode shown, JsonNode part) {
        if (shown.equals(part)) return true;
        for (JsonNode inner : shown) if (inner.isContainerNode() && found(inner, part)) return true;
        return false;
    }

    static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> sorted.set(name, canonical(node.get(name))));
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode same = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> same.add(canonical(item)));
            return same;
        }
        if (node.isNumber()) {
            // 12, 12.0 and 12.00 are the same amount
            return DecimalNode.valueOf(
                    new BigDecimal(node.decimalValue().stripTrailingZeros().toPlainString()));
        }
        return node;
    }
}
