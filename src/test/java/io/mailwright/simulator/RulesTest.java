package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.bare;
import static io.mailwright.simulator.RunningSimulator.domains;
import static io.mailwright.simulator.RunningSimulator.filled;
import static io.mailwright.simulator.RunningSimulator.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every checkable rule of scaledmail-api.md section 4: the refusal names the field, and nothing is applied. */
class RulesTest {
    private static final String GOOD = filled("rule-one.com", 2);
    private static final String NAMED = "{'domain': 'rule-one.com', 'first_name': 'A', 'last_name': 'B'}";

    @TempDir
    static Path folder;

    static RunningSimulator vendor;
    static String uuid;

    @BeforeAll
    static void start() throws IOException {
        vendor = RunningSimulator.unlimited(folder.resolve("state.json"));
        uuid = vendor.formOf(vendor.ordered("rule-one.com", "rule-two.com"));
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    static Stream<Arguments> bodies() {
        String two = filled("rule-two.com", 2);
        String aliases = "{'first_name': 'Ann', 'last_name': 'Lee', 'alias': 'ann'}";
        String long51 = "x".repeat(51);
        return Stream.of(
                rule(5, "[]", "body"),
                rule(5, "{'providers", "body"),
                rule(6, "{'tag': '123456789012345678901', 'providers': {}}", "tag"),
                rule(6, "{'tag': 7, 'providers': {}}", "tag"),
                rule(7, "{}", "providers"),
                rule(7, "{'providers': []}", "providers"),
                rule(8, "{'providers': {}}", "providers"),
                rule(8, "{'providers': {'yahoo': {}}}", "providers.yahoo"),
                rule(9, "{'providers': {'google': {}}}", "providers.google.domains"),
                rule(9, "{'providers': {'google': {'domains': []}}}", "providers.google.domains"),
                rule(10, google(GOOD), "rule-two.com"),
                rule(10, google(GOOD, two, filled("rule-three.com", 2)), "rule-three.com"),
                rule(12, google("{'redirect': 'x'}", two), "google.domains[0].domain"),
                rule(12, google("{'domain': 4}", two), "google.domains[0].domain"),
                rule(12, google(filled("rule-three.com", 2), two), "rule-three.com"),
                rule(13, google(GOOD, with("'redirect': ''")), "google.domains[1].redirect"),
                rule(14, google(GOOD, with("'profile_picture': 'https://" + "x".repeat(150) + "'")), "profile_picture"),
                rule(14, google(GOOD, with("'profile_picture': 'data:image/png;base64,AA'")), "base64"),
                rule(14, google(GOOD, with("'profile_picture': 'face.png'")), "profile_picture"),
                rule(16, google("{'domain': 'rule-one.com'}", "{'domain': 'rule-two.com'}"), "google.domains[0]"),
                rule(16, google(GOOD, with("'first_name': 'A', 'aliases': []")), "google.domains[1]"),
                rule(17, google(GOOD, with("'first_name': 'A', 'last_name': 'B'")), "google.domains[1]"),
                rule(17, google(GOOD, "{'domain': 'rule-two.com'}"), "google.domains[1]"),
                rule(18, google(NAMED, with("'first_name': '" + long51 + "', 'last_name': 'B'")), "first_name"),
                rule(18, google(NAMED, with("'first_name': 'A', 'last_name': '" + long51 + "'")), "last_name"),
                rule(18, google(NAMED, with("'first_name': 'A', 'last_name': ' '")), "last_name"),
                rule(18, google(NAMED, with("'last_name': 'B'")), "first_name"),
                rule(20, google(alias("'first_name': 'A', 'last_name': 'B'")), "aliases[0].alias"),
                rule(20, google(alias("'first_name': 'A', 'alias': 'b'")), "aliases[0].last_name"),
                rule(20, google(alias("'first_name': '" + long51 + "', 'last_name': 'B', 'alias': 'b'")), "first_name"),
                rule(21, google(alias("'first_name': 'A', 'last_name': 'B', 'alias': 'b@c.com'")), "alias"),
                rule(21, google(alias("'first_name': 'A', 'last_name': 'B', 'alias': 'b c'")), "alias"),
                rule(21, google(alias("'first_name': 'A', 'last_name': 'B', 'alias': ''")), "alias"),
                rule(21, google(alias("'first_name': 'A', 'last_name': 'B', 'alias': '" + "x".repeat(65) + "'")), "64"),
                rule(
                        22,
                        google(alias("'first_name': 'A', 'last_name': 'B', 'alias': 'b', 'profile_picture': 'data:x'")),
                        "aliases[0].profile_picture"),
                rule(23, google(GOOD, filled("rule-two.com", 3)), "exactly 2"),
                rule(23, google(GOOD, filled("rule-two.com", 1)), "google.domains[1].aliases"),
                rule(23, google(GOOD, with("'aliases': {}")), "google.domains[1].aliases"),
                rule(
                        24,
                        google(GOOD, with("'aliases': [" + aliases + "," + aliases.replace("'ann'", "'ANN'") + "]")),
                        "twice"),
                rule(
                        25,
                        google(GOOD, two).replaceFirst("}$", ", 'sequencer': {'provider': 'x', 'username': 'u'}}"),
                        "sequencer.password"),
                rule(
                        26,
                        google(GOOD, two)
                                .replaceFirst(
                                        "}$",
                                        ", 'sequencer': {'provider': 'x', 'username': 'u', 'password': 'p', 'link': ''}}"),
                        "sequencer.link"),
                rule(27, google(GOOD, GOOD), "twice"),
                rule(
                        29,
                        "{'providers': {'google': {'domains': [" + GOOD + "]}, 'smtp': {'domains': ["
                                + filled("rule-two.com", 4) + "]}}}",
                        "google.domains"));
    }

    @ParameterizedTest(name = "rule {0}: {2}")
    @MethodSource("bodies")
    void aBodyAgainstARuleIsRefused(int rule, String body, String field) throws IOException {
        Answer answer = vendor.submit(uuid, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(field);
        assertThat(vendor.get("pending-forms?" + NORTHWIND).text()).contains(uuid);
    }

    @Test
    void pathAndQuery() throws IOException {
        String good = google(GOOD, filled("rule-two.com", 2));
        assertThat(vendor.submit("3f0d9a52-6b1e-4c57-9a0f-0b7f3c1d2e44", good).status())
                .isEqualTo(404);
        assertThat(vendor.post("submit-form/" + uuid, good).error()).contains("provider");
        assertThat(vendor.post("submit-form/" + uuid + "?provider=buy", good).error())
                .contains("provider");
        assertThat(vendor.post("submit-form/" + uuid + "?provider=other", good).error())
                .contains("scaledmail");
        assertThat(vendor.post("submit-form/" + uuid + "?provider=scaledmail&organization_id=recOrg00000000002", good)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hostingWithExternalNames() throws IOException {
        String external = vendor.manage(
                        "POST", "web-order", "{'providers': {'google': 1}, 'domains': ['external.example']}")
                .at("/uuid")
                .asText();
        String body = google(filled("external.example", 2));
        String path = "submit-form/" + external + "?provider=other";
        assertThat(vendor.post(path, body).error()).contains("hosting");
        for (String hosting : List.of(
                "{'username': 'u', 'password': 'p'}",
                "{'provider': 'x', 'username': '', 'password': 'p'}",
                "{'provider': 'x', 'username': 'u', 'password': 'p', 'link': ''}")) {
            assertThat(vendor.post(path, body.replaceFirst("}$", ", 'hosting': " + hosting + "}"))
                            .error())
                    .startsWith("hosting.");
        }
        String whole = "{'provider': 'x', 'username': 'u', 'password': 'p'}";
        assertThat(vendor.post(path, body.replaceFirst("}$", ", 'hosting': " + whole + "}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theCapsOfAnOrderAndNamesThatAreNotOurs() throws IOException {
        String[] names =
                IntStream.range(0, 31).mapToObj(i -> "cap-" + i + ".com").toArray(String[]::new);
        vendor.manage("POST", "registrations", domains(names));
        assertThat(vendor.order("{'outlook': {'domains': [" + bare(names) + "]}}")
                        .error())
                .contains("outlook.domains")
                .contains("30");
        assertThat(vendor.order("{'google': {'domains': [" + bare("never-bought.com") + "]}}")
                        .error())
                .contains("never-bought.com");
        assertThat(vendor.order("{'google': {'domains': [" + bare("rule-one.com") + "]}}")
                        .error())
                .contains("rule-one.com");
        assertThat(vendor.post("create-custom-order?provider=scaledmail&coupon=NONE", google(bare("cap-1.com")))
                        .error())
                .contains("coupon");
        assertThat(vendor.post("create-custom-order", google(bare("cap-1.com"))).error())
                .contains("provider");
    }

    @Test
    void aSubmissionThatKeepsEveryRuleIsTaken() throws IOException {
        String form = vendor.formOf(vendor.ordered("kept-one.com", "kept-two.com"));
        String named = "{'domain': ' Kept-One.com', 'first_name': 'Ann', 'last_name': 'Lee', 'unknown': 1}";
        String other = "{'domain': 'kept-two.com', 'first_name': 'Ann', 'last_name': 'Lee'}";
        assertThat(vendor.submit(form, google(other, named)).status()).isEqualTo(200);
        assertThat(vendor.get("domains?" + NORTHWIND).text()).contains("ann.lee");
    }

    private static Arguments rule(int number, String body, String field) {
        return Arguments.of(number, body, field);
    }

    private static String google(String... domains) {
        return form("google", domains);
    }

    private static String with(String fields) {
        return "{'domain': 'rule-two.com', " + fields + "}";
    }

    private static String alias(String fields) {
        return "{'domain': 'rule-one.com', 'aliases': [{" + fields
                + "}, {'first_name': 'A', 'last_name': 'B', 'alias': 'z'}]}," + filled("rule-two.com", 2);
    }
}
