package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The campaign files on the pages of docs and in the README can be started as they stand there. */
class PagesTest {
    private static final Pattern FILE = Pattern.compile("```groovy\n(campaign .*?)```", Pattern.DOTALL);

    static List<String> files() throws IOException {
        try (Stream<Path> pages = Stream.concat(Files.list(Path.of("docs")), Stream.of(Path.of("README.md")))) {
            return pages.filter(page -> page.toString().endsWith(".md") && !page.endsWith("campaign-file.md"))
                    .sorted()
                    .flatMap(PagesTest::files)
                    .toList();
        }
    }

    private static Stream<String> files(Path page) {
        try {
            return FILE.matcher(Files.readString(page)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void canBeStarted(String file) {
        Campaign campaign = CampaignReader.readToStart(file);
        assertThat(campaign.name()).isNotBlank();
    }
}
