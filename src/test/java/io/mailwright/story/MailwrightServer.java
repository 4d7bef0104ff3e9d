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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A Mailwright of its own: a child process, a database and a port that outlive a kill. */
final class MailwrightServer implements AutoCloseable {
    private static MailwrightServer shared;

    final Path directory = Child.newDirectory();
    final int port = Child.freePort();
    final String name = "node-" + port;
    final Http http;
    private final Child child;
    private final Vendor vendor;

    /** The packaged jar with these settings. */
    MailwrightServer(Map<String, String> settings) {
        this(settings, Child.jar());
    }

    MailwrightServer(Map<String, String> settings, List<String> what) {
        this(settings, what, null);
    }

    /** The packaged jar with the settings of a vendor that lives elsewhere. */
    MailwrightServer(Vendor vendor, Map<String, String> settings) {
        this(settings, Child.jar(), vendor);
    }

    private MailwrightServer(Map<String, String> settings, List<String> what, Vendor elsewhere) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("MAILWRIGHT_NODE", name);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.putIfAbsent("SPRING_DATASOURCE_URL", address() + ";DB_CLOSE_DELAY=-1");
        child = new Child(directory, environment, what);
        http = new Http(
                "http://127.0.0.1:" + port,
                settings.getOrDefault("MAILWRIGHT_ADMIN_USER", "demo"),
                settings.getOrDefault("MAILWRIGHT_ADMIN_PASSWORD", "demo"));
        vendor = elsewhere == null ? new Vendor(http) : elsewhere;
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
        launch();
        return awaitReady();
    }

    /** Without waiting until it answers. */
    void launch() {
        child.start();
    }

    MailwrightServer awaitReady() {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(120))
                .until(() -> {
                    if (!child.alive()) {
                        throw new AssertionError("the server ended by itself:\n" + child.output());
                    }
                    return healthy();
                });
        return this;
    }

    boolean healthy() {
        return health() == 200;
    }

    /** 200, 503, or 0 when nobody answers. */
    int health() {
        return http.get("/actuator/health").status();
    }

    /** Its own H2, which can be opened while it does not run. */
    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(address() + ";DB_CLOSE_DELAY=0", "sa", ""));
    }

    private String address() {
        return "jdbc:h2:file:" + directory.resolve("db/mailwright");
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
        child.still(() -> copy(file(), to));
    }

    /** Sets the database back; the vendor stays as it is. */
    void restore(Path backup) {
        stop();
        copy(backup, file());
        start();
    }

    private Path file() {
        return directory.resolve("db/mailwright.mv.db");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return child.pid();
    }

    boolean alive() {
        return child.alive();
    }

    String log() {
        return child.output();
    }

    Vendor vendor() {
        return vendor;
    }

    RunningCampaign campaign(String text) {
        return RunningCampaign.post(http, text);
    }

    RunningCampaign adopted(String text) {
        return RunningCampaign.adopt(http, text);
    }

    @Override
    public void close() {
        child.kill();
    }
}
