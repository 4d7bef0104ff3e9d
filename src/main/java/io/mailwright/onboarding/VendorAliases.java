package io.mailwright.onboarding;

import io.mailwright.campaign.Alias;
import io.mailwright.plan.SenderName;
import io.mailwright.scaledmail.Wire;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The aliases that the vendor made in a person's name, as far as they are what was ordered. */
final class VendorAliases {
    private static final int LONGEST = 64;

    private VendorAliases() {}

    /**
     * All of them, or none: another number, another name or an address elsewhere is nothing anybody approved.
     *
     * @param made by address, lower case
     */
    static List<Alias> of(SenderName sender, String domain, int expected, Map<String, Wire.Mailbox> made) {
        boolean right = made.size() == expected
                && made.keySet().stream().allMatch(address -> at(address, domain))
                && made.values().stream().allMatch(mailbox -> bears(mailbox, sender));
        return !right
                ? List.of()
                : made.keySet().stream()
                        .map(address -> address.substring(0, address.indexOf('@')))
                        .map(localPart -> new Alias(sender.firstName(), sender.lastName(), localPart, null))
                        .toList();
    }

    /** Those of a pre-warmed domain, as they were warmed. */
    static List<Alias> all(String domain, Map<String, Wire.Mailbox> made) {
        return made.entrySet().stream()
                .filter(mailbox -> at(mailbox.getKey(), domain))
                .map(mailbox -> new Alias(
                        said(mailbox.getValue().firstName()),
                        said(mailbox.getValue().lastName()),
                        mailbox.getKey().substring(0, mailbox.getKey().indexOf('@')),
                        null))
                .toList();
    }

    private static String said(String name) {
        return name == null ? "" : name;
    }

    private static boolean at(String address, String domain) {
        int at = address.indexOf('@');
        return at > 0
                && at <= LONGEST
                && address.substring(at + 1).equals(domain)
                && address.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean bears(Wire.Mailbox mailbox, SenderName sender) {
        return same(mailbox.firstName(), sender.firstName()) && same(mailbox.lastName(), sender.lastName());
    }

    /** A reply that leaves a name out does not say otherwise. */
    private static boolean same(String listed, String sent) {
        return listed == null || listed.isBlank() || plain(listed).equals(plain(sent));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
