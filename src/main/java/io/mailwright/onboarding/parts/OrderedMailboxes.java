package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mailwright.campaign.Provider;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The mailboxes of a domain as they were ordered.
 *
 * @param aliases null: the vendor makes them
 */
record OrderedMailboxes(String domain, Provider provider, List<Wire.AliasBody> aliases) {
    /**
     * Exactly these, in the order's order; empty while the vendor lists too few.
     *
     * @throws BusinessFailure {@code problem} naming what was not ordered, when there are enough
     */
    Optional<JsonNode> among(List<Wire.Mailbox> listed) {
        Map<String, Wire.Mailbox> byLocalPart = listed.stream()
                .filter(mailbox -> localPart(mailbox) != null)
                .collect(Collectors.toMap(OrderedMailboxes::localPart, Function.identity(), (a, b) -> a));
        List<String> wanted = aliases == null
                ? byLocalPart.keySet().stream().sorted().toList()
                : aliases.stream()
                        .map(alias -> alias.alias().toLowerCase(Locale.ROOT))
                        .toList();
        int expected = Math.max(wanted.size(), provider.aliasesPerDomain());
        if (byLocalPart.size() < expected) return Optional.empty();
        String others = byLocalPart.keySet().stream()
                .filter(local -> !wanted.contains(local))
                .sorted()
                .map(local -> local + "@" + domain)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty())
            throw Json.wrong("the vendor lists " + others
                    + ", which nobody ordered; have the vendor set up what was approved, then go on");
        return wanted.size() < expected ? Optional.empty() : Optional.of(rows(wanted, byLocalPart));
    }

    private JsonNode rows(List<String> wanted, Map<String, Wire.Mailbox> byLocalPart) {
        ArrayNode rows = Json.array();
        for (String local : wanted) {
            Wire.Mailbox mailbox = byLocalPart.get(local);
            rows.addObject()
                    .put("email", local + "@" + domain)
                    .put("first_name", mailbox.firstName())
                    .put("last_name", mailbox.lastName())
                    .put("domain", domain)
                    .put("provider", provider.word())
                    .put("status", mailbox.status());
        }
        return rows;
    }

    private static String localPart(Wire.Mailbox mailbox) {
        String text = mailbox.alias() != null && !mailbox.alias().isBlank() ? mailbox.alias() : mailbox.email();
        if (text == null || text.isBlank()) return null;
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("@.*", "");
    }
}
