package io.mailwright.scaledmail;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A text that is known to be secret, wherever it stands and however it is escaped. */
final class KnownSecret {
    /** A shorter one may be part of any word: it counts alone only. */
    private static final int LONG_ENOUGH = 6;

    private final Pattern text;

    private KnownSecret(String text, int flags) {
        String quoted = Pattern.quote(text);
        this.text = Pattern.compile(
                text.length() < LONG_ENOUGH ? "(?<![\\w@.-])" + quoted + "(?![\\w@-]|\\.\\w)" : quoted, flags);
    }

    /** The vendor's key; the simulator's is a word, and short ones are mistakes. */
    static List<KnownSecret> key(String key) {
        String bare = key == null ? "" : key.strip();
        return bare.length() < LONG_ENOUGH || bare.equals("simulator") ? List.of() : List.of(new KnownSecret(bare, 0));
    }

    /** Longest first: one may hold another. */
    static Stream<KnownSecret> of(List<String> secrets) {
        return secrets.stream()
                .flatMap(KnownSecret::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(text -> new KnownSecret(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    String replaced(String where, String by) {
        return text.matcher(where).replaceAll(Matcher.quoteReplacement(by));
    }

    private static Stream<String> spellings(String secret) {
        return Stream.of(
                        secret,
                        secret.strip(),
                        new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        HtmlUtils.htmlEscape(secret))
                .filter(text -> !text.isBlank());
    }
}
