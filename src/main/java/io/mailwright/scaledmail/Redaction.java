package io.mailwright.scaledmail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Takes keys, logins and passwords out of text that may reach a log, an error, a ledger row or a screen. */
@Component
public class Redaction {
    private static final String GONE = "***";
    private static final Set<String> SECRET_FIELDS = Set.of(
            "password",
            "mailbox_password",
            "mailboxpassword",
            "username",
            "authorization",
            "api_key",
            "apikey",
            "access_token",
            "token",
            "secret");
    /** A field and its value in text that is no JSON as a whole: quoted, escaped, or {@code name=value}. */
    private static final Pattern FIELD =
            Pattern.compile("(?i)(\\b(?:mailbox_?)?(?:" + "password|username|api_?key|access_token|secret)"
                    + "[\\\\\"']*\\s*[:=]\\s*)(\\\\*\"(?:\\\\.|[^\"\\\\])*+\\\\*\"?|'[^']*+'?|[^\\s,;&}\\]]++)");

    /** Objects of which only {@code provider} may be told. */
    private static final Set<String> LOGINS = Set.of("hosting", "sequencer");

    private static final Pattern BEARER = Pattern.compile("(?i)(\\bbearer\\s+)[^\\s\"',}]++");
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){0,2}");

    private final List<KnownSecret> known;

    @Autowired
    Redaction(VendorSettings settings) {
        this(KnownSecret.key(settings.apiKey()));
    }

    private Redaction(List<KnownSecret> known) {
        this.known = known;
    }

    /** The same, for texts that may tell of these too. */
    Redaction of(List<String> secrets) {
        return new Redaction(
                Stream.concat(known.stream(), KnownSecret.of(secrets)).toList());
    }

    /** The text without secrets; JSON stays JSON. */
    public String redact(String text) {
        if (text == null) {
            return null;
        }
        JsonNode json = ErrorText.json(text);
        return json.isContainerNode() ? fields(json).toString() : words(text);
    }

    /** As {@link #redact}, and at most so many characters. */
    public String redact(String text, int most) {
        String clean = redact(text);
        return clean == null || clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
    }

    private JsonNode fields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
            entries.forEach(entry -> object.set(entry.getKey(), field(entry.getKey(), entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, fields(array.get(i)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(words(node.asText()));
        }
        return node;
    }

    private JsonNode field(String name, JsonNode value) {
        String field = name.toLowerCase(Locale.ROOT);
        if (SECRET_FIELDS.contains(field) && !value.isNull()) {
            return TextNode.valueOf(GONE);
        }
        if (LOGINS.contains(field) && value instanceof ObjectNode login) {
            login.properties()
                    .forEach(part -> part.setValue(
                            part.getKey().equals("provider") ? fields(part.getValue()) : TextNode.valueOf(GONE)));
            return login;
        }
        return fields(value);
    }

    private String words(String text) {
        String clean = text;
        for (KnownSecret secret : known) {
            clean = secret.replaced(clean, GONE);
        }
        clean = BEARER.matcher(clean).replaceAll("$1***");
        clean = JWT.matcher(clean).replaceAll(GONE);
        return FIELD.matcher(clean).replaceAll("$1***");
    }
}
