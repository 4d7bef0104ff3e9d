package io.mailwright.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL that can be ended without a goodbye and started again on what it had written. */
final class Postgres implements AutoCloseable {
    private final Path data = Child.newDirectory().resolve("pg");
    private final int port = Child.freePort();
    private EmbeddedPostgres server;

    Postgres start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As {@code pg_ctl stop -m immediate}: no connection is told, nothing is written out. */
    void stopAtOnce() throws IOException, InterruptedException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor(10, TimeUnit.SECONDS);
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(gone -> gone.onExit().join());
        server.close();
    }

    Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "SPRING_DATASOURCE_USERNAME",
                "postgres");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
