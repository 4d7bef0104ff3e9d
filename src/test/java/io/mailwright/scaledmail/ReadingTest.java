package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Bench.json;
import static io.mailwright.scaledmail.Bench.reply;
import static io.mailwright.scaledmail.VendorException.Kind.FINAL;
import static io.mailwright.scaledmail.VendorException.Kind.NEEDS_PERSON;
import static io.mailwright.scaledmail.VendorException.Kind.RETRIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.mailwright.campaign.Provider;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String GOOD = "{\"organizations\":[{\"id\":\"recOrg1\"}]}";
    private final MockWebServer server = new MockWebServer();
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        server.start();
        bench = new Bench(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"recOrg1\"}]",
                "{\"data\":[{\"id\":\"recOrg1\"}]}",
                "{\"data\":{\"organizations\":[{\"id\":\"recOrg1\",\"new\":{\"a\":[1]}}]},\"total\":9}",
                "{\"success\":true,\"error\":null,\"organizations\":[null,{\"id\":\"recOrg1\",\"name\":null}]}"
            })
    void everyWrappingIsRead(String body) {
        server.enqueue(json(body));
        assertThat(bench.mail.organizations()).containsExactly(new Wire.Organization("recOrg1", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"organizations\":[]}", "{\"organizations\":null}", "[]", "{\"data\":{\"organizations\":null}}"
            })
    void anEmptyListIsBelieved(String body) {
        server.enqueue(json(body));
        assertThat(bench.mail.organizations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "  ",
                "<html><body>busy</body></html>",
                "null",
                "true",
                "\"ok\"",
                "OK",
                "{\"organizations\":[{\"id\":\"recOrg1\"}",
                "[] <!-- proxy -->",
                "{\"organizations\":{}}",
                "{\"organizations\":[\"recOrg1\"]}",
                "{\"error\":\"try later\",\"organizations\":[]}",
                "{\"success\":false,\"data\":[]}"
            })
    void anUnreadableSuccessIsNeverAnEmptyList(String body) {
        for (int i = 0; i < 5; i++) {
            server.enqueue(reply(200, body));
        }
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.organizations());
        assertThat(e.kind()).isEqualTo(RETRIED);
        assertThat(e).hasMessageContaining("cannot be understood");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    static Stream<MockResponse> passingFaults() {
        return Stream.of(
                reply(200, ""),
                reply(200, "<html>"),
                reply(204, ""),
                reply(500, "{\"error\":\"Internal server error\"}"),
                reply(502, "<html>"),
                reply(408, ""),
                reply(421, ""),
                reply(429, ""),
                reply(429, "Too many requests"),
                reply(429, "{\"message\":\"Too many critical operations\",\"retryAfter\":1}"),
                reply(429, "{\"retryAfter\":" + (Instant.now().getEpochSecond() - 5) + "}"),
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "1")
                        .build(),
                new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "0")
                        .build(),
                new MockResponse.Builder()
                        .onRequestStart(new SocketEffect.CloseSocket())
                        .build(),
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build(),
                new MockResponse.Builder()
                        .body(GOOD)
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aFaultThatPassesIsTriedAgain(MockResponse fault) {
        server.enqueue(fault);
        server.enqueue(json(GOOD));
        assertThat(bench.mail.organizations()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aStalePooledConnectionIsTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .body(GOOD)
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(json(GOOD));
        assertThat(bench.mail.organizations()).hasSize(1);
        assertThat(bench.mail.organizations()).hasSize(1);
    }

    @Test
    void aReadTakesNoLongerThanItsPatience() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .headersDelay(30, TimeUnit.SECONDS)
                    .body(GOOD)
                    .build());
        }
        Instant start = Instant.now();
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.organizations());
        assertThat(e.kind()).isEqualTo(RETRIED);
        assertThat(Duration.between(start, Instant.now()))
                .isBetween(Duration.ofMillis(2_900), Duration.ofMillis(25_000));
    }

    @Test
    void aLongWaitBecomesADueDate() {
        Instant due = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS);
        server.enqueue(reply(429, "{\"message\":\"Too many\",\"retryAfter\":" + due.getEpochSecond() + "}"));
        TryAgainAt wait = catchThrowableOfType(TryAgainAt.class, () -> bench.mail.search("recOrg1", List.of("a.com")));
        assertThat(wait.time()).isCloseTo(due, within(2, ChronoUnit.SECONDS));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | {"message":"Unauthorized"}                | the vendor refused the API key: put a valid one into SCALEDMAIL_API_KEY and restart
        403 | <html>                                    | put one of the workspace's account into SCALEDMAIL_API_KEY
        402 | {}                                        | connect a payment method
        400 | {"error":"No payment method connected"}   | connect a payment method
        302 | moved                                     | SCALEDMAIL_BASE_URL
        """)
    void somebodyMustAct(int status, String body, String mending) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/elsewhere"))
                .body(body)
                .build());
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.orders("recOrg1"));
        assertThat(e.kind()).isEqualTo(NEEDS_PERSON);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e).hasMessageContaining(mending);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | {"error":"organization_id is required","message":"other"} | organization_id is required
        404 | {"message":"Organization not found"}                      | Organization not found
        422 | plain words with "password":"hunter2"                     | plain words with "password":***
        """)
    void aNoIsFinalInTheVendorsWords(int status, String body, String words) {
        server.enqueue(reply(status, body));
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.domains("recOrg1"));
        assertThat(e.kind()).isEqualTo(FINAL);
        assertThat(e).hasMessageEndingWith(words);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aLongNoIsCutAndHoldsNoKey() {
        server.enqueue(reply(400, "Bearer " + Bench.KEY + " " + "x".repeat(5_000)));
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.domains("recOrg1"));
        assertThat(e.getMessage()).hasSize(300).doesNotContain(Bench.KEY);
    }

    @Test
    void mailboxesThatAreNullOrUnknownAreAbsent() {
        server.enqueue(json("{\"total\":0,\"mailboxes\":null}"));
        server.enqueue(reply(404, "{\"message\":\"Unable to get mailboxes or domain ID does not exist\"}"));
        server.enqueue(json("{\"mailboxes\":[]}"));
        assertThat(bench.mail.mailboxes("recOrg1", "recDom1", true)).isEmpty();
        assertThat(bench.mail.mailboxes("recOrg1", "recDom1", true)).isEmpty();
        assertThat(bench.mail.mailboxes("recOrg1", "recDom1", true)).contains(List.of());
    }

    @Test
    void anOrderWithoutIdAndAQuoteWithoutTheProviderAreUnreadable() {
        server.enqueue(json("{}"));
        server.enqueue(json("{\"order\":{\"id\":\"recPay1\"}}"));
        assertThat(bench.mail.order("recOrg1", "recPay1").packages()).isEmpty();
        server.enqueue(json("{\"data\":{\"providerBreakdown\":[{\"provider\":\"google\"},{\"provider\":\"fax\"}]}}"));
        server.enqueue(json("{\"providerBreakdown\":[{\"provider\":\"SMTP\",\"pricePerUnit\":3.75}]}"));
        assertThat(bench.mail.calculatePackage("recOrg1", Provider.SMTP).pricePerUnit())
                .isEqualByComparingTo("3.75");
    }

    @Test
    void fieldsOfUnknownShapeAreLeftOut() {
        server.enqueue(
                json("[{\"domain\":\"a.com\",\"status\":\"premium\",\"price\":\"ask us\",\"renewPrice\":{\"usd\":1},"
                        + "\"blacklisted\":[{\"list\":\"DBL\"},\"SURBL\"]}]"));
        Map<String, Wire.SearchRow> found = bench.mail.search("recOrg1", List.of("a.com"));
        Wire.SearchRow row = found.get("a.com");
        assertThat(row.available()).isFalse();
        assertThat(row.price()).isNull();
        assertThat(row.renewPrice()).isNull();
        assertThat(row.blacklisted()).containsExactly("{\"list\":\"DBL\"}", "SURBL");
    }

    @Test
    void aVendorThatIsDownIsRetriedAndSaidInOneSentence() {
        int port = server.getPort();
        server.close();
        VendorException e = catchThrowableOfType(VendorException.class, () -> bench.mail.organizations());
        assertThat(e.kind()).isEqualTo(RETRIED);
        assertThat(e.status()).isZero();
        assertThat(e).hasMessageContaining("did not answer organizations").hasMessageContaining(":" + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/"})
    void theBaseAddressMayEndWithASlash(String path) throws Exception {
        VendorSettings settings = Bench.settings(100, 100);
        URI address = server.url(path).uri();
        server.enqueue(json(GOOD));
        new Bench(address, Bench.pace(Bench.database(), settings), settings).mail.organizations();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/organizations");
    }

    @Test
    void aSearchPastTheMinuteIsADueDateAndNothingIsSent() {
        VendorSettings settings = Bench.settings(100, 1);
        Bench one = new Bench(server.url("/api/v1").uri(), Bench.pace(Bench.database(), settings), settings);
        server.enqueue(json("[{\"domain\":\"a.com\",\"status\":\"taken\"}]"));
        one.mail.search("recOrg1", List.of("a.com"));
        TryAgainAt full = catchThrowableOfType(TryAgainAt.class, () -> one.mail.search("recOrg1", List.of("b.com")));
        assertThat(full.time()).isCloseTo(Instant.now().plusSeconds(66), within(2, ChronoUnit.SECONDS));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
