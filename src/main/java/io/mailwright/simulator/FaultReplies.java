package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a client sees of a fault. */
final class FaultReplies {
    private FaultReplies() {}

    /** @param own what the endpoint would have answered; null with a fault before the effect */
    static Reply of(Fault fault, FaultPlan plan, Reply own) {
        return switch (fault) {
            case DROP_BEFORE, DROP_AFTER -> Reply.dropped(Duration.ZERO);
            case HANG_BEFORE, HANG_AFTER -> Reply.dropped(plan.hang());
            case ERROR_BEFORE, ERROR_AFTER -> Reply.json(500, Map.of("error", "Internal server error"));
            case GATEWAY_BEFORE, GATEWAY_AFTER -> Reply.html(502, "Bad Gateway");
            case UNAVAILABLE_BEFORE, UNAVAILABLE_AFTER ->
                Reply.html(503, "Service Unavailable").with("Retry-After", "0");
            case LIMITED -> limited(Instant.now().getEpochSecond() + plan.retryAfter(), "15 requests per minute");
            case LIMITED_UNTIMED ->
                Reply.json(429, Map.of("message", "Too many critical operations, please try again later."));
            case LIMITED_HTML -> Reply.html(429, "Too Many Requests");
            case REVOKED -> Reply.json(401, Map.of("message", "Unauthorized"));
            case DROP_MIDWAY -> own.brokenOff();
            default -> own.status() == 200 ? spoilt(fault, own) : own;
        };
    }

    /** Section 1.3; {@code retryAfter} in Unix seconds. */
    static Reply limited(long retryAfter, String limit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", "Too many critical operations, please try again later.");
        body.put("retryAfter", retryAfter);
        body.put("limit", limit);
        return Reply.json(429, body);
    }

    private static Reply spoilt(Fault fault, Reply own) {
        return switch (fault) {
            case EMPTY_OBJECT -> Reply.json(200, Map.of());
            case EMPTY_BODY -> Reply.of(200, own.type(), new byte[0]);
            case HTML -> Reply.html(200, "We will be right back");
            case GARBLED -> Reply.of(200, own.type(), Arrays.copyOf(own.body(), Math.max(1, own.body().length / 2)));
            case SUCCESS_FALSE -> Reply.json(200, Map.of("success", false, "error", "Something went wrong"));
            case NOT_APPLIED -> own;
            case CREATED_UNPAID -> Reply.json(400, Map.of("error", "Subscription created but unable to charge"));
            case MISSING_ROW -> changed(own, json -> ((ArrayNode) json).remove(0));
            case EMPTY_LIST -> changed(own, json -> shorten(json, 0, true));
            case SHORT_LIST -> changed(own, json -> shorten(json, 2, true));
            case CUT_LIST -> changed(own, json -> shorten(json, 2, false));
            case MISSING_ID -> changed(own, json -> ((ObjectNode) json).remove(List.of("id", "payment_id")));
            case MAILBOXES_NULL -> changed(own, json -> ((ObjectNode) json).putNull("mailboxes"));
            case MISSING_EMAIL -> changed(own, json -> without(json, "email"));
            case MISSING_STATUS -> changed(own, json -> without(json, "status"));
            default -> throw new IllegalStateException(fault.word());
        };
    }

    /** Of each list the older rows stay: none, or with {@code by} one in so many. */
    private static void shorten(JsonNode json, int by, boolean counted) {
        int total = 0;
        for (JsonNode field : json) {
            if (field instanceof ArrayNode rows) {
                int kept = by == 0 ? 0 : rows.size() / by;
                while (rows.size() > kept) {
                    rows.remove(rows.size() - 1);
                }
                total += kept;
            }
        }
        if (counted && json.has("total")) {
            ((ObjectNode) json).put("total", total);
        }
    }

    private static void without(JsonNode json, String field) {
        json.forEach(list -> list.forEach(row -> ((ObjectNode) row).remove(field)));
    }

    private static Reply changed(Reply own, Consumer<JsonNode> change) {
        try {
            JsonNode json = StateFile.JSON.readTree(own.body());
            change.accept(json);
            return Reply.json(200, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
