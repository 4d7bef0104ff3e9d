package io.mailwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private final MockWebServer receiver = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void a_message_is_signed_as_the_specifications_own_example() throws Exception {
        receiver.enqueue(answer(204));
        webhook(SECRET).send("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}", NOW);

        RecordedRequest request = receiver.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("content-type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("webhook-id")).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
        assertThat(request.getHeaders().get("webhook-timestamp")).isEqualTo("1614265330");
        assertThat(request.getHeaders().get("webhook-signature"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(request.getBody().utf8()).isEqualTo("{\"test\": 2432232314}");
        assertThat(request.getHeaders().get("upgrade"))
                .as("an offer that some receivers refuse")
                .isNull();
    }

    @Test
    void any_other_text_is_the_key_itself_and_what_is_signed_is_utf8() throws Exception {
        Webhook webhook = webhook("a plain secret");
        receiver.enqueue(answer(200));
        webhook.send("evt_1", "{\"name\":\"Żółć\"}", NOW);

        RecordedRequest request = receiver.takeRequest();
        assertThat(request.getHeaders().get("webhook-signature"))
                .isEqualTo(Receiver.signature(
                        "a plain secret".getBytes(StandardCharsets.UTF_8),
                        "evt_1",
                        "1614265330",
                        request.getBody().utf8()));
        assertThat(request.getBody().utf8()).contains("Żółć");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 429, 500, 503})
    void an_answer_that_takes_nothing_is_a_failure(int status) {
        receiver.enqueue(answer(status));
        assertThatThrownBy(() -> webhook(SECRET).send("evt_1", "{}", NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered " + status);
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", receiver.url("/elsewhere").toString())
                .build());
        receiver.enqueue(answer(200));
        assertThatThrownBy(() -> webhook(SECRET).send("evt_1", "{}", NOW)).hasMessageContaining("redirects (307)");
        assertThat(receiver.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_receiver_that_hangs_is_left() {
        receiver.enqueue(new MockResponse.Builder()
                .body("x")
                .throttleBody(1, 1, TimeUnit.MINUTES)
                .headersDelay(1, TimeUnit.MINUTES)
                .build());
        assertThatThrownBy(() -> new Webhook(address(), SECRET, Duration.ofMillis(300)).send("evt_1", "{}", NOW))
                .hasMessageContaining("did not answer within");
    }

    @Test
    void a_failure_repeats_neither_the_address_nor_the_secret() {
        receiver.close();
        assertThatThrownBy(() -> webhook(SECRET).send("evt_1", "{}", NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be reached")
                .hasMessageNotContainingAny("token", "whsec", "MfKQ");
    }

    @Test
    void a_secret_that_is_no_base64_is_refused() {
        assertThatThrownBy(() -> webhook("whsec_not base64!")).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> webhook("not base64!")).doesNotThrowAnyException();
    }

    private static MockResponse answer(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private Webhook webhook(String secret) {
        return new Webhook(address(), secret, Duration.ofSeconds(5));
    }

    private URI address() {
        return receiver.url("/hook?token=t0ken").uri();
    }
}
