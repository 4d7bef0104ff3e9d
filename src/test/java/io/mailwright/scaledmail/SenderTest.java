package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Bench.json;
import static io.mailwright.scaledmail.Bench.permit;
import static io.mailwright.scaledmail.Bench.reply;
import static io.mailwright.scaledmail.Reply.Outcome.CONFIRMED;
import static io.mailwright.scaledmail.Reply.Outcome.NOT_SENT;
import static io.mailwright.scaledmail.Reply.Outcome.REFUSED;
import static io.mailwright.scaledmail.Reply.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the vendor and the network do, one call is one POST. */
class SenderTest {
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

    private Reply buy() {
        return bench.sender.buyDomains(permit(), "recOrg1", List.of("a.com"));
    }

    private static final Wire.OrderBody WITH_LOGINS = new Wire.OrderBody(
            "q1-a1b2c3d4",
            Map.of(
                    "smtp",
                    new Wire.ProviderDomains(List.of(new Wire.DomainBody("a.com", null, null, null, "Ann", "Lee")))),
            new Wire.Login("Instantly", "bot@acme.com", "p\"ss w", null, "acme", "{{ID}}"),
            new Wire.Login("Namecheap", "ann", "hunter2", "https://login.example/7", null, null));

    @Test
    void loginsCouponAndNamesGoAsTheVendorWritesThem() throws Exception {
        server.enqueue(json("{\"success\":true}"));
        server.enqueue(json("{\"success\":true}"));
        bench.sender.createCustomOrder(permit(), "recOrg1", "other", "SPRING 5", WITH_LOGINS);
        bench.sender.createCustomOrder(permit(), "recOrg1", "other", null, Bench.ORDER);
        var first = server.takeRequest();
        assertThat(first.getUrl().queryParameter("provider")).isEqualTo("other");
        assertThat(first.getUrl().queryParameter("coupon")).isEqualTo("SPRING 5");
        assertThat(first.getBody().utf8())
                .isEqualTo("{\"tag\":\"q1-a1b2c3d4\",\"providers\":{\"smtp\":{\"domains\":[{\"domain\":\"a.com\","
                        + "\"first_name\":\"Ann\",\"last_name\":\"Lee\"}]}},"
                        + "\"sequencer\":{\"provider\":\"Instantly\",\"username\":\"bot@acme.com\","
                        + "\"password\":\"p\\\"ss w\",\"workspace\":\"acme\",\"tag\":\"{{ID}}\"},"
                        + "\"hosting\":{\"provider\":\"Namecheap\",\"username\":\"ann\",\"password\":\"hunter2\","
                        + "\"link\":\"https://login.example/7\"}}");
        var second = server.takeRequest();
        assertThat(second.getUrl().queryParameterNames()).doesNotContain("coupon");
        assertThat(second.getBody().utf8()).doesNotContain("hosting", "sequencer", "first_name\":null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"no login for bot@acme.com with p\\\"ss w\"}",
                "{\"error\":\"ann, hunter2: refused by https://login.example/7\",\"hosting\":{\"link\":\"https://login.example/7\"}}",
                "{\"error\":{\"sequencer\":{\"workspace\":\"acme\",\"username\":\"bot@acme.com\"}}}",
                "{\"message\":\"body was {\\\"password\\\":\\\"p\\\\\\\"ss w\\\"} in workspace acme.\"}",
                "<html>HUNTER2 p&quot;ss w bot%40acme.com</html>",
            })
    void aReplyThatEchoesALoginIsReadWithoutIt(String body) {
        server.enqueue(reply(400, body));
        Reply reply = bench.sender.submitForm(permit(), "recOrg1", "uuid", "other", WITH_LOGINS);
        assertThat(reply.text())
                .contains("***")
                .doesNotContainIgnoringCase("bot@acme", "bot%40", "hunter2", "ss w", "login.example")
                .doesNotMatch("(?s).*\\b(ann|acme)\\b.*");
    }

    @Test
    void aShortSecretTakesNoPartOfAWord() {
        server.enqueue(reply(400, "{\"error\":\"acme.dev of annabel is unavailable\"}"));
        assertThat(bench.sender
                        .submitForm(permit(), "recOrg1", "uuid", "other", WITH_LOGINS)
                        .text())
                .isEqualTo("acme.dev of annabel is unavailable");
        assertThat(WITH_LOGINS.toString()).doesNotContain("hunter2", "bot@", "ss w");
    }

