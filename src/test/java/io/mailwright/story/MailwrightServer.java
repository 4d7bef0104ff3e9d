package io.mailwright.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Mailwright of its own: a child process, a database and a port that outlive a kill. */
final class MailwrightServer implements AutoCloseable {
    private static MailwrightServer shared;

    final Path directory = Child.newDirectory();
    final int port = Child.freePort();
    final Http http;
    private final Child child;

    /** The packaged jar with these settings. */
    MailwrightServer(Map<String, String> settings) {
        this(settings, Child.jar());
    }

    MailwrightServer(Map<String, String> settings, List<String> what) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put(
                "SPRING_DATASOURCE_URL", "jdbc:h2:file:" + directory.resolve("db/mailwright") + ";DB_CLOSE_DELAY=-1");
        child = new Child(directory, environment, what);
        http = new Http(
                "http://127.0.0.1:" + port,
                settings.getOrDefault("MAILWRIGHT_ADMIN_USER", "demo"),
                settings.getOrDefault("MAILWRIGHT_ADMIN_PASSWORD", "demo"));
    }

    /** One server with the simulator for every story that needs no other; it ends with the tests. */
    static synchronized MailwrightServer shared() {
        if (shared == null) {
            shared = new MailwrightServer(Map.of("SCALEDMAIL_NAMES_PER_SEARCH", "30")).start();
            shared.vendor().speed(86_400);
        }
        return shared;
    }

    MailwrightServer start() {
        child.start();
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(120))
                .until(() -> {
                    if (!child.alive()) {
                        throw new AssertionError("the server ended by itself:\n" + child.output());
                    }
                    return http.get("/actuator/health").status() == 200;
                });
        return this;
    }

    /** From the next start on. */
    void set(String name, String value) {
        child.set(name, value);
    }

    void kill() {
        child.kill();
    }

    void stop() {
        child.stop();
    }

    /** A copy of the database's file, taken while it runs. */
    void backup(Path to) {
        child.still(() -> copy(database(), to));
    }

    /** Sets the database back; the vendor stays as it is. */
    void restore(Path backup) {
        stop();
        copy(backup, database());
        start();
    }

    private Path database() {
        return directory.resolve("db/mailwright.mv.db");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return child.alive();
    }

    String log() {
        return child.output();
    }

    Vendor vendor() {
        return new Vendor(http);
    }

    RunningCampaign campaign(String text) {
        return RunningCampaign.post(http, text);
    }

    @Override
    public void close() {
        child.kill();
    }
}
