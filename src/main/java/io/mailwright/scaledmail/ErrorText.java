package io.mailwright.scaledmail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.regex.Pattern;

/** What the vendor says when it says no: {@code error}, else {@code message}, else the raw text (docs/scaledmail-api.md §1.4). */
final class ErrorText {
    private static final Pattern NO_PAYMENT =
            Pattern.compile("(?i)payment method|\\bno (saved |default )?card|card (was )?declined");

    private ErrorText() {}

    /** The reason, or the raw body where there is none; not redacted, not cut. */
    static String of(String body) {
        String reason = reason(json(body));
        return reason == null ? body.strip() : reason;
    }

    /** Null unless the body is JSON that gives one. */
    static String reason(JsonNode reply) {
        if (!reply.isObject()) {
            return null;
        }
        return List.of("error", "message").stream()
                .map(reply::path)
                .filter(ErrorText::says)
                .map(said -> said.isTextual() ? said.asText().strip() : said.toString())
                .findFirst()
                .orElse(null);
    }

    /** JSON of a success that carries {@code error} or {@code success: false}. */
    static boolean complains(JsonNode reply) {
        if (reply.isArray()) {
            for (JsonNode row : reply) {
                if (complains(row)) {
                    return true;
                }
            }
        }
        return reply.isObject()
                && (says(reply.path("error"))
                        || reply.path("success").asText().equalsIgnoreCase("false")
                        || complains(reply.path("data")));
    }

    /** Missing where the body is no JSON. */
    static JsonNode json(String body) {
        try {
            return WireJson.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** 401, 402, 403 and no payment method: nothing works until somebody acts. */
    static boolean needsPerson(int status, String text) {
        return status == 401
                || status == 402
                || status == 403
                || NO_PAYMENT.matcher(text).find();
    }

    /** The vendor's words, and in the cases of {@link #needsPerson} how to mend it. */
    static String withMending(int status, String text) {
        if (!needsPerson(status, text)) {
            return text;
        }
        String mending = switch (status) {
            case 401 -> "the vendor refused the API key: put a valid one into SCALEDMAIL_API_KEY and restart";
            case 403 ->
                "the vendor does not let this API key do that: put one of the workspace's account into "
                        + "SCALEDMAIL_API_KEY and restart";
            default ->
                "the vendor could not charge: connect a payment method on ScaledMail's billing page and "
                        + "choose retry";
        };
        return text.isBlank() ? mending : mending + " (it said: " + text + ")";
    }

    private static boolean says(JsonNode said) {
        if (said.isTextual()) {
            return !said.asText().isBlank();
        }
        return !said.isMissingNode() && !said.isNull() && !(said.isBoolean() && !said.asBoolean());
    }
}
