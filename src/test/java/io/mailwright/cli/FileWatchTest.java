package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();
    private Path file;
    private Thread watching;

    @BeforeEach
    void watch() throws IOException {
        file = Files.writeString(folder.resolve("acme.groovy"), named("one"));
        watching = new Thread(() -> command.run("preview", "--watch", file.toString()));
        watching.start();
        awaitOutput("one: 2 domains");
    }

    @AfterEach
    void end() throws InterruptedException {
        watching.interrupt();
        watching.join();
    }

    @Test
    void readsWhatIsWrittenIntoTheFile() throws IOException {
        Files.writeString(file, named("two"));
        awaitOutput("two: 2 domains");
    }

    @Test
    void readsTheFileThatAnEditorPutsInItsPlace() throws IOException {
        Path other = Files.writeString(folder.resolve("acme.groovy.tmp"), named("two"));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        awaitOutput("two: 2 domains");
    }

    @Test
    void waitsForAFileThatIsTakenAway() throws IOException {
        Files.delete(file);
        await().atMost(Duration.ofSeconds(60)).until(() -> command.err().contains("still watching"));
        Files.writeString(file, named("two"));
        awaitOutput("two: 2 domains");
    }

    @Test
    void showsErrorsAndThenTheMendedFile() throws IOException {
        Files.writeString(file, named("two").replace("buy", "by"));
        awaitOutput("did you mean 'buy'?");
        assertThat(command.out()).contains("    2 | by 2,", "      | ^");
        Files.writeString(file, named("three"));
        awaitOutput("three: 2 domains");
    }

    @Test
    void aSaveWithoutAChangeIsShownToo() throws IOException {
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        await().atMost(Duration.ofSeconds(60)).until(() -> command.out().split("one: 2 domains", -1).length == 3);
    }

    private void awaitOutput(String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> command.out().contains(text));
    }

    private static String named(String name) {
        return PreviewTest.GOOD.replace("acme'", name + "'");
    }
}
