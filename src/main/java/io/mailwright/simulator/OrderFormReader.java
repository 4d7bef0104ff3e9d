package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.OrderForm.Entry;
import io.mailwright.simulator.OrderForm.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules 5 to 9, 12 to 24 and 27 of section 4, in their order: the first that fails rejects. */
final class OrderFormReader {
    private static final int TAG = 20;

    private OrderFormReader() {}

    static OrderForm read(JsonNode body) {
        JsonNode tag = body.path("tag");
        if (!tag.isMissingNode() && (!tag.isTextual() || tag.textValue().length() > TAG)) {
            throw Rejected.because("tag must be a string of at most " + TAG + " characters");
        }
        JsonNode providers = body.path("providers");
        if (!providers.isObject()) {
            throw Rejected.because("providers is required and must be an object");
        }
        if (providers.isEmpty()) {
            throw Rejected.because("providers must hold google, outlook or smtp");
        }
        providers.fieldNames().forEachRemaining(OrderFormReader::type);
        Map<MailboxType, JsonNode> lists = new LinkedHashMap<>();
        providers.fields().forEachRemaining(field -> lists.put(type(field.getKey()), domains(field)));
        requireNames(lists);

        Map<MailboxType, List<Entry>> entries = new LinkedHashMap<>();
        lists.forEach((type, domains) -> entries.put(type, entries(type, domains)));
        return new OrderForm(tag.asText(""), entries);
    }

    private static MailboxType type(String word) {
        return MailboxType.of(word)
                .orElseThrow(() -> Rejected.because("providers." + word + " is not google, outlook or smtp"));
    }

    private static JsonNode domains(Map.Entry<String, JsonNode> provider) {
        JsonNode domains = provider.getValue().path("domains");
        if (!domains.isArray() || domains.isEmpty()) {
            throw Rejected.because(
                    "providers." + provider.getKey() + ".domains is required and must be a list that is not empty");
        }
        return domains;
    }

    private static void requireNames(Map<MailboxType, JsonNode> lists) {
        Set<String> names = new HashSet<>();
        lists.forEach((type, domains) -> {
            for (int i = 0; i < domains.size(); i++) {
                String path = path(type, i) + ".domain";
                JsonNode name = domains.get(i).path("domain");
                if (!name.isTextual() || !Names.valid(Names.of(name.textValue()))) {
                    throw Rejected.because(path + " is required and must be a domain name");
                }
                if (!names.add(Names.of(name.textValue()))) {
                    throw Rejected.because(path + ": " + Names.of(name.textValue()) + " is there twice");
                }
            }
        });
    }

    private static List<Entry> entries(MailboxType type, JsonNode domains) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            Entry entry = entry(type, path(type, i), domains.get(i));
            if (!entries.isEmpty() && entries.get(0).format() != entry.format()) {
                throw Rejected.because(path(type, i) + " must use the same alias format as the other domains of "
                        + type.word() + ": either first_name and last_name, or aliases");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Entry entry(MailboxType type, String path, JsonNode domain) {
        if (domain.has("redirect") && domain.path("redirect").asText("").isBlank()) {
            throw Rejected.because(path + ".redirect must not be empty");
        }
        Fields.picture(domain, path);
        boolean names = domain.has("first_name") || domain.has("last_name");
        if (names && domain.has("aliases")) {
            throw Rejected.because(path + " must have either first_name and last_name, or aliases, not both");
        }
        Format format = names ? Format.NAMES : domain.has("aliases") ? Format.ALIASES : Format.BARE;
        return new Entry(
                Names.of(domain.get("domain").textValue()),
                domain.path("redirect").asText(""),
                format,
                switch (format) {
                    case BARE -> List.of();
                    case NAMES -> generated(type, path, domain);
                    case ALIASES -> Fields.aliases(type, domain, path);
                });
    }

    private static List<Alias> generated(MailboxType type, String path, JsonNode domain) {
        String first = Fields.name(domain, path, "first_name");
        String last = Fields.name(domain, path, "last_name");
        return GeneratedAliases.of(first, last, type.mailboxes).stream()
                .map(local -> new Alias(
                        first, last, local, domain.path("profile_picture").asText(null)))
                .toList();
    }

    private static String path(MailboxType type, int index) {
        return "providers." + type.word() + ".domains[" + index + "]";
    }
}
