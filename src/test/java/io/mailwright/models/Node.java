package io.mailwright.models;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the scripts of {@code src/modeler}, which hold the models to what Camunda Modeler's own library says of them. Where
 * there is no Node.js a test that needs it is skipped; with MAILWRIGHT_REQUIRE_CHROMIUM=true it fails.
 */
public final class Node {
    public static final Path PROJECT = Path.of("src/modeler");
    private static final Path LOCK = PROJECT.resolve("package-lock.json");
    private static final Path INSTALLED = PROJECT.resolve("node_modules/.installed.json");

    public record Result(int exitCode, String output) {}

    private Node() {}

    /** @return what the script said */
    public static Result run(String script, Object... arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        for (Object argument : arguments) command.add(argument.toString());
        return execute(command);
    }

    /** Brings what package-lock.json names, unless it is there. */
    public static synchronized void install() {
        try {
            Matcher version = Pattern.compile("v(\\d+)\\.(\\d+)")
                    .matcher(execute(List.of("node", "--version")).output());
            if (!version.lookingAt()
                    || Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) < 2019) {
                missing("Node.js 20.19 or newer is needed to check the models with Modeler's own library");
            }
            if (Files.exists(INSTALLED) && Files.mismatch(LOCK, INSTALLED) < 0) return;
            Result result = execute(List.of("npm", "ci", "--no-audit", "--no-fund"));
            if (result.exitCode() != 0) missing("npm ci in " + PROJECT + " failed: " + result.output());
            Files.copy(LOCK, INSTALLED);
        } catch (UncheckedIOException | IOException e) {
            missing("Node.js 20.19 or newer with npm is needed to check the models: " + e.getMessage());
        }
    }

    private static void missing(String what) {
        if ("true".equals(System.getenv("MAILWRIGHT_REQUIRE_CHROMIUM"))) throw new AssertionError(what);
        abort(what);
    }

    private static Result execute(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(PROJECT.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
