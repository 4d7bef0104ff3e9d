package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Right answers in a shape no page promises: rows in another order, fields and values that are new (section 6.2). */
final class Quirks {
    private static final Map<String, String> NEW_VALUES = Map.of(
            "In Progress", "Awaiting DNS", "taken", "reserved", "package-subscription", "package-subscription-v2");

    private Quirks() {}

    /** @param call its number, so that no two lists are shuffled alike */
    static Reply of(Reply own, Modes modes, long call) {
        boolean usualOrder = modes.listOrder() == Modes.ListOrder.usual;
        if (own.status() != 200 || usualOrder && !modes.unknownFields() && !modes.unknownValues()) {
            return own;
        }
        try {
            JsonNode json = StateFile.JSON.readTree(own.body());
            if (!usualOrder) {
                arrange(json, modes.listOrder(), call);
                json.forEach(field -> arrange(field, modes.listOrder(), call));
            }
            change(json, modes);
            return Reply.json(200, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void arrange(JsonNode list, Modes.ListOrder order, long call) {
        if (list instanceof ArrayNode rows) {
            List<JsonNode> moved = new ArrayList<>();
            rows.forEach(moved::add);
            if (order == Modes.ListOrder.reversed) {
                Collections.reverse(moved);
            } else {
                Collections.shuffle(moved, new Random(call));
            }
            rows.removeAll().addAll(moved);
        }
    }

    private static void change(JsonNode node, Modes modes) {
        node.forEach(child -> change(child, modes));
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        if (modes.unknownValues()) {
            renew(object, "status");
            renew(object, "type");
            if (object.has("amount") && object.path("status").asText().equals("Active")) {
                object.put("status", "Trialing");
            }
        }
        if (modes.unknownFields()) {
            object.putObject("beta").put("score", 0.5).putArray("flags").add("new");
            object.putNull("beta_note");
        }
    }

    private static void renew(ObjectNode object, String field) {
        String value = NEW_VALUES.get(object.path(field).asText());
        if (value != null) {
            object.put(field, value);
        }
    }
}
