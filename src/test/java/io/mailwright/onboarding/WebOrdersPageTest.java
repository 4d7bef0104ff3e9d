package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The pages about web orders and about the vendor, as a browser without scripts has them. */
@FlowTest
class WebOrdersPageTest {
    private static final String RECIPE = """
            campaign '%s'
            person 'Anna', 'Lindqvist'
            patterns '{first}.{last}', '{f}{last}', '{first}{l}', '{first}.{last}{n}'
            redirect 'https://northwind.example'
            """;

    @Autowired
    private Flows flows;

    @Autowired
    private Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void aFormIsPreviewedAndAdopted() {
        String word = flows.free("io");
        String uuid = webOrder(word + ".io");
        assertThat(page("/forms/pending")).contains(word + ".io", "/forms/" + uuid);

        HttpResponse<String> wrong = post("/forms/" + uuid + "/preview", "demo", "file", "campaign 'x'\nbuy 3");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("The file does not fit", "line ");
        assertThat(post("/forms/" + uuid + "/preview", "demo", "file", RECIPE.formatted(word))
                        .body())
                .contains("anna.lindqvist", "alindqvist", "https://northwind.example")
                .doesNotContain("The file does not fit");
        assertThat(post("/forms/" + uuid + "/adopt", "approver", "file", RECIPE.formatted(word))
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> adopted = post("/forms/" + uuid + "/adopt", "demo", "file", RECIPE.formatted(word));
        assertThat(adopted.statusCode()).as(adopted.body()).isBetween(302, 303);
        String id = adopted.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        flows.approve(id);
        flows.onboarded(id);
        assertThat(flows.jdbc
                        .sql("select count(*) from campaign_order where campaign_id = ? and onboarded_at is not null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page("/charts")).contains("From approval to mailboxes", "smtp, median");
        flows.nothingTwice();
    }

    @Test
    void aFormOfAnotherWorkspaceIsFilledFromThatPage() {
        String word = flows.free("io");
        String uuid = flows.admin(
                        "POST",
                        "web-order",
                        "{'organization_id':'recOrg00000000002','providers':{'smtp':1},'provider':'scaledmail','domains':['"
                                + word + ".io']}")
                .get("uuid")
                .asText();
        String preview = "/forms/" + uuid + "/preview";
        HttpResponse<String> elsewhere = post(preview, "demo", "file", RECIPE.formatted(word));
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).contains("the page Web orders lists").doesNotContain("GET /api");
        assertThat(page("/forms/pending?workspace=Contoso")).contains(uuid);
        assertThat(post(preview, "demo", "workspace", "Contoso", "file", RECIPE.formatted(word))
                        .body())
                .contains("anna.lindqvist");
        HttpResponse<String> adopted =
                post("/forms/" + uuid + "/adopt", "demo", "workspace", "Contoso", "file", RECIPE.formatted(word));
        assertThat(adopted.statusCode()).as(adopted.body()).isBetween(302, 303);
        String location = adopted.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/campaigns/");
        flows.until(location.replaceAll(".*/", ""), Flows.task("approvePlan"));
    }

    @Test
    void whatCantBeAdoptedStandsBesideTheKeptText() {
        String word = flows.free("io");
        String uuid = webOrder(word + ".io");
        assertThat(page("/forms/pending")).contains(uuid);
        String preview = "/forms/" + uuid + "/preview";
        String file = RECIPE.formatted(word) + "workspace 'Typo'";
        HttpResponse<String> typo = post(preview, "demo", "file", file);
        assertThat(typo.statusCode()).isEqualTo(400);
        assertThat(typo.body()).contains("there is no workspace 'Typo'", "workspace 'Typo'");
        flows.fault("organizations", "500-before", -1);
        HttpResponse<String> away = post(preview, "demo", "file", RECIPE.formatted(word));
        flows.usual();
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("the vendor can't be read now", "person 'Anna'");
    }

    @Test
    void aFormIsIgnoredAndARecipeRemoved() {
        String word = flows.free("io");
        String uuid = webOrder(word + ".io");
        assertThat(page("/forms/pending")).contains(uuid);
        post("/forms/" + uuid + "/ignore", "demo", "comment", "a test order");
        assertThat(page("/forms/pending")).doesNotContain(uuid);
        assertThat(page("/forms/pending?ignored=true")).contains(uuid);

        post("/forms/recipes", "demo", "file", RECIPE.formatted(word), "name", word);
        assertThat(page("/forms")).contains(word);
        assertThat(post("/forms/recipes/" + word + "/remove", "approver").statusCode())
                .isEqualTo(403);
        post("/forms/recipes/" + word + "/remove", "demo");
        assertThat(page("/forms")).doesNotContain(word);
        assertThat(post("/forms/recipes/" + word + "/remove", "demo").statusCode())
                .isEqualTo(404);
        assertThat(post("/forms/recipes", "demo", "name", "no/name", "file", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatTheVendorSaysIsShownAsText() {
        flows.fault("pending-forms", "429-html", 1);
        page("/forms/pending");
        String page = page("/vendor");
        assertThat(page).contains("the simulator in this server", "data-chart=", "What waits");
        assertThat(page.replaceAll("(?s).*<h2 id=\"errors\">", ""))
                .contains("with 429: Too Many Requests")
                .doesNotContain("<h1>Too Many");
    }

    private String webOrder(String domain) {
        JsonNode order = flows.admin(
                "POST", "web-order", "{'providers':{'smtp':1},'provider':'scaledmail','domains':['" + domain + "']}");
        return order.get("uuid").asText();
    }

    private String page(String path) {
        HttpResponse<String> answer = send(request(path, "demo").GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** As a browser sends a form, but a redirect is not followed. */
    private HttpResponse<String> post(String path, String user, String... fields) {
        String form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, user)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path, String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .header("Authorization", "Basic " + login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
