package io.mailwright.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mailwright.scaledmail.RequestHash;
import java.math.BigDecimal;
import java.util.List;

/**
 * What was asked for, and all that was found and is shown before it is approved; approvals bind to the hash of its JSON.
 *
 * @param asked the new name or redirect as it was asked for, "" for no redirect; null: none was named
 * @param hosting name of the secret that holds the new name's registrar's login, or null: registered at the vendor
 * @param reason a person's words, or null
 * @param from what is there now: a name, or a redirect
 * @param to what will be there
 * @param source where the new name comes from, {@code scaledmail} or {@code other}; null for the other kinds
 * @param order the vendor's id of the order it is about, or null when the vendor does not say
 * @param orderKey {@code <campaign id>/<order number>}, or null when it is no order of ours
 * @param domains that it is about, sorted
 * @param mailboxes the addresses that move or stop, sorted
 * @param monthly dollars that the order costs a month now, or null when that is not known
 * @param consequences in a person's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        String asked,
        String hosting,
        String reason,
        String from,
        String to,
        String source,
        String order,
        String orderKey,
        List<String> domains,
        List<String> mailboxes,
        BigDecimal monthly,
        List<String> consequences) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Nothing but what was asked for. */
    static Change asked(String asked, String hosting, String reason) {
        return new Change(asked, hosting, reason, null, null, null, null, null, null, null, null, null);
    }

    /** The same wish with another value, not looked at yet. */
    Change askedInstead(String value) {
        return asked(value, null, reason);
    }

    static Change read(String json) {
        try {
            return JSON.readValue(json, Change.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With sorted keys; the same change is always the same text. */
    String json() {
        return RequestHash.json(this);
    }

    String hash() {
        return RequestHash.sha256(json());
    }
}
