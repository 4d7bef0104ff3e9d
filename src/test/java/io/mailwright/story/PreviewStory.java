package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code preview} of the packaged jar, as scripts and people call it. */
class PreviewStory {
    private static final String WRONG = "campain 'acme'\n";

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void asJsonItPrintsWhatTheApiAnswers() throws Exception {
        Http http = MailwrightServer.shared().http;
        String good = CampaignFiles.example("quickstart.groovy");
        Ended preview = preview(List.of(), "--json", file(good));
        assertThat(preview)
                .isEqualTo(new Ended(0, http.post("/api/preview", good).body() + "\n", ""));
        Ended refused = preview(List.of(), "--json", file(WRONG));
        assertThat(refused)
                .isEqualTo(new Ended(1, http.post("/api/preview", WRONG).body() + "\n", ""));
    }

    @Test
    void itStartsNeitherSpringNorGroovy() throws Exception {
        Ended preview = preview(List.of("-Xlog:class+load:stdout"), file(CampaignFiles.example("quickstart.groovy")));
        assertThat(preview.code()).isZero();
        assertThat(preview.out().lines())
                .anyMatch(line -> line.startsWith("quickstart: 4 domains, 33 mailboxes"))
                .noneMatch(
                        line -> line.contains(" org.springframework.") && !line.contains("springframework.boot.loader"))
                .noneMatch(line -> line.contains(" groovy.lang.GroovySystem "))
                .noneMatch(line -> line.contains(" com.fasterxml.jackson."));
    }

    @Test
    void aWrongFileAndAMissingOneAreToldInWords() throws Exception {
        String wrong = file(WRONG);
        Ended refused = preview(List.of(), wrong);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(wrong + ":1:1 ", "    1 | campain 'acme'", "      | ^");
        Ended missing = preview(List.of(), "no-such.groovy");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err().lines()).singleElement().asString().contains("can't read no-such.groovy");
        assertThat(preview(List.of()).code()).isEqualTo(2);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("acme.groovy"), text).toString();
    }

    private Ended preview(List<String> options, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                new File(System.getProperty("mailwright.jar", "target/mailwright.jar")).getAbsolutePath(),
                "preview"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // whatever the machine's language, JSON is UTF-8
        builder.environment().put("LC_ALL", "C");
        int code = builder.start().waitFor();
        return new Ended(code, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
