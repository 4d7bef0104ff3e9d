package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Provider;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the playground's editor completes is what the language knows, each with an example that is read. */
class CompletionTest {
    private static final Pattern STOP = Pattern.compile("\\$\\{\\d:((?:\\\\.|[^}\\\\])*)}");

    /** What a file of one line lacks. */
    private static final Map<String, String> REST = Map.of(
            "campaign", "campaign 'page'",
            "person", "person 'Anna', 'Smith'\nperson 'Eve', 'Doe'",
            "own", "own 'acme-mail.com'",
            "buy", "buy 3, keywords: ['acme'], tlds: ['com', 'io', 'co']");

    private static JsonNode table() throws IOException {
        return new ObjectMapper().readTree(new File("src/main/resources/static/console/playground-words.json"));
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<String> words() {
        return Words.all();
    }

    @Test
    void theWordsAreThoseOfTheLanguage() throws IOException {
        assertThat(names(table().get("words"))).containsExactlyInAnyOrderElementsOf(Words.all());
        List<String> inDomains = new ArrayList<>();
        table().get("inDomains").forEach(word -> inDomains.add(word.asText()));
        assertThat(inDomains).containsExactlyInAnyOrderElementsOf(Words.inDomains());
        assertThat(names(table().at("/facts/names"))).containsExactlyElementsOf(FactType.OF_NAMES.keySet());
        assertThat(names(table().at("/facts/plans"))).containsExactlyElementsOf(FactType.OF_PLANS.keySet());
        assertThat(names(table().at("/texts/export"))).isEqualTo(ExportFormat.words());
        assertThat(names(table().at("/texts/domain")))
                .isEqualTo(Stream.of(Provider.values()).map(Provider::word).toList());
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordsNamedValuesAreThoseItTakes(String word) throws IOException {
        JsonNode named = table().path("named").path(word);
        assertThat(names(named)).containsExactlyInAnyOrderElementsOf(Words.namedBy(word));
        for (String name : names(named)) {
            assertThat(named.get(name).get(0).asText()).endsWith(".");
            assertThat(named.get(name).get(1).asText()).startsWith(name + ": ");
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachExampleIsRead(String word) throws IOException {
        String example = plain(table().at("/words/" + word).get(1).asText());
        assertThat(example).startsWith(word).doesNotContain("$");
        assertThat(CampaignReader.read(whole(word, example))).isNotNull();
    }

    @Test
    void eachPlaceholderIsOneOfThePatterns() throws IOException {
        for (String placeholder : names(table().at("/texts/patterns"))) {
            assertThat(NamePattern.of("{last}" + placeholder).text()).endsWith(placeholder);
        }
    }

    /** What the editor leaves when nothing is filled in. */
    private static String plain(String snippet) {
        return STOP.matcher(snippet)
                .replaceAll(stop -> Matcher.quoteReplacement(stop.group(1).replace("\\", "")));
    }

    private static String whole(String word, String example) {
        List<String> lines = new ArrayList<>(List.of(example));
        boolean bought =
                List.of("buy", "only", "prefer", "schedule", "providers").contains(word);
        for (String missing : List.of("campaign", "person", bought ? "buy" : "own")) {
            if (!missing.equals(word)) lines.add(REST.get(missing));
        }
        String file = String.join("\n", lines);
        if (word.equals("providers"))
            return file.replace("buy 3,", "buy 4,").replace("'co'", "'co', 'net'")
                    + "\npatterns '{first}', '{first}{n}'";
        int domains = word.equals("buy") ? 4 : bought ? 3 : 1;
        return file + "\nproviders google: " + domains;
    }
}
