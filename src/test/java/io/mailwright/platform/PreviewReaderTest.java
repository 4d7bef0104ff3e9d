package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailwright.dsl.CampaignErrors;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are short to write and long to look through: a preview or what is wrong, before long. */
class PreviewReaderTest {
    private static final Duration BEFORE_LONG = Duration.ofSeconds(20);

    static Stream<Named<String>> files() {
        String many = IntStream.range(0, 90).mapToObj(i -> "'key" + i + "'").collect(Collectors.joining(", "));
        String wide = "buy 3, keywords: [" + many + "], tlds: ['com', 'net', 'org'], prefixes: ["
                + many.replace("key", "p") + "]\nproviders google: 3\n";
        return Map.of(
                        "optional letters, a thousand times",
                        small("only { name ==~ '(" + ".?".repeat(95) + "){1000}' }"),
                        "repeats within repeats",
                        small("only { name ==~ '((([a-z]?){30}){30}){2}[0-9]' }"),
                        "a long pattern over many names",
                        "campaign 'a'\n" + wide + person() + "only { name ==~ '([a-z]?){90}[0-9]' }\n",
                        "many long patterns",
                        small("only { "
                                + IntStream.range(0, 60)
                                        .mapToObj(i -> "name ==~ '([a-y]?){900}" + i + "'")
                                        .collect(Collectors.joining(" || "))
                                + " }"),
                        "a slow wish over many names",
                        "campaign 'a'\n" + wide + person()
                                + "prefer { name ==~ '([a-z]?){40}x' ? 1 : name ==~ '([a-z]?){40}y' ? 2 : 3 }\n",
                        "a division by what may be 0",
                        small("only { 10 / (length - 4) > 1 }"),
                        "more names than may be chosen from",
                        "campaign 'a'\n"
                                + wide.replace(
                                        "'org'",
                                        "'org', 'io', 'co', 'me', 'xyz', 'site', 'app', 'dev', 'biz', 'us', 'eu'")
                                + person(),
                        "blocks of one person with a thousand patterns",
                        blocks())
                .entrySet()
                .stream()
                .map(file -> Named.of(file.getKey(), file.getValue()));
    }

    private static String small(String rule) {
        return "campaign 'a'\nbuy 2, keywords: ['acme', 'acmelabs', 'acmeapp'], tlds: ['com', 'net']\nproviders google: 2\n"
                + person() + rule + "\n";
    }

    private static String person() {
        return "person 'Anna', 'Smith'\nperson 'Bob', 'Jones'\n";
    }

    private static String blocks() {
        String patterns =
                IntStream.range(0, 900).mapToObj(i -> "'{nick}a" + i + "{n}'").collect(Collectors.joining(", "));
        String own =
                IntStream.range(0, 900).mapToObj(i -> "'d" + i + ".example'").collect(Collectors.joining(", "));
        return "campaign 'a'\nown " + own + "\nproviders smtp: 900\npatterns " + patterns + "\nperson 'Anna', 'Smith'\n"
                + IntStream.range(0, 900)
                        .mapToObj(i -> "domain('d" + i + ".example') { person 'A', 'B' }\n")
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("files")
    void endsBeforeLong(String file) {
        long began = System.nanoTime();
        Throwable ended = catchThrowable(() -> PreviewReader.read(file));
        if (ended != null) assertThat(ended).isInstanceOf(CampaignErrors.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BEFORE_LONG);
    }
}
