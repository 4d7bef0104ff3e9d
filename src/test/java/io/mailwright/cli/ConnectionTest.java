package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final CommandRun command = new CommandRun();

    @Test
    void aWrongPasswordSaysHowToGiveTheRightOne() {
        try (FakeServer server = new FakeServer("ann:right")) {
            command.with("MAILWRIGHT_PASSWORD", "wrong");
            assertThat(command.run(
                            "status",
                            "--user",
                            "ann",
                            "--server",
                            server.address().toString()))
                    .isEqualTo(1);
            assertThat(command.err())
                    .contains("'ann'", "--user NAME", "MAILWRIGHT_PASSWORD")
                    .doesNotContain("wrong");
        }
    }

    @Test
    void aPasswordComesFromTheEnvironment() {
        try (FakeServer server = new FakeServer("ann:right").on("GET /api/campaigns", 200, "[]")) {
            command.with("MAILWRIGHT_PASSWORD", "right");
            assertThat(command.run(
                            "status",
                            "--user",
                            "ann",
                            "--server",
                            server.address().toString()))
                    .isZero();
            assertThat(command.out()).contains("No campaign yet");
        }
    }

    @Test
    void onThisMachineTheAdministratorNeedsNoName() {
        try (FakeServer server = new FakeServer("root:secret").on("GET /api/campaigns", 200, "[]")) {
            command.with("MAILWRIGHT_ADMIN_USER", "root").with("MAILWRIGHT_ADMIN_PASSWORD", "secret");
            assertThat(command.run("status", "--server", server.address().toString()))
                    .isZero();
        }
    }

    @Test
    void aServerThatIsNamedButDoesNotAnswerIsAFailure() throws IOException {
        assertThat(command.run("status", "--server", "http://127.0.0.1:" + freePort()))
                .isEqualTo(1);
        assertThat(command.err()).contains("no Mailwright answers at");
    }

    @Test
    void theUsualServerIsFoundByItsPort() {
        try (FakeServer server = new FakeServer().on("GET /api/campaigns", 200, "[]")) {
            command.with("SERVER_PORT", String.valueOf(server.address().getPort()));
            assertThat(command.run("status")).isZero();
            assertThat(command.out()).doesNotContain("in this process");
        }
    }

    @Test
    void withNobodyThereItStartsAServer() throws IOException {
        FakeServer own = new FakeServer().on("GET /api/campaigns", 200, "[]");
        command.with("SERVER_PORT", freePort()).starting(own);
        assertThat(command.run("status")).isZero();
        assertThat(command.out()).contains("in this process", own.address().toString());
        assertThat(own.closed).isTrue();
    }

    @Test
    void somebodyElseOnThePortIsNoMailwrightAndHearsNoPassword() throws Exception {
        FakeServer own = new FakeServer().on("GET /api/campaigns", 200, "[]");
        try (MockWebServer stranger = new MockWebServer()) {
            stranger.enqueue(new MockResponse(200, Headers.of(), "<html>a wiki</html>"));
            stranger.start();
            command.with("SERVER_PORT", String.valueOf(stranger.getPort())).starting(own);
            assertThat(command.run("status")).isZero();
            assertThat(stranger.getRequestCount()).isEqualTo(1);
            assertThat(stranger.takeRequest().getHeaders().get("Authorization")).isNull();
        }
        assertThat(own.closed).isTrue();
    }

    @Test
    void itsOwnServerThatDoesNotStartIsAFailure() {
        command.with("SERVER_PORT", "0");
        assertThat(command.run("status")).isEqualTo(1);
        assertThat(command.err()).contains("no server of its own in this test");
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
