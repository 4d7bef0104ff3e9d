package io.mailwright.story;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that can be killed and started again; its output is kept in one file. */
final class Child {
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private volatile Process process;

    /** @param what goes after {@code java}: its options, then the jar or the main class */
    Child(Path directory, Map<String, String> environment, List<String> what) {
        this.directory = directory;
        this.environment = new TreeMap<>(environment);
        this.command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8"));
        command.addAll(what);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** The packaged product. */
    static List<String> jar(String... words) {
        List<String> what = new ArrayList<>(List.of(
                "-jar", new File(System.getProperty("mailwright.jar", "target/mailwright.jar")).getAbsolutePath()));
        what.addAll(List.of(words));
        return what;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "story-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(SCALEDMAIL|MAILWRIGHT|SPRING|SERVER)_.*"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(String name, String value) {
        environment.put(name, value);
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a snapshot of the disk finds it: between two instructions. */
    void still(Runnable meanwhile) {
        signal("STOP");
        try {
            meanwhile.run();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, so that everything is written out. */
    void stop() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    private Path log() {
        return directory.resolve("log.txt");
    }

    String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
