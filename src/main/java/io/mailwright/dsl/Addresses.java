package io.mailwright.dsl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Web addresses: {@code redirect} and {@code photo}. */
final class Addresses {
    private static final int LONGEST_PHOTO = 150;

    private Addresses() {}

    static void redirect(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "redirect 'https://acme.example'");
        draft.redirect = address(value, Expect.text(value, "'redirect'"), "a redirect");
    }

    static void photo(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "photo 'https://acme.example/p/team.jpg'");
        draft.photo = photo(value, Expect.text(value, "'photo'"));
    }

    static String photo(Value value, String text) {
        String address = address(value, text, "a photo");
        if (address.length() > LONGEST_PHOTO) {
            throw Expect.unreadable(
                    value,
                    "a photo's address has at most 150 characters, this one " + address.length()
                            + "; use a shorter one");
        }
        return address;
    }

    private static String address(Value value, String text, String whose) {
        if (text.toLowerCase(Locale.ROOT).startsWith("data:")) {
            throw Expect.unreadable(
                    value,
                    whose + " is fetched from the web, not written out; write an address like 'https://acme.example'");
        }
        try {
            URI address = new URI(text);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // the sentence below says what would be right
        }
        throw Expect.unreadable(
                value,
                Problems.quote(text) + " is no web address for " + whose
                        + "; write it from https:// on and without spaces, like 'https://acme.example'");
    }
}
