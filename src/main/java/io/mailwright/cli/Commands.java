package io.mailwright.cli;

import io.mailwright.plan.Preview;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line: exit code 0 done, 1 refused or failed, 2 used wrongly. */
@Command(
        name = "java -jar target/mailwright.jar",
        header = "Mailwright: a campaign file becomes working mailboxes.%n",
        description =
                "%nWithout a command it is the server. With one it talks to the server, or runs one for as long as"
                        + " the command takes when none listens.%n",
        commandListHeading = "%nCommands, in the order of a campaign:%n",
        footer = {
            "",
            "Try it, with no vendor and no money:",
            "java -jar target/mailwright.jar start dsl-examples/quickstart.groovy --approve",
            "",
            "Every command has its own --help.",
            "Exit codes: 0 done, 1 refused or failed, 2 used wrongly."
        })
public final class Commands {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private Commands() {}

    /**
     * @param application what a server of this jar runs
     * @param preview reads campaign files offline
     * @param simulator starts the simulated vendor and returns
     * @return the exit code
     */
    public static int run(
            Class<?> application, Function<String, Preview> preview, Consumer<String[]> simulator, String... words) {
        return run(Shell.system(), shell -> SpringServer.start(application, shell), preview, simulator, words);
    }

    static int run(
            Shell shell,
            OwnServer.Starter starter,
            Function<String, Preview> preview,
            Consumer<String[]> simulator,
            String... words) {
        // no option here is a Groovy closure, and to look for them starts the whole of Groovy
        System.setProperty("picocli.disable.closures", "true");
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("preview", () -> new PreviewCommand(shell, preview));
        commands.put("plan", () -> new PlanCommand(shell, starter));
        commands.put("start", () -> new StartCommand(shell, starter));
        commands.put("adopt", () -> new AdoptCommand(shell, starter));
        commands.put("status", () -> new StatusCommand(shell, starter));
        commands.put("approve", () -> new ApproveCommand(shell, starter));
        commands.put("spends", () -> new SpendsCommand(shell, starter));
        commands.put("export", () -> new ExportCommand(shell, starter));
        commands.put("replace", () -> new ReplaceCommand(shell, starter));
        commands.put("redirect", () -> new RedirectCommand(shell, starter));
        commands.put("cancel-order", () -> new CancelOrderCommand(shell, starter));
        commands.put("requests", () -> new RequestsCommand(shell, starter));
        commands.put("schedule", () -> new ScheduleCommand(shell, starter));
        commands.put("simulator", () -> new SimulatorCommand(simulator));
        if (commands.containsKey(words[0])) {
            // picocli takes long over what a command takes, so it is told of no other
            commands.keySet().retainAll(Set.of(words[0]));
        }
        CommandLine line = new CommandLine(new Commands());
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setOut(shell.out())
                .setErr(shell.err())
                .setUsageHelpAutoWidth(shell.terminal())
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, shell, command.getParseResult()))
                .execute(words);
    }

    private static int failed(Exception e, Shell shell, ParseResult parsed) {
        if (e instanceof Misuse) {
            shell.err().println(e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof Failure failure) {
            shell.err().println(failure.getMessage());
            if (failure.json() != null && parsed.hasMatchedOption("--json")) {
                shell.out().println(failure.json());
            }
            return ExitCode.SOFTWARE;
        }
        shell.err().println("Mailwright failed inside, by a " + e.getClass().getSimpleName() + ": " + e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
