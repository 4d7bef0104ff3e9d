package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No model stays unwalked; that a walk takes every way is held by {@link Walk} itself. */
class PathCoverageTest {
    static Stream<String> models() {
        return Models.files().map(Models::key);
    }

    @Test
    void everyModelButTheExamplesKeepsToTheRules() {
        assertThat(Models.files()
                        .filter(file -> file.getParent().equals(Models.FOLDER))
                        .map(Models::key))
                .containsExactlyInAnyOrderElementsOf(Models.KEYS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelHasItsWalk(String key) throws ClassNotFoundException {
        String walk = Stream.of(key.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .reduce("", String::concat);
        assertThat(Class.forName(getClass().getPackageName() + "." + walk + "WalkTest"))
                .isAssignableTo(Walk.class);
    }
}
