package io.mailwright.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/**
 * The type of a mailbox. How many aliases a domain of each type carries and how many domains one order may hold is data
 * ({@code provider-limits.properties}), because the vendor has changed it before.
 */
public enum Provider {
    GOOGLE,
    OUTLOOK,
    SMTP;

    private static final Properties LIMITS = load();

    /** As campaign files and the vendor's requests write it: {@code google}, {@code outlook}, {@code smtp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Exactly this many aliases a domain: google 2, outlook 25, smtp 4. */
    public int aliasesPerDomain() {
        return limit("aliases-per-domain");
    }

    /** At most this many domains in one order: google 100, outlook 30, smtp 70. */
    public int domainsPerOrder() {
        return limit("domains-per-order");
    }

    /**
     * The provider a word means, in any case; the vendor's {@code microsoft} is outlook.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Provider of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        return lower.equals("microsoft") ? OUTLOOK : valueOf(lower.toUpperCase(Locale.ROOT));
    }

    private int limit(String what) {
        return Integer.parseInt(LIMITS.getProperty(word() + "." + what));
    }

    private static Properties load() {
        try (InputStream in = Provider.class.getResourceAsStream("provider-limits.properties")) {
            Properties limits = new Properties();
            limits.load(in);
            return limits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
