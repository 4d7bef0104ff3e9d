package io.mailwright.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ExitCode;

/**
 * How a command ends that is not done: a sentence on standard error and, where JSON was asked for, one document on standard
 * output: the server's own, or {@code {"error": "…"}}.
 */
final class Answers {
    private final PrintWriter out;
    private final PrintWriter err;

    Answers(Shell shell) {
        this.out = shell.out();
        this.err = shell.err();
    }

    int misuse(String sentence, List<String> help, boolean json) {
        err.println(Plain.text(sentence));
        help.stream().filter(line -> !line.isEmpty()).forEach(err::println);
        return said(sentence, null, json, ExitCode.USAGE);
    }

    /** @param failure anything else than a {@link Failure} is a fault of ours */
    int failed(Exception failure, boolean json) {
        String sentence = failure instanceof Failure
                ? failure.getMessage()
                : "Mailwright failed inside, by a " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
        err.println(failure instanceof Failure known ? known.shown() : Plain.lines(sentence));
        return said(sentence, failure instanceof Failure known ? known.json() : null, json, ExitCode.SOFTWARE);
    }

    private int said(String sentence, String document, boolean json, int code) {
        if (json) {
            out.println(
                    document != null
                            ? document
                            : Api.JSON.createObjectNode().put("error", sentence).toString());
        }
        return code;
    }
}
