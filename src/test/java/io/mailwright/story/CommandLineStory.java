package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
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

    private String taskOf(String campaign) throws Exception {
        return StreamSupport.stream(
                        command("demo", "tasks", "--json").json().path("tasks").spliterator(), false)
                .filter(task -> task.path("campaign").asText().equals(campaign))
                .map(task -> task.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private Ended command(String user, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(Child.jar(words));
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
