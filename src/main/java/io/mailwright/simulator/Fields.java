package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields of a domain, an alias and a login (rules 13 to 28 of section 4). */
final class Fields {
    private static final int NAME = 50;
    private static final int LOCAL_PART = 64;
    private static final int PICTURE = 150;

    private Fields() {}

    static String name(JsonNode node, String path, String field) {
        String name = text(node, path, field);
        if (name.length() > NAME) {
            throw Rejected.because(path + "." + field + " must have at most " + NAME + " characters");
        }
        return name;
    }

    static void picture(JsonNode node, String path) {
        JsonNode picture = node.path("profile_picture");
        if (picture.isMissingNode()) {
            return;
        }
        String field = path + ".profile_picture";
        if (!picture.isTextual() || picture.textValue().length() > PICTURE) {
            throw Rejected.because(field + " must be a URL of at most " + PICTURE + " characters");
        }
        String url = picture.textValue().toLowerCase(Locale.ROOT);
        if (url.startsWith("data:")) {
            throw Rejected.because(field + " must not be base64 data");
        }
        if (!url.matches("https?://\\S+")) {
            throw Rejected.because(field + " must be an http or https URL");
        }
    }

    static List<Alias> aliases(MailboxType type, JsonNode domain, String path) {
        JsonNode list = domain.path("aliases");
        if (!list.isArray()) {
            throw Rejected.because(path + ".aliases must be a list");
        }
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            aliases.add(alias(list.get(i), domain, path + ".aliases[" + i + "]"));
        }
        if (aliases.size() != type.mailboxes) {
            throw Rejected.because(path + ".aliases must be exactly " + type.mailboxes + " for " + type.word()
                    + ", there are " + aliases.size());
        }
        Set<String> seen = new HashSet<>();
        for (Alias alias : aliases) {
            if (!seen.add(alias.alias().toLowerCase(Locale.ROOT))) {
                throw Rejected.because(path + ".aliases holds " + alias.alias() + " twice");
            }
        }
        return aliases;
    }

    private static Alias alias(JsonNode node, JsonNode domain, String path) {
        String first = name(node, path, "first_name");
        String last = name(node, path, "last_name");
        String local = text(node, path, "alias");
        if (local.contains("@") || local.chars().anyMatch(Character::isWhitespace)) {
            throw Rejected.because(path + ".alias must be the part before the @, without @ and spaces");
        }
        if (local.length() > LOCAL_PART) {
            throw Rejected.because(path + ".alias must have at most " + LOCAL_PART + " characters");
        }
        picture(node, path);
        JsonNode picture = node.has("profile_picture") ? node : domain;
        return new Alias(first, last, local, picture.path("profile_picture").asText(null));
    }

    /** A sequencer or hosting: {@code provider}, {@code username}, {@code password}; the optional ones not empty. */
    static void login(JsonNode login, String path, String... optional) {
        if (!login.isObject()) {
            throw Rejected.because(path + " must be an object");
        }
        text(login, path, "provider");
        text(login, path, "username");
        text(login, path, "password");
        for (String field : optional) {
            if (login.has(field)) {
                text(login, path, field);
            }
        }
    }

    static String text(JsonNode node, String path, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw Rejected.because(path + "." + field + " is required");
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw Rejected.because(path + "." + field + " must not be empty");
        }
        return value.textValue();
    }
}
