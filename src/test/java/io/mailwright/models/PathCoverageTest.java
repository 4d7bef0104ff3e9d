package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No model stays unwalked; that a walk takes every way is held by {@link Walk} itself. */
class PathCoverageTest {
    @Test
    void everyModelHasItsWalk() throws IOException {
        List<String> walked = new ArrayList<>();
        try (Stream<Path> tests = Files.list(Path.of("src/test/java/io/mailwright/models"))) {
            for (Path test : tests.filter(file -> file.toString().endsWith("WalkTest.java"))
                    .toList()) {
                Class<?> walk = type(test.getFileName().toString().replace(".java", ""));
                assertThat(walk).isAssignableTo(Walk.class);
                walked.addAll(Walk.keys(walk));
            }
        }
        assertThat(walked)
                .containsExactlyInAnyOrderElementsOf(
                        Models.files().map(Models::key).toList());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PathCoverageTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
