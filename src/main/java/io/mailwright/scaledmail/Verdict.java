package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Reply.Outcome.CONFIRMED;
import static io.mailwright.scaledmail.Reply.Outcome.NOT_SENT;
import static io.mailwright.scaledmail.Reply.Outcome.REFUSED;
import static io.mailwright.scaledmail.Reply.Outcome.UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/money.md: what a reply to a call that may cost money proves. In doubt it proves nothing. */
final class Verdict {
    private static final int MOST_CHARACTERS = 2_000;

    private static final Pattern RECORD = Pattern.compile("rec[A-Za-z0-9]{8,20}");

    private final Redaction redaction;

    Verdict(Redaction redaction) {
        this.redaction = redaction;
    }

    Reply of(int status, String body) {
        JsonNode reply = ErrorText.json(body);
        if (status >= 200 && status < 300) {
            return success(status, body, reply);
        }
        // as JSON it is without escapes
        String whole = reply.isContainerNode() ? reply.toString() : body;
        if (CreatedSubscription.in(whole)) {
            return unknown(status, CreatedSubscription.in(ErrorText.of(body)) ? ErrorText.of(body) : whole);
        }
        if (status == 429) {
            Instant retryAt = RetryAfter.of(reply, Instant.now());
            return retryAt == null
                    ? unknown(status, ErrorText.of(body))
                    : new Reply(NOT_SENT, status, clean(ErrorText.of(body)), null, retryAt, false);
        }
        String reason = ErrorText.reason(reply);
        if (status < 400 || status >= 500 || status == 408 || reason == null) {
            return unknown(status, ErrorText.of(body));
        }
        return new Reply(
                REFUSED,
                status,
                clean(ErrorText.withMending(status, reason)),
                null,
                null,
                ErrorText.needsPerson(status, reason));
    }

    Reply notSent(String why, Instant retryAt) {
        return new Reply(NOT_SENT, 0, clean(why), null, retryAt, false);
    }

    /** @param status 0 when none was read */
    Reply unknown(int status, String why) {
        return new Reply(UNKNOWN, status, clean(why), null, null, false);
    }

    private Reply success(int status, String body, JsonNode reply) {
        if (!reply.isContainerNode() || ErrorText.complains(reply)) {
            return unknown(status, ErrorText.of(body));
        }
        return new Reply(CONFIRMED, status, clean(ErrorText.of(body)), orderId(reply), null, false);
    }

    /**
     * One that looks like the vendor's record ids, else the first at all. An {@code order_id} is elsewhere the vendor's word
     * for a package within the order (docs/scaledmail-api.md), so it names none: the order is then found by its tag.
     */
    private static String orderId(JsonNode reply) {
        List<JsonNode> holders = Stream.of("", "/data", "/order", "/payment", "/data/order", "/data/payment")
                .map(reply::at)
                .toList();
        List<String> ids = holders.stream()
                .flatMap(holder -> Stream.of("id", "payment_id").map(holder::path))
                .filter(id -> id.isTextual() || id.isIntegralNumber())
                .map(id -> id.asText().strip())
                .filter(id -> !id.isEmpty())
                .toList();
        return Stream.concat(ids.stream(), holders.stream().map(JsonNode::asText))
                .filter(id -> RECORD.matcher(id).matches())
                .findFirst()
                .orElse(ids.isEmpty() ? null : ids.get(0));
    }

    private String clean(String text) {
        return redaction.redact(text, MOST_CHARACTERS);
    }
}
