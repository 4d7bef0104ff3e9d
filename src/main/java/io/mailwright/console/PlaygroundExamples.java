package io.mailwright.console;

import io.mailwright.onboarding.Onboarding.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files of {@code dsl-examples}, packaged as they stand there; the shortest way in comes first. */
@Component
class PlaygroundExamples {
    private static final String FIRST = "quickstart";

    private final List<PlaygroundExample> all;

    PlaygroundExamples() throws IOException {
        List<PlaygroundExample> found = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:dsl-examples/*.groovy")) {
            found.add(PlaygroundExample.of(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
        }
        found.sort(Comparator.comparing(
                        (PlaygroundExample example) -> !example.name().equals(FIRST))
                .thenComparing(PlaygroundExample::name));
        all = List.copyOf(found);
    }

    List<PlaygroundExample> all() {
        return all;
    }

    PlaygroundExample named(String name) {
        return all.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("there is no example " + name + "; there are "
                        + all.stream().map(PlaygroundExample::name).collect(Collectors.joining(", "))));
    }
}
