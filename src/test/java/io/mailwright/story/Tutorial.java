package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/tutorial.md, as a reader takes it: what to type and what to press. */
final class Tutorial {
    private final String page;
    private final Set<String> used = new TreeSet<>();

    Tutorial() {
        try {
            page = Files.readString(Path.of("docs/tutorial.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines to be typed into a terminal. */
    List<String> commands(int step) {
        return found("(?s)```\\n(.*?)```", step(step)).stream()
                .flatMap(String::lines)
                .toList();
    }

    /** What stands there as code. */
    List<String> code(int step) {
        return found("(?<!`)`([^`\\n]+)`(?!`)", step(step));
    }

    /** A name on the screen, to the letter. */
    String named(String name) {
        assertThat(emphasised()).as("what the page names").contains(name);
        used.add(name);
        return name;
    }

    /** Names that nobody has looked for. */
    Set<String> unused() {
        Set<String> left = new TreeSet<>(emphasised());
        left.removeAll(used);
        return left;
    }

    private Set<String> emphasised() {
        return Set.copyOf(found("\\*([^*\\n]+)\\*", page));
    }

    private String step(int number) {
        return page.split("(?m)^## ")[number];
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }
}
