package io.mailwright.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The file of thirty lines, and others like it that were never read before. */
final class Texts {
    static final String THIRTY_LINES = thirtyLines();

    private Texts() {}

    static String another(long number) {
        return THIRTY_LINES.replace("campaign 'acme-spring'", "campaign 'acme-" + number + "'");
    }

    private static String thirtyLines() {
        try (InputStream text = Texts.class.getResourceAsStream("/benchmark/thirty-lines.groovy")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
