package io.mailwright.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What surrounds a command.
 *
 * @param out results and progress
 * @param err refusals, and progress when {@code out} carries JSON
 * @param terminal whether a person looks on
 * @param password asks for one with the prompt given; gives null when nobody can be asked
 */
record Shell(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean terminal,
        UnaryOperator<String> password) {

    static Shell system() {
        boolean terminal = isTerminal();
        Charset charset = terminal ? System.console().charset() : StandardCharsets.UTF_8;
        return new Shell(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                System.getenv(),
                terminal,
                prompt -> terminal ? new String(System.console().readPassword("%s", prompt)) : null);
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

    /** How a command of this jar is typed. */
    static String command(String rest) {
        String started = System.getProperty("sun.java.command", "").split(" ")[0];
        return "java -jar " + (started.endsWith(".jar") ? started : "target/mailwright.jar") + " " + rest;
    }
}
