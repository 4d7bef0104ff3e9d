package io.mailwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What surrounds a command.
 *
 * @param out results and progress
 * @param err refusals, and progress when {@code out} carries JSON
 * @param terminal whether a person looks on: results are seen and questions can be asked
 * @param errorsSeen whether what goes to {@code err} is seen, too
 * @param password asks for one with the prompt given; gives null when nobody can be asked
 */
record Shell(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean terminal,
        boolean errorsSeen,
        UnaryOperator<String> password) {

    static Shell system() {
        boolean terminal = isTerminal();
        Charset charset = terminal ? System.console().charset() : StandardCharsets.UTF_8;
        return new Shell(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                System.getenv(),
                terminal,
                isTerminal(2, terminal),
                prompt -> terminal ? typed(prompt) : null);
    }

    /** Null when the terminal ends instead. */
    private static String typed(String prompt) {
        char[] password = System.console().readPassword("%s", prompt);
        return password == null ? null : new String(password);
    }

    /** A variable that is set to something, or null. */
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** From Java 22 on there is a console without a terminal, too, and it says so. */
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Whether what is printed may end on a screen; a console alone does not tell, when input comes from elsewhere. */
    boolean screen() {
        return terminal || isTerminal(1, false);
    }

    /** @param otherwise where the system does not say what is behind a stream */
    private static boolean isTerminal(int stream, boolean otherwise) {
        try {
            String behind =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return behind.matches("/dev/(pts/.+|tty.*|console)");
        } catch (IOException | UnsupportedOperationException e) {
            return otherwise;
        }
    }

    /** The jar as it was started, or as it is built. */
    static String jar() {
        String started = System.getProperty("sun.java.command", "").split(" ")[0];
        return started.endsWith(".jar") ? started : "target/mailwright.jar";
    }

    /** How a command of this jar is typed. */
    static String command(String rest) {
        return Plain.text("java -jar " + jar() + " " + rest);
    }

    /** One word as a shell takes it: a name with spaces or quotes in it, too. */
    static String word(Object text) {
        String word = text.toString();
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
