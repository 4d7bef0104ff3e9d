package io.mailwright.cli;

import io.mailwright.dsl.Nearest;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words that no command takes: what was probably meant, and where to read on. */
final class WrongUse implements IParameterExceptionHandler {
    private final Answers answers;

    WrongUse(Answers answers) {
        this.answers = answers;
    }

    @Override
    public int handleParseException(ParameterException e, String[] words) {
        CommandLine command = e.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        boolean whole = spec.parent() == null;
        String sentence = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().get(0), unmatched.isUnknownOption(), spec)
                : e.getMessage();
        return answers.misuse(
                sentence,
                List.of(
                        whole ? "All commands: " + Shell.command("help") : "Usage: " + Shell.command(synopsis(command)),
                        whole ? "" : "More:  " + Shell.command("help " + spec.name())),
                List.of(words).contains("--json"));
    }

    private static String unmatched(String word, boolean option, CommandSpec spec) {
        String there = spec.parent() == null ? "" : " of '" + spec.name() + "'";
        if (option) {
            return "there is no option '" + word + "'" + there
                    + guess(word, spec.optionsMap().keySet());
        }
        return spec.parent() == null
                ? "there is no command '" + word + "'"
                        + guess(word, spec.subcommands().keySet())
                : "'" + spec.name() + "' takes no '" + word + "' here";
    }

    private static String guess(String word, Collection<String> known) {
        return Nearest.to(word.split("=")[0], known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    /** Without the words that start the jar. */
    private static String synopsis(CommandLine command) {
        String whole = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        String name = command.getCommandSpec().name();
        return whole.substring(whole.indexOf(" " + name) + 1);
    }
}
