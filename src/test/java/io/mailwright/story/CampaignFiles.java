package io.mailwright.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Campaign files for the stories. */
final class CampaignFiles {
    private CampaignFiles() {}

    static String example(String name) {
        return read(Path.of("dsl-examples", name));
    }

    /** A test resource. */
    static String resource(String name) {
        return read(Path.of("src/test/resources/story", name));
    }

    /** One google domain of two mailboxes, under names nobody else uses. */
    static String small(String name) {
        return """
                campaign '%1$s'
                buy 1, keywords: ['%1$s'], prefixes: ['get', 'try', 'use', 'my', 'go'], tlds: ['com', 'io'], maxPrice: 60
                providers google: 1
                person 'Anna', 'Smith'
                person 'Ben', 'Okafor'
                patterns '{first}.{last}'
                redirect 'https://%1$s.example'
                budget 100
                approve always
                """.formatted(name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
