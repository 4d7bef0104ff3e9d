package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way of every model was taken by some walk: each sequence flow, so each gateway in each direction and each boundary
 * event. Runs after the walks; alone: {@code mvn test -Dtest='*WalkTest,PathCoverageTest'}.
 */
@Order(Integer.MAX_VALUE)
class PathCoverageTest {
    @BeforeAll
    static void afterTheWalks() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/io/mailwright/models"))) {
            List<String> left = sources.map(
                            source -> source.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("WalkTest") && !Walk.walked.contains(name))
                    .toList();
            assumeTrue(left.isEmpty() || System.getProperty("test") == null, "only with all walks; left are " + left);
            assertThat(left).as("not walked before this").isEmpty();
        }
    }

    static Stream<String> models() {
        return Models.files().map(Models::key);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWayIsTaken(String key) {
        assertThat(Walk.coverage.report(key)).as("never taken in " + key).isEmpty();
    }
}
