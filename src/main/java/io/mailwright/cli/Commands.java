package io.mailwright.cli;

import io.mailwright.plan.Preview;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: exit code 0 done, 1 refused or failed, 2 used wrongly. */
@Command(
        name = "java -jar target/mailwright.jar",
        header = "Mailwright: a campaign file becomes working mailboxes.%n",
        description =
                "%nWithout a command it is the server. With one it talks to the server, or runs one for as long as"
                        + " the command takes when none listens.%n",
        commandListHeading = "%nCommands, in the order of a campaign:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:used wrongly"},
        footer = {
            "",
            "Environment:",
            "  MAILWRIGHT_SERVER    the server to talk to, as --server",
            "  MAILWRIGHT_USER      who asks, as --user",
            "  MAILWRIGHT_PASSWORD  the password of that user",
            "  SERVER_PORT          the port of the server on this machine, 8080",
            "  NO_COLOR             no colour on a terminal either",
            "",
            "Try it, with no vendor and no money:",
            "  ${COMMAND-NAME} preview dsl-examples/quickstart.groovy",
            "  ${COMMAND-NAME} start dsl-examples/quickstart.groovy --approve",
            "",
            "Every command has examples: help COMMAND, or COMMAND --help."
        })
public final class Commands {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show which version this is.")
    boolean version;

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
            String... typed) {
        // no option here is a Groovy closure, and to look for them starts the whole of Groovy
        System.setProperty("picocli.disable.closures", "true");
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("preview", () -> new PreviewCommand(shell, preview));
        commands.put("plan", () -> new PlanCommand(shell, starter));
        commands.put("start", () -> new StartCommand(shell, starter));
        commands.put("adopt", () -> new AdoptCommand(shell, starter));
        commands.put("status", () -> new StatusCommand(shell, starter));
        commands.put("approve", () -> new ApproveCommand(shell, starter));
        commands.put("tasks", () -> new TasksCommand(shell, starter));
        commands.put("spends", () -> new SpendsCommand(shell, starter));
        commands.put("export", () -> new ExportCommand(shell, starter));
        commands.put("replace", () -> new ReplaceCommand(shell, starter));
        commands.put("redirect", () -> new RedirectCommand(shell, starter));
        commands.put("cancel-order", () -> new CancelOrderCommand(shell, starter));
        commands.put("requests", () -> new RequestsCommand(shell, starter));
        commands.put("schedule", () -> new ScheduleCommand(shell, starter));
        commands.put("simulator", () -> new SimulatorCommand(shell, simulator));
        commands.put("completion", () -> new CompletionCommand(shell));
        String[] words = asOption(commands.keySet(), typed);
        if (commands.containsKey(words[0]) && !words[0].equals("completion")) {
            // picocli takes long over what a command takes, so it is told of no other
            commands.keySet().retainAll(Set.of(words[0]));
        }
        Answers answers = new Answers(shell);
        CommandLine line = new CommandLine(new Commands());
        line.getCommandSpec().version("Mailwright " + version());
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setOut(shell.out())
                .setErr(shell.err())
                .setUsageHelpAutoWidth(shell.terminal())
                .setParameterExceptionHandler(new WrongUse(answers))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    boolean json = List.of(words).contains("--json");
                    return e instanceof Misuse
                            ? answers.misuse(e.getMessage(), List.of(), json)
                            : answers.failed(e, json);
                })
                .execute(words);
    }

    /** As the jar has it. */
    private static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "of unpackaged classes" : version;
    }

    /** {@code help start} is {@code start --help}; help on what is no command says so. */
    private static String[] asOption(Set<String> commands, String... words) {
        if (!words[0].equals("help")) return words;
        if (words.length == 1) return new String[] {"--help"};
        return commands.contains(words[1])
                ? new String[] {words[1], "--help"}
                : Arrays.copyOfRange(words, 1, words.length);
    }
}
