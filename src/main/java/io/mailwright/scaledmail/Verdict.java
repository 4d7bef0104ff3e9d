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

    /** "Subscription created but unable to charge" came with a 400, and the subscription was there. */
    private static final Pattern CREATED = Pattern.compile(
            "(?is)subscription.*(creat|made|open|start)|(creat|made|open|start).*subscription" + "|unable to charge");

    private final Redaction redaction;

    Verdict(Redaction redaction) {
        this.redaction = redaction;
    }

    Reply of(int status, String body) {
        JsonNode reply = ErrorText.json(body);
        if (status >= 200 && status < 300) {
            return success(status, body, reply);
        }
        if (CREATED.matcher(body).find()) {
            return unknown(status, ErrorText.of(body));
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

    private static String orderId(JsonNode reply) {
        return Stream.of(
                        reply,
                        reply.path("data"),
                        reply.path("order"),
                        reply.path("data").path("order"))
                .flatMap(holder ->
                        List.of("id", "order_id", "payment_id").stream().map(holder::path))
                .filter(id -> id.isValueNode() && !id.isNull() && !id.asText().isBlank())
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null);
    }

    private String clean(String text) {
        return redaction.redact(text, MOST_CHARACTERS);
    }
}
