package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
    private static final String LISTED = "GET /api/campaigns?size=100&page=0";

    @TempDir
    Path folder;

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
        try (FakeServer server = new FakeServer("ann:right").on(LISTED, 200, "[]")) {
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
        try (FakeServer server = new FakeServer("root:secret").on(LISTED, 200, "[]")) {
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
        try (FakeServer server = new FakeServer().on(LISTED, 200, "[]")) {
            command.with("SERVER_PORT", String.valueOf(server.address().getPort()));
            assertThat(command.run("status")).isZero();
            assertThat(command.out()).doesNotContain("in this process");
        }
    }

    @Test
    void withNobodyThereItStartsAServer() throws IOException {
        FakeServer own = new FakeServer().on(LISTED, 200, "[]");
        command.with("SERVER_PORT", freePort()).starting(own);
        assertThat(command.run("status")).isZero();
        assertThat(command.out()).contains("in this process", own.address().toString());
        assertThat(own.closed).isTrue();
    }

    @Test
    void somebodyElseOnThePortIsNoMailwrightAndHearsNoPassword() throws Exception {
        FakeServer own = new FakeServer().on(LISTED, 200, "[]");
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
    void theServerAndUserMayComeFromTheEnvironment() {
        try (FakeServer server = new FakeServer("ann:right").on(LISTED, 200, "[]")) {
            command.with("MAILWRIGHT_SERVER", server.address().toString())
                    .with("MAILWRIGHT_USER", "ann")
                    .with("MAILWRIGHT_PASSWORD", "right");
            assertThat(command.run("status")).isZero();
        }
    }

    @Test
    void aPasswordIsAskedForByName() {
        try (FakeServer server = new FakeServer("ann:typed").on(LISTED, 200, "[]")) {
            List<String> prompts = new ArrayList<>();
            command.answering(prompt -> prompts.add(prompt) ? "typed" : null);
            assertThat(command.run(
                            "status",
                            "--user",
                            "ann",
                            "--server",
                            server.address().toString()))
                    .isZero();
            assertThat(prompts).containsExactly("Password of ann: ");
        }
    }

    @Test
    void theTasklistIsBelowThePathOfAProxyToo() {
        Api api = new Api(URI.create("https://example.com/mailwright"), Credentials.DEMO);
        assertThat(new Connection(api, null).tasklist(false))
                .isEqualTo("https://example.com/mailwright/camunda/app/tasklist/default/");
    }

    @Test
    void aServerMayBeBelowAPathOfAProxy() {
        try (FakeServer server = new FakeServer().on("GET /mail/api/campaigns?size=100&page=0", 200, "[]")) {
            assertThat(command.run("status", "--server", server.address() + "/mail/"))
                    .isZero();
        }
    }

    @Test
    void whatAnswersButIsNoMailwrightIsToldSo() throws Exception {
        try (MockWebServer stranger = new MockWebServer()) {
            stranger.start();
            String address = "http://127.0.0.1:" + stranger.getPort();
            stranger.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html"), "<html>a wiki</html>"));
            stranger.enqueue(new MockResponse(401, Headers.of("WWW-Authenticate", "Basic realm=\"Wiki\""), "no"));
            stranger.enqueue(new MockResponse(301, Headers.of("Location", "https://a.example/"), ""));
            stranger.enqueue(new MockResponse(502, Headers.of("Content-Type", "text/html"), "<html>"));
            stranger.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/plain"), "hello"));
            for (int i = 0; i < 5; i++) {
                assertThat(command.run("status", "--server", address)).isEqualTo(1);
            }
            assertThat(command.err().lines())
                    .containsExactly(
                            address + " answered, but not as a Mailwright does (status 200); is --server right?",
                            address + " answered, but not as a Mailwright does (status 401); is --server right?",
                            address
                                    + " sends on to https://a.example/; if Mailwright is there, give that address by --server",
                            address + " answered 502: the Mailwright behind it does not answer; is it running?",
                            "the server's answer is not JSON; is it Mailwright?");
        }
    }

    @Test
    void aServerWithoutHttpsIsToldApart() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread plain = new Thread(() -> {
                try (Socket client = socket.accept()) {
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client is gone
                }
            });
            plain.start();
            assertThat(command.run("status", "--server", "https://127.0.0.1:" + socket.getLocalPort()))
                    .isEqualTo(1);
            assertThat(command.err()).contains("does not speak HTTPS; is its address http://127.0.0.1:");
            plain.join();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldApart() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(ownCertificate().getSocketFactory());
            server.start();
            assertThat(command.run("status", "--server", "https://127.0.0.1:" + server.getPort()))
                    .isEqualTo(1);
            assertThat(command.err()).contains("is not trusted here", "-Djavax.net.ssl.trustStore=STORE");
        }
    }

    @Test
    void aHostThatIsNotThereIsToldApart() {
        command.with("MAILWRIGHT_PASSWORD", "x");
        assertThat(command.run("status", "--server", "http://nobody.invalid", "--user", "ann"))
                .isEqualTo(1);
        assertThat(command.err()).contains("there is no host nobody.invalid");
    }

    @Test
    void itsOwnServerThatDoesNotStartIsAFailure() {
        command.with("SERVER_PORT", "0");
        assertThat(command.run("status")).isEqualTo(1);
        assertThat(command.err()).contains("no server of its own in this test");
    }

    /** Made by the JDK's tool; signed by nobody else. */
    private SSLContext ownCertificate() throws Exception {
        Path file = folder.resolve("own.p12");
        String tool = System.getProperty("java.home") + "/bin/keytool -genkeypair -keyalg EC -alias own -dname CN=own"
                + " -ext san=ip:127.0.0.1 -storepass own-own -keystore " + file;
        assertThat(new ProcessBuilder(tool.split(" ")).start().waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), "own-own".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "own-own".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
