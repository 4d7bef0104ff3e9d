package io.mailwright.dsl;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Legal domain names, lower case and in ASCII. */
public final class DomainNames {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern LABELS = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern LAST_LABEL = Pattern.compile("(.*\\.)?([a-z]{2,63}|xn--[a-z0-9-]{1,59})");
    private static final int LONGEST = 253;

    private DomainNames() {}

    /** Empty when the text is no legal domain name, or means different names to different registries. */
    public static Optional<String> read(String text) {
        return ambiguous(text) ? Optional.empty() : legal(text).filter(name -> name.indexOf('.') > 0);
    }

    static String domain(Value value, String text) {
        String name = ascii(value, text);
        if (name.indexOf('.') < 0) {
            throw Expect.unreadable(value, Problems.quote(text) + " has no ending; write it like 'acme-mail.com'");
        }
        return name;
    }

    static String tld(Value value, String text) {
        return ascii(value, text);
    }

    private static String ascii(Value value, String text) {
        if (ambiguous(text)) {
            throw Expect.unreadable(
                    value,
                    Problems.quote(text) + " means different names to different registries; write its xn-- form");
        }
        return legal(text)
                .orElseThrow(
                        () -> Expect.unreadable(
                                value,
                                Problems.quote(text)
                                        + " is no legal domain name; use letters, digits and dashes with dots between, like 'acme-mail.com'"));
    }

    private static boolean ambiguous(String text) {
        return text.indexOf('ß') >= 0 || text.indexOf('ẞ') >= 0 || text.indexOf('ς') >= 0;
    }

    private static Optional<String> legal(String text) {
        String name;
        try {
            name = text.length() > LONGEST ? "" : punycode(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            name = "";
        }
        return name.length() <= LONGEST
                        && LABELS.matcher(name).matches()
                        && LAST_LABEL.matcher(name).matches()
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Java's tables of other letters take long to load, so they are left alone as long as no name needs them. */
    private static String punycode(String text) {
        return text.chars().allMatch(c -> c < 128) ? text : IDN.toASCII(text);
    }
}
