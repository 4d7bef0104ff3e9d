package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Bench.json;
import static io.mailwright.scaledmail.Bench.permit;
import static io.mailwright.scaledmail.Bench.reply;
import static io.mailwright.scaledmail.Reply.Outcome.CONFIRMED;
import static io.mailwright.scaledmail.Reply.Outcome.REFUSED;
import static io.mailwright.scaledmail.Reply.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The six calls that a campaign's own orders do not need: how they are written, and that each is sent once (2.1 to 2.5). */
class OtherSendsTest {
    private static final Wire.Login REGISTRAR = new Wire.Login("Namecheap", "ann", "hunter2", null, null, null);

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

    private enum Sending {
        WORKSPACE(
                "POST /api/v1/organizations",
                "{\"name\":\"Acme & Söhne\"}",
                sender -> sender.createWorkspace(permit(), "Acme & Söhne")),
        PREWARMED(
                "POST /api/v1/buy-pre-warm-inboxes?organization_id=recOrg1",
                "{\"tag\":\"q1-a1b2c3d4\",\"domains\":[{\"id\":\"recPw1\",\"domain\":\"warm-a.com\","
                        + "\"redirect\":\"https://sample.com\"},{\"id\":\"recPw2\",\"domain\":\"warm-b.com\"}],"
                        + "\"sequencer\":{\"provider\":\"Instantly\",\"username\":\"bot@acme.com\",\"password\":\"hunter2\","
                        + "\"link\":\"https://app.example\",\"tag\":\"{{ID}}\"}}",
                sender -> sender.buyPreWarmInboxes(permit(), "recOrg1", Bench.WARM)),
        PACKAGE(
                "POST /api/v1/create-order/price_1?organization_id=recOrg1&provider=other&coupon=SPRING",
                "{\"tag\":\"t\",\"providers\":{},\"hosting\":{\"provider\":\"Namecheap\",\"username\":\"ann\","
                        + "\"password\":\"hunter2\"},\"quantity\":2}",
                sender -> sender.createOrder(
                        permit(),
                        "recOrg1",
                        "price_1",
                        "other",
                        "SPRING",
                        new Wire.OrderBody("t", Map.of(), null, REGISTRAR).times(2))),
        DOMAIN(
                "POST /api/v1/swap-domain/a.com?organization_id=recOrg1&provider=other",
                "{\"new_domain\":\"b.com\",\"hosting\":{\"provider\":\"Namecheap\",\"username\":\"ann\","
                        + "\"password\":\"hunter2\"}}",
                sender -> sender.swapDomain(
                        permit(), "recOrg1", "a.com", "other", new Wire.DomainSwap("b.com", REGISTRAR))),
        REDIRECT(
                "POST /api/v1/swap-redirect/a.com?organization_id=recOrg1",
                "{\"new_redirect\":\"\"}",
                sender -> sender.swapRedirect(permit(), "recOrg1", "a.com", "")),
        CANCEL(
                "DELETE /api/v1/orders/recPay1?organization_id=recOrg1",
                "",
                sender -> sender.cancelOrder(permit(), "recOrg1", "recPay1"));

        final String line;
        final String body;
        final Function<Sender, Reply> send;

        Sending(String line, String body, Function<Sender, Reply> send) {
            this.line = line;
            this.body = body;
            this.send = send;
        }
    }

    static Stream<Arguments> inDoubt() {
        return Stream.of(Sending.values())
                .flatMap(sending -> SenderTest.doubts()
                        .filter(fault -> !sending.body.isEmpty() || fault.getOnRequestBody() == null)
                        .map(fault -> Arguments.of(sending, fault)));
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsTheVendorReadsIt(Sending sending) throws Exception {
        server.enqueue(json("{\"success\":true,\"message\":\"Done\"}"));
        assertThat(sending.send.apply(bench.sender).outcome()).isEqualTo(CONFIRMED);
        var request = server.takeRequest();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(sending.line);
        assertThat(request.getBody() == null ? "" : request.getBody().utf8()).isEqualTo(sending.body);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Bench.KEY);
    }

    @ParameterizedTest
    @MethodSource("inDoubt")
    void inDoubtItIsUnknownAndNeverSentAgain(Sending sending, MockResponse fault) throws Exception {
        server.enqueue(fault);
        server.enqueue(json("{\"success\":true}"));
        assertThat(sending.send.apply(bench.sender).outcome()).isEqualTo(UNKNOWN);
        assertThat(server.takeRequest(300, TimeUnit.MILLISECONDS)).isNotNull();
        assertThat(server.takeRequest(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aReplyThatEchoesALoginIsReadWithoutIt() {
        server.enqueue(reply(400, "{\"error\":\"no login for bot@acme.com with hunter2\"}"));
        server.enqueue(reply(400, "{\"error\":\"hunter2 is wrong\"}"));
        assertThat(Sending.PREWARMED.send.apply(bench.sender).text()).doesNotContain("bot@", "hunter2");
        Reply swap = Sending.DOMAIN.send.apply(bench.sender);
        assertThat(swap.outcome()).isEqualTo(REFUSED);
        assertThat(swap.text()).doesNotContain("hunter2");
    }
}
