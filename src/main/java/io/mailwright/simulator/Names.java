package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Domain names: trimmed, lower case, ASCII (U26). */
final class Names {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private Names() {}

    static String of(String text) {
        try {
            return IDN.toASCII(text.trim().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return text.trim().toLowerCase(Locale.ROOT);
        }
    }

    static boolean valid(String name) {
        return DOMAIN.matcher(name).matches();
    }

    /** {@code a.com} of {@code domains: ["a.com"]}; rejects what is no list of one to {@code most} different names. */
    static List<String> list(JsonNode body, int most) {
        JsonNode domains = body.path("domains");
        if (!domains.isArray() || domains.isEmpty()) {
            throw Rejected.because("domains is required and must be a list of names");
        }
        if (domains.size() > most) {
            throw Rejected.because("domains holds " + domains.size() + " names, at most " + most + " are allowed");
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode domain : domains) {
            if (!domain.isTextual()) {
                throw Rejected.because("domains must hold only strings");
            }
            if (!names.add(of(domain.textValue()))) {
                throw Rejected.because("domains holds " + of(domain.textValue()) + " twice");
            }
        }
        return new ArrayList<>(names);
    }
}
