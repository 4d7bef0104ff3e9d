package io.mailwright.simulator;

import java.util.List;
import java.util.Map;

/** A body of create-custom-order or submit-form that passed the rules of section 4. */
record OrderForm(String tag, Map<MailboxType, List<Entry>> providers) {
    enum Format {
        BARE,
        NAMES,
        ALIASES
    }

    /** One domain; {@code aliases} as many as its type takes, unless it is bare. */
    record Entry(String domain, String redirect, Format format, List<Alias> aliases) {}

    List<String> names() {
        return providers.values().stream()
                .flatMap(List::stream)
                .map(Entry::domain)
                .toList();
    }

    int count(MailboxType type) {
        return providers.getOrDefault(type, List.of()).size();
    }

    boolean bare() {
        return providers.values().stream().flatMap(List::stream).anyMatch(entry -> entry.format() == Format.BARE);
    }
}
