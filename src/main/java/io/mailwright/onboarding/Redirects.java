package io.mailwright.onboarding;

import java.net.URI;
import java.net.URISyntaxException;

/** Where domains lead, as the vendor takes and compares it (docs/scaledmail-api.md, 2.3). */
final class Redirects {
    private static final int LONGEST = 2000;

    private Redirects() {}

    /**
     * With a scheme.
     *
     * @param text "" takes the redirect away
     * @throws Requests.Unfit when it is no web address
     */
    static String read(String text) {
        String whole = whole(text);
        if (whole.isEmpty()) return "";
        try {
            URI address = new URI(whole);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && whole.length() <= LONGEST)
                return whole;
        } catch (URISyntaxException e) {
            // the sentence below says what would be right
        }
        throw new Requests.Unfit(
                "'" + text.strip()
                        + "' is no web address for a redirect; write one like 'https://acme.example', or nothing to take the redirect away");
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String redirect) {
        return whole(redirect).replaceFirst("/$", "");
    }

    private static String whole(String redirect) {
        String text = redirect == null ? "" : redirect.strip();
        return text.isEmpty() || text.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !text.matches("[^/:]+:\\d+(/.*)?")
                ? text
                : "https://" + text;
    }
}
