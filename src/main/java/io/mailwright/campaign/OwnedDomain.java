package io.mailwright.campaign;

import java.util.List;

/**
 * A domain of {@code own}, with what its {@code domain(…)} statement says of it. What it does not say is the campaign's.
 *
 * @param domain lower case, ASCII
 * @param hosting name of the secret that holds its registrar's login, or null: registered at the vendor
 * @param provider its type, or null: by the slots' order
 * @param people its own, or null: the campaign's
 * @param patterns its own, empty when the vendor makes its aliases, or null: the campaign's
 * @param redirect http(s) address, or null: the campaign's
 * @param photo http(s) address, or null: the campaign's
 */
public record OwnedDomain(
        String domain,
        String hosting,
        Provider provider,
        List<Person> people,
        List<NamePattern> patterns,
        String redirect,
        String photo) {
    /** Registered at the vendor, and as the campaign is. */
    public static OwnedDomain of(String domain) {
        return new OwnedDomain(domain, null, null, null, null, null, null);
    }
}
