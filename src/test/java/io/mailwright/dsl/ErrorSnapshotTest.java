package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences people read: each file of {@code dsl/errors} answers with the text beside it. */
class ErrorSnapshotTest {
    private static final Path ERRORS = Path.of("src/test/resources/dsl/errors");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ERRORS)) {
            return files.filter(file -> file.toString().endsWith(".groovy"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersWithTheTextBesideIt(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".groovy", ".txt"));
        CampaignErrors errors =
                catchThrowableOfType(CampaignErrors.class, () -> CampaignReader.read(Files.readString(file)));
        assertThat(errors).hasMessage(Files.readString(expected).strip());
    }

    @ParameterizedTest
    @ResourceLock(Resources.LOCALE)
    @ValueSource(strings = {"tr-TR", "ar-EG", "de-DE"})
    void aMachineElsewhereAnswersTheSame(String locale) throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            for (Path file : files()) {
                answersWithTheTextBesideIt(file);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void thereAreManyAndEveryWordHasSome() throws IOException {
        assertThat(files()).hasSizeGreaterThan(100);
        StringBuilder sentences = new StringBuilder();
        for (Path file : files()) {
            sentences.append(Files.readString(
                    file.resolveSibling(file.getFileName().toString().replace(".groovy", ".txt"))));
        }
        assertThat(Words.all())
                .contains("sequencer")
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(sentences.toString())
                        .containsPattern("column \\d+: (an? |this )?'?" + word + "\\b"));
    }
}
