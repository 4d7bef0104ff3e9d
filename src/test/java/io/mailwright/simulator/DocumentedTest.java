package io.mailwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/simulator.md names every fault, mode, path and endpoint there is, and no other mode. */
class DocumentedTest {
    private static final Set<String> IN_SHORT = Set.of("500-", "502-", "503-", "hang-");

    private final String page = Files.readString(Path.of("docs/simulator.md"));

    DocumentedTest() throws IOException {}

    @Test
    void faults() {
        assertThat(Arrays.stream(Fault.values())
                        .map(Fault::word)
                        .filter(word -> IN_SHORT.stream().noneMatch(word::startsWith)))
                .allSatisfy(word -> assertThat(section("Faults")).contains("`" + word + "`"));
        assertThat(section("Faults")).contains("`500-…` `502-…` `503-…`", "`hang-before` `hang-after`");
    }

    @Test
    void modes() {
        Set<String> named = Pattern.compile("(?m)^\\| (`.+?) \\|")
                .matcher(section("Modes"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .map(word -> word.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .isEqualTo(Arrays.stream(Modes.class.getRecordComponents())
                        .map(mode -> mode.getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void pathsAndEndpoints() {
        assertThat(page).contains("/state", "/ledger", "/faults", "/modes", "/clock", "/web-order", "/registrations");
        assertThat(Endpoint.CHANGING).allSatisfy(name -> assertThat(page).contains(name));
        assertThat(Endpoint.LISTS).allSatisfy(name -> assertThat(page).contains("GET " + name));
    }

    private String section(String title) {
        return page.split("\n## " + title + "\n")[1].split("\n## ")[0];
    }
}