    static Stream<MockResponse> doubts() {
        MockResponse.Builder lost = new MockResponse.Builder().body("{\"success\":true}");
        return Stream.of(
                new MockResponse.Builder().code(408).build(),
                new MockResponse.Builder().code(421).build(),
                new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "0")
                        .build(),
                new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "0")
                        .body("{\"error\":\"busy\"}")
                        .build(),
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "0")
                        .build(),
                new MockResponse.Builder()
                        .code(500)
                        .body("{\"error\":\"Internal server error\"}")
                        .build(),
                new MockResponse.Builder()
                        .code(401)
                        .addHeader("WWW-Authenticate", "Basic")
                        .build(),
                new MockResponse.Builder().code(200).build(),
                new MockResponse.Builder().body("<html>").build(),
                lost.clone().onRequestStart(new SocketEffect.CloseSocket()).build(),
                lost.clone()
                        .onRequestBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build(),
                lost.clone()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build(),
                lost.clone()
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void inDoubtItIsUnknownAndNeverSentAgain(MockResponse fault) throws Exception {
        server.enqueue(fault);
        server.enqueue(json("{\"success\":true}"));
        assertThat(buy().outcome()).isEqualTo(UNKNOWN);
        onePost();
    }

    @Test
    void aReplyThatNeverComesIsUnknownAfterTwentySeconds() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(40, TimeUnit.SECONDS)
                .body("{}")
                .build());
        Instant start = Instant.now();
        assertThat(buy().outcome()).isEqualTo(UNKNOWN);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(38));
        onePost();
    }

    @Test
    void aLostReplyKeepsTheStatusThatWasRead() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\":true}")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        assertThat(buy().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int code) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(code)
                .addHeader("Location", server.url("/api/v1/elsewhere"))
                .build());
        server.enqueue(json("{}"));
        assertThat(buy().outcome()).isEqualTo(UNKNOWN);
        onePost();
    }

    @Test
    void aConnectionThatWentStaleIsNotUsed() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"organizations\":[]}")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("{}")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(json("{}"));
        bench.mail.organizations();
        assertThat(buy().outcome()).isEqualTo(CONFIRMED);
        assertThat(buy().outcome()).isEqualTo(CONFIRMED);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void eachSendHasItsOwnConnection() throws Exception {
        server.enqueue(json("{}"));
        server.enqueue(json("{}"));
        buy();
        buy();
        assertThat(server.takeRequest().getConnectionIndex())
                .isNotEqualTo(server.takeRequest().getConnectionIndex());
    }

    @Test
    void aSecondAddressOfTheVendorIsNotTried() throws Exception {
        try (MockWebServer first = new MockWebServer();
                MockWebServer second = new MockWebServer()) {
            first.start(InetAddress.getByName("127.0.0.1"), 0);
            second.start(InetAddress.getByName("127.0.0.2"), first.getPort());
            first.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build());
            second.enqueue(json("{}"));
            VendorSettings settings = Bench.settings(100, 100);
            Bench twice = new Bench(
                    URI.create("http://vendor.test:" + first.getPort()),
                    Bench.pace(Bench.database(), settings),
                    settings,
                    name -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")));
            assertThat(twice.sender
                            .buyDomains(permit(), "recOrg1", List.of("a.com"))
                            .outcome())
                    .isEqualTo(UNKNOWN);
            assertThat(first.getRequestCount()).isEqualTo(1);
            assertThat(second.getRequestCount()).isZero();
        }
    }

    @Test
    void aVendorThatCannotBeReachedWasNotSentTo() {
        server.close();
        Reply reply = buy();
        assertThat(reply.outcome()).isEqualTo(NOT_SENT);
        assertThat(reply.status()).isZero();
        assertThat(reply.retryAt()).isAfter(Instant.now());
    }

    @Test
    void anOldClaimIsNotSent() {
        SendPermit old =
                new SendPermit(1, System.nanoTime() - Duration.ofMillis(5_001).toNanos());
        Reply reply = bench.sender.submitForm(old, "recOrg1", "3f0d", "scaledmail", Bench.ORDER);
        assertThat(reply.outcome()).isEqualTo(NOT_SENT);
        assertThat(reply.text()).contains("more than five seconds old");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aFullSecondFarAheadIsNotSentUntilItOpens() {
        VendorSettings settings = Bench.settings(1, 100);
        DataSource database = Bench.database();
        Pace pace = Bench.pace(database, settings);
        pace.takeSecond(Effect.Kind.READ);
        JdbcClient.create(database)
                .sql("update pace set sends = :far")
                .param("far", "" + Instant.now().plusSeconds(100).toEpochMilli())
                .update();
        Reply reply = new Bench(server.url("/api/v1").uri(), pace, settings)
                .sender.buyDomains(permit(), "recOrg1", List.of("a.com"));
        assertThat(reply.outcome()).isEqualTo(NOT_SENT);
        assertThat(reply.retryAt()).isAfter(Instant.now().plusSeconds(3));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void theRateLimitersNoWithATimeIsNotSent() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "0")
                .body("{\"message\":\"Too many critical operations\",\"retryAfter\":30}")
                .build());
        server.enqueue(json("{}"));
        Reply reply = buy();
        assertThat(reply.outcome()).isEqualTo(NOT_SENT);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAt()).isAfter(Instant.now().plusSeconds(20));
        onePost();
    }

    @Test
    void whatTheVendorSaysComesBack() {
        server.enqueue(json("{\"success\":true,\"message\":\"Order placed\",\"payment_id\":\"recPay1\"}"));
        server.enqueue(reply(400, "{\"error\":\"providers.google.domains[0].aliases must be 2\"}"));
        assertThat(bench.sender.createCustomOrder(permit(), "recOrg1", "scaledmail", null, Bench.ORDER))
                .isEqualTo(new Reply(CONFIRMED, 200, "Order placed", "recPay1", null, false));
        assertThat(bench.sender.createCustomOrder(permit(), "recOrg1", "scaledmail", null, Bench.ORDER))
                .isEqualTo(new Reply(REFUSED, 400, "providers.google.domains[0].aliases must be 2", null, null, false));
    }

    @Test
    void withoutAPermitNothingIsSent() {
        assertThatNullPointerException().isThrownBy(() -> bench.sender.buyDomains(null, "recOrg1", List.of("a.com")));
        assertThat(server.getRequestCount()).isZero();
    }

    private void onePost() throws InterruptedException {
        assertThat(server.takeRequest(300, TimeUnit.MILLISECONDS)).isNotNull();
        assertThat(server.takeRequest(300, TimeUnit.MILLISECONDS)).isNull();
    }
}
