package io.mailwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, which picocli has none for. */
final class FishCompletion {
    private FishCompletion() {}

    /** @param jar quoted for a shell */
    static String of(String name, CommandSpec root, String jar) {
        String complete = "complete -c " + name + " ";
        List<String> lines = new ArrayList<>();
        lines.add("type -q " + name + "; or function " + name + "; java -jar " + jar + " $argv; end");
        lines.add(complete + "-f");
        root.subcommands().forEach((command, line) -> {
            CommandSpec spec = line.getCommandSpec();
            lines.add(complete + "-n __fish_use_subcommand -a " + command + " -d "
                    + quoted(spec.usageMessage().header()[0]));
            String here = complete + "-n '__fish_seen_subcommand_from " + command + "' ";
            spec.options().forEach(option -> lines.add(here + option(option)));
            spec.positionalParameters().stream()
                    .map(FishCompletion::values)
                    .filter(values -> !values.isEmpty())
                    .forEach(values -> lines.add(here + values));
        });
        return String.join("\n", lines);
    }

    private static String option(OptionSpec option) {
        StringBuilder line = new StringBuilder();
        for (String name : option.names())
            line.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .append(' ');
        if (option.arity().min() > 0) line.append("-r ").append(values(option)).append(' ');
        return line + "-d " + quoted(option.description()[0]);
    }

    /** Files, or what may stand there. */
    private static String values(ArgSpec argument) {
        if (argument.type() == Path.class) return "-F";
        List<String> values = new ArrayList<>();
        if (argument.completionCandidates() != null)
            argument.completionCandidates().forEach(values::add);
        return values.isEmpty() ? "" : "-a " + quoted(String.join(" ", values));
    }

    /** The first sentence. */
    private static String quoted(String text) {
        return "'" + text.split("(?<=[a-z])[.;] ")[0].replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
