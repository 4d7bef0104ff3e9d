package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What is written into a browser's address bar, and where a browser says that it comes from. */
@FlowTest
class AddressesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Flows flows;

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?page=x",
                "/?waiting=maybe",
                "/?page=99999999999",
                "/charts?months=all",
                "/schedules?page=1.5",
                "/vendor?minutes=ten",
                "/campaigns/nobody?diagram=a",
                "/forms?ignored=perhaps"
            })
    void what_is_no_number_is_told_on_a_page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("aria-label=\"Console\"", " takes ").doesNotContain("its log says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?page=-1",
                "/?page=2147483647",
                "/charts?months=-5",
                "/charts?months=2147483647",
                "/schedules?page=-3",
                "/schedules?page=2147483647",
                "/tasks?page=2147483647",
                "/vendor?minutes=-1"
            })
    void a_number_out_of_range_shows_what_there_is(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/domains/replace",
                "/domains/redirect",
                "/orders/cancel",
                "/campaigns/acme-1/cancel",
                "/requests/x/cancel",
                "/forms/x/adopt",
                "/schedules/x/pause"
            })
    void an_address_that_takes_answers_only_says_so_on_a_page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body())
                .contains("aria-label=\"Console\"", path + " only takes what a form of another page sends");
    }

    @ParameterizedTest
    @CsvSource({"/tasks/none, the page Tasks lists those that are open", "/requests/none, there is no request none"})
    void what_is_not_there_is_named_as_pages_name_it(String path, String says) throws Exception {
        assertThat(get(path).body()).contains(says).doesNotContain("GET /api");
    }

    /** A proxy with TLS sends on what the browser said, and perhaps this server's own address as Host. */
    @ParameterizedTest
    @CsvSource({"public, 303", "host, 303", "https://evil.example, 403", "null, 403"})
    void a_form_may_come_from_where_people_open_mailwright(String origin, int status) throws Exception {
        flows.usual();
        String from = origin.equals("public")
                ? environment.getProperty("mailwright.notices.public-url")
                : origin.equals("host") ? address() : origin;
        HttpResponse<String> answer = send(request("/forms/recipes")
                .header("Origin", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=from-a-proxy&file=campaign+'x'%0Aperson+'A',+'B'")));
        assertThat(answer.statusCode() == 302 ? 303 : answer.statusCode())
                .as(answer.body())
                .isEqualTo(status);
        if (status == 303) assertThat(answer.headers().firstValue("Location")).hasValue("/forms#recipes");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8)));
    }

    private String address() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
