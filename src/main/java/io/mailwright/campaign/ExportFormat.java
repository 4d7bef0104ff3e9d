package io.mailwright.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** All words, in order. */
    public static List<String> words() {
        return Stream.of(values()).map(ExportFormat::word).toList();
    }

    /** The format that is written so, to the letter. */
    public static Optional<ExportFormat> of(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
