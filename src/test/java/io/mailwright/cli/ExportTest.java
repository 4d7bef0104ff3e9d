package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String CAMPAIGN = "GET /api/campaigns/acme-1";
    private static final String WITH = "GET /api/campaigns/acme-1/mailboxes?format=csv&passwords=true";

    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer().on(CAMPAIGN, 200, Canned.campaign("onboarded", 2, 3));
    private final CommandRun command = new CommandRun();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void passwordsGoToAFileThatOnlyItsOwnerReads() throws IOException {
        server.on(WITH, 200, "email,password\r\na@acme.com,s3cret\r\n");
        Path file = folder.resolve("acme.csv");
        Files.writeString(file, "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("--format", "csv", "--passwords", "--output", file.toString()))
                .isZero();
        assertThat(file).hasContent("email,password\r\na@acme.com,s3cret\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(command.out()).contains("only you can read it").doesNotContain("s3cret");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void passwordsAreNotPrintedToAScreenUnasked() {
        server.on(WITH, 200, "s3cret");
        command.onTerminal();
        assertThat(run("--format", "csv", "--passwords")).isEqualTo(2);
        assertThat(command.err()).contains("--output FILE", "--output -");
        assertThat(server.requests).isEmpty();
        assertThat(run("--format", "csv", "--passwords", "--output", "-")).isZero();
        assertThat(command.out()).isEqualTo("s3cret");
    }

    @Test
    void aRefusalLeavesTheFileAsItWas() throws IOException {
        server.on(WITH, 403, "{\"error\":\"passwords take somebody of the group approvers\"}");
        Path file = Files.writeString(folder.resolve("acme.csv"), "before");
        assertThat(run("--format", "csv", "--passwords", "--output", file.toString()))
                .isEqualTo(1);
        assertThat(file).hasContent("before");
        assertThat(command.err()).contains("of the group approvers");
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBeside() throws IOException {
        server.on(WITH, 200, "s3cret");
        Path folderInTheWay = Files.createDirectory(folder.resolve("acme.csv"));
        assertThat(run("--format", "csv", "--passwords", "--output", folderInTheWay.toString()))
                .isEqualTo(1);
        assertThat(run(
                        "--format",
                        "csv",
                        "--passwords",
                        "--output",
                        folder.resolve("a".repeat(300)).toString()))
                .isEqualTo(1);
        assertThat(command.err()).contains("can't write").doesNotContain("s3cret");
        try (var left = Files.walk(folder)) {
            assertThat(left).containsExactlyInAnyOrder(folder, folderInTheWay);
        }
    }

    @Test
    void aLinkGoesOnPointingAtTheFile() throws IOException {
        server.on(WITH, 200, "new");
        Path file = Files.writeString(folder.resolve("real.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        assertThat(run("--format", "csv", "--passwords", "--output", link.toString()))
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void withJsonTheOutputIsOneDocument() throws IOException {
        server.on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, Canned.MAILBOXES)
                .on("GET /api/campaigns/acme-1/mailboxes?format=instantly", 200, "Email\r\n");
        assertThat(run("--json")).isZero();
        assertThat(command.out()).isEqualTo(Canned.MAILBOXES);
        assertThat(run("--json", "--format", "instantly")).isEqualTo(2);
        server.on("GET /api/campaigns/acme-1/mailboxes", 200, "email\r\n");
        Path usual = folder.resolve("usual.csv");
        assertThat(run("--json", "--output", usual.toString())).isZero();
        assertThat(usual).hasContent("email\r\n");
        CommandRun written = new CommandRun();
        Path file = folder.resolve("acme.csv");
        assertThat(written.run(words("--json", "--format", "instantly", "--output", file.toString())))
                .isZero();
        assertThat(Api.JSON.readTree(written.out()).path("file").asText()).isEqualTo(file.toString());
        assertThat(file).hasContent("Email\r\n");
    }

    @Test
    void thousandsOfPasswordsAreWaitedFor() {
        server.forget(CAMPAIGN)
                .on(CAMPAIGN, 200, Canned.campaign("onboarded", 2, 3).replace("\"wanted\":2", "\"wanted\":10000"))
                .on("GET /api/campaigns/acme-1/mailboxes?passwords=true", 200, "s3cret");
        List<Duration> patience = new ArrayList<>();
        Api api = new Api(server.address(), Credentials.DEMO) {
            @Override
            Answer get(String path, Duration limit) {
                patience.add(limit);
                return super.get(path, limit);
            }
        };
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Map.of(),
                false,
                false,
                prompt -> null);
        ExportCommand export = new ExportCommand(shell, ignored -> null);
        export.options = new ServerOptions();
        export.id = "acme-1";
        export.passwords = true;
        assertThat(export.run(new Connection(api, null))).isZero();
        assertThat(patience)
                .singleElement()
                .satisfies(limit ->
                        assertThat(limit).isGreaterThan(Duration.ofMillis(288).multipliedBy(10_000)));
        assertThat(err.toString()).contains("10000 in all").doesNotContain("s3cret");
    }

    private int run(String... words) {
        return command.run(words(words));
    }

    private String[] words(String... words) {
        return Stream.concat(
                        Stream.of(
                                "export", "acme-1", "--server", server.address().toString()),
                        Arrays.stream(words))
                .toArray(String[]::new);
    }
}
