package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line against a packaged server, as a script uses both. */
class CommandLineStory {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final MailwrightServer server = MailwrightServer.shared();

    private record Ended(int code, String out, String err) {
        JsonNode json() throws Exception {
            return JSON.readTree(out);
        }
    }

    @Test
    void aQuestionIsAnsweredAndPasswordsGoToAFileOfTheirOwner() throws Exception {
        Path file = Files.writeString(folder.resolve("campaign.groovy"), CampaignFiles.small("toldbycommands"));
        Ended started = command("demo", "start", file.toString(), "--json");
        assertThat(started.code()).as(started.err()).isEqualTo(1);
        String campaign = started.json().path("id").asText();
        assertThat(started.json().path("stage").asText()).isEqualTo("awaiting-approval");

        String task = taskOf(campaign);
        assertThat(command("demo", "tasks", task).out()).contains("Approve this plan?", "cost now", task + " reject");
        assertThat(command("demo", "tasks", task, "aprove", "--json").code()).isEqualTo(1);
        assertThat(command("approver", "tasks", task, "approve", "--json")
                        .json()
                        .path("decision")
                        .asText())
                .isEqualTo("approve");
        assertThat(command("demo", "tasks", task, "approve").code()).isEqualTo(1);

        Ended followed = command("demo", "status", campaign, "--follow", "--json");
        assertThat(followed.code()).as(followed.err()).isZero();
        assertThat(followed.json().path("stage").asText()).isEqualTo("onboarded");

        Path mailboxes = folder.resolve("mailboxes.csv");
        Ended refused = command(
                "approver", "export", campaign, "--format", "csv", "--passwords", "--output", mailboxes.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(mailboxes).doesNotExist();
        Ended exported = command(
                "operator", "export", campaign, "--format", "csv", "--passwords", "--output", mailboxes.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(mailboxes).content().startsWith("email,");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mailboxes)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPasswordIsTypedUnseenOnATerminal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux' script makes the terminal");
        String typed = "'" + String.join("' '", java(List.of(), "status", "--user", "operator")) + "'";
        Path password = Files.writeString(folder.resolve("typed"), "operator\n");
        ProcessBuilder terminal = new ProcessBuilder("/usr/bin/script", "-qec", typed, "/dev/null")
                .redirectInput(password.toFile())
                .redirectErrorStream(true);
        terminal.environment().put("MAILWRIGHT_SERVER", "http://127.0.0.1:" + server.port);
        terminal.environment().remove("MAILWRIGHT_PASSWORD");
        Process process = terminal.start();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(seen).isZero();
        assertThat(seen).contains("Password of operator: ").containsAnyOf("Look at one: ", "No campaign yet");
    }

    @Test
    void aCertificateOfOnesOwnIsTrustedFromAStore() throws Exception {
        Path store = folder.resolve("own.p12");
        String make = System.getProperty("java.home") + "/bin/keytool -genkeypair -keyalg EC -alias own -dname CN=own"
                + " -ext san=ip:127.0.0.1 -storepass own-own -keystore " + store;
        assertThat(new ProcessBuilder(make.split(" ")).start().waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), "own-own".toCharArray()), "own-own".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        try (MockWebServer secured = new MockWebServer()) {
            secured.useHttps(tls.getSocketFactory());
            secured.enqueue(new MockResponse(200, Headers.of("Content-Type", "application/json"), "[]"));
            secured.start();
            String address = "https://127.0.0.1:" + secured.getPort();
            List<String> trusting =
                    List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=own-own");
            Ended ended = run("demo", java(trusting, "status", "--server", address));
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("No campaign yet");
            assertThat(secured.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
        }
    }

    @Test
    void itSaysWhichVersionItIs() throws Exception {
        assertThat(command("demo", "--version").out()).matches("Mailwright \\d+\\.\\d+\\.\\d+.*\\R");
    }

    private String taskOf(String campaign) throws Exception {
        return StreamSupport.stream(
                        command("demo", "tasks", "--json").json().path("tasks").spliterator(), false)
                .filter(task -> task.path("campaign").asText().equals(campaign))
                .map(task -> task.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private Ended command(String user, String... words) throws Exception {
        return run(user, java(List.of(), words));
    }

    private static List<String> java(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(Child.jar(words));
        return command;
    }

    private Ended run(String user, List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("MAILWRIGHT_SERVER", "http://127.0.0.1:" + server.port);
        builder.environment().put("MAILWRIGHT_USER", user);
        builder.environment().put("MAILWRIGHT_PASSWORD", user);
        int code = builder.start().waitFor();
        return new Ended(code, read(out), read(err));
    }

    private static String read(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
