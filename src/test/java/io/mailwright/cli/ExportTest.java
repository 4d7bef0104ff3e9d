package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String WITH = "GET /api/campaigns/acme-1/mailboxes?format=csv&passwords=true";

    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer();
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
        CommandRun written = new CommandRun();
        Path file = folder.resolve("acme.csv");
        assertThat(written.run(words("--json", "--format", "instantly", "--output", file.toString())))
                .isZero();
        assertThat(Api.JSON.readTree(written.out()).path("file").asText()).isEqualTo(file.toString());
        assertThat(file).hasContent("Email\r\n");
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
