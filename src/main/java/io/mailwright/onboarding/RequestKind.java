package io.mailwright.onboarding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be asked for outside a campaign's plan; its word is also the key of its process. */
public enum RequestKind {
    REPLACE_DOMAIN,
    CHANGE_REDIRECT,
    CANCEL_ORDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for the kind of somebody else's request. */
    static Optional<RequestKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
