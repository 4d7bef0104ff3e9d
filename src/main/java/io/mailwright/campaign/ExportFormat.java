package io.mailwright.campaign;

import java.util.Locale;

/** How mailboxes are handed over: {@code csv instantly smartlead emailbison json}. */
public enum ExportFormat {
    CSV,
    INSTANTLY,
    SMARTLEAD,
    EMAILBISON,
    JSON;

    /** As campaign files and addresses write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
