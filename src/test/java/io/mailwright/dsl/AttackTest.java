package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile files are refused with errors, in time, and leave nothing behind. */
class AttackTest {
    private static final Duration IN_TIME = Duration.ofSeconds(9);
    private static final String REST =
            "\ncampaign 'acme'\nown 'acme.example'\nproviders google: 1\nperson 'Anna', 'Smith'\nbudget 200\n";

    static Stream<String> scripts() throws IOException {
        return Arrays.stream(
                Files.readString(Path.of("src/test/resources/dsl/attacks.txt")).split("\n-----\n"));
    }

    /** What is refused in a file is refused inside a block of it too. */
    static Stream<String> blocks() throws IOException {
        return scripts().map(script -> "domain('acme.example') {\n" + script + "\n}");
    }

    /** Each names what it repeats: text, times, text before, text after. */
    static Stream<String> bombs() {
        int many = 200_000;
        return Stream.of(
                "(".repeat(many),
                "[".repeat(many),
                "{".repeat(many),
                "def x = " + "[".repeat(many / 2) + "]".repeat(many / 2),
                "only { " + "(".repeat(many / 2) + "1" + ")".repeat(many / 2) + " }",
                "only { " + "!".repeat(many) + "digits }",
                "only { " + "-".repeat(many) + "1 > 0 }",
                "only { " + "- ".repeat(many / 2) + "1 > 0 }",
                "only { " + "length + ".repeat(many / 9) + "1 > 0 }",
                "only { " + "digits ? ".repeat(many / 9) + "true }",
                "only { " + "digits ? true : ".repeat(many / 16) + "true }",
                "only { " + "digits && (".repeat(many / 11) + " }",
                "def x = " + "'a' + ".repeat(many / 6) + "'a'",
                "def x = " + "'a',".repeat(many / 4) + "'a'",
                "avoid [" + "'a',".repeat(many / 4) + "'a']",
                "avoid 'a'" + ", 'a'".repeat(many / 5),
                "/*".repeat(many / 2),
                "a/*".repeat(many / 3),
                "a /".repeat(many / 3),
                "$/".repeat(many / 2),
                "'".repeat(many),
                "''' ".repeat(many / 4 + 1),
                "\"".repeat(many),
                "\"$".repeat(many / 2),
                "\"${".repeat(many / 3),
                "'a".repeat(many / 2),
                "\\".repeat(many),
                "@A ".repeat(many / 3),
                "a.".repeat(many / 2),
                "a ".repeat(many / 2),
                "a(".repeat(many / 2),
                "a{".repeat(many / 2),
                "a<".repeat(many / 2),
                "a:".repeat(many / 2),
                "domain('a'){".repeat(many / 12),
                "only{true}\n".repeat(many / 11),
                "campaign 'a'\n".repeat(many / 13),
                "def a = 1\n".repeat(many / 10),
                "x".repeat(many),
                "9".repeat(many),
                "tag '" + "x".repeat(many) + "'",
                "people '''first,last\n" + "A,B\n".repeat(many / 5) + "'''",
                "people '''first,last\n" + "\"".repeat(many / 2 + 1) + "'''",
                "people '''" + "first,".repeat(many / 7) + "'''",
                "only { name ==~ '" + "(a*)*".repeat(30) + "(((((b{1000}){1000}){1000}){1000})' }",
                "\n".repeat(300_000),
                "\n".repeat(240_000) + "x",
                "def a = [" + "[[[['a']]]],".repeat(many / 12) + "]",
                "def a = [" + ("'a'" + "+'a'".repeat(40) + ",").repeat(many / 164) + "] + 1",
                "buy "
                        + IntStream.range(0, many / 10)
                                .mapToObj(i -> "a" + i + ": 1")
                                .collect(Collectors.joining(", ")),
                "domain('a'){person 'A','B'}\n".repeat(100_000),
                "domain('a'){person 'A','B'}\n".repeat(many / 26),
                "domain('a.example') {" + "person 'A','B'\n".repeat(many / 15) + "}",
                "domain('a') { " + "{ ".repeat(many / 4) + "} ".repeat(many / 4) + "}",
                "domain('a') {}".repeat(many / 14),
                "schedule '0" + ",0".repeat(200) + " 9 * * MON', perRun: 3, perRun: 4",
                "schedule '" + "*/".repeat(900) + "', perRun: 3",
                "schedule '" + "0-59,".repeat(390) + "', perRun: 3",
                "def a = 'a'\nredirect \"" + "${a}".repeat(many / 4) + "\"",
                "def a = 'a'\nredirect \"" + "$a ".repeat(many / 4) + "\"",
                "def a0 = 'aaaaaaaaaa'\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> "def a%d = \"${a%d}${a%d}\"\n".formatted(i, i - 1, i - 1))
                                .collect(Collectors.joining()),
                "own 'a.example', hosting: '" + "../".repeat(600) + "'",
                "prewarmed " + "google: 1, ".repeat(many / 11) + "maxPrice: 1",
                "export 'csv'" + ", 'csv'".repeat(many / 7),
                "approve { " + "1e9999 * ".repeat(many / 9) + "total > 1 }",
                "\uFEFF\uFEFFcampaign 'b'",
                "campaign 'b\u202E'",
                "campaign 'b\u0000'",
                "campaign 'b\uD800'",
                "\u00A0campaign 'b'");
    }

    @ParameterizedTest
    @MethodSource({"scripts", "blocks", "bombs"})
    void isRefusedInTimeAndWithoutEffect(String script) {
        Set<Path> before = files();
        for (String text : new String[] {script, script + REST, REST + script}) {
            long start = System.nanoTime();
            Throwable refusal = catchThrowable(() -> CampaignReader.read(text));
            assertThat(refusal).isInstanceOf(CampaignErrors.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
            assertThat(((CampaignErrors) refusal).errors())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(20)
                    .allSatisfy(error -> {
                        assertThat(error.line()).isPositive();
                        assertThat(error.column()).isPositive();
                        assertThat(error.message())
                                .doesNotContain("can't be read (")
                                .doesNotContain("\n");
                    });
        }
        assertThat(System.getProperty("mailwright.pwned")).isNull();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theListIsLong() throws IOException {
        assertThat(scripts().count()).isGreaterThan(500);
        assertThat(scripts()).doesNotHaveDuplicates();
    }

    @Test
    void aRuleThatStandsAloneCannotLeaveItsBraces() {
        for (String rule : new String[] {
            "total > 1 }\napprove { true",
            "true }; System.exit(1); { true",
            "true }\ncampaign 'a'\nonly { true",
            "",
            "}",
            "total >"
        }) {
            assertThat(catchThrowable(() -> CampaignReader.rule(rule))).isInstanceOf(CampaignErrors.class);
        }
    }

    private static Set<Path> files() {
        try (Stream<Path> files = Stream.concat(Files.list(Path.of(".")), Files.list(Path.of("target")))) {
            return files.filter(file -> file.toString().contains("pwned")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
