package io.mailwright.cli;

import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

@Command(
        name = "simulator",
        header = "Run the simulated vendor alone, until Ctrl-C.",
        description = {
            "It speaks the vendor's API at /simulator/api/v1 on SERVER_PORT (8080), with the key 'simulator', and keeps its"
                    + " state in MAILWRIGHT_SIMULATOR_FILE. By default two vendor days take ten seconds."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:it does not start: the port or its file is in use", "2:used wrongly", "130:ended by Ctrl-C"},
        footer = {
            "",
            "Beside a Mailwright, in two terminals:",
            "  SERVER_PORT=9090 ${ROOT-COMMAND-NAME} simulator",
            "  SCALEDMAIL_BASE_URL=http://127.0.0.1:9090/simulator/api/v1 \\",
            "  SCALEDMAIL_API_KEY=simulator SCALEDMAIL_SPENDING=armed \\",
            "  MAILWRIGHT_ADMIN_USER=ann MAILWRIGHT_ADMIN_PASSWORD=a-Long-one-7 \\",
            "  ${ROOT-COMMAND-NAME}",
            "",
            "What was really bought:",
            "  curl -u demo:demo http://127.0.0.1:9090/simulator/ledger",
            "Two vendor days pass, or time stands still:",
            "  curl -u demo:demo -H 'Content-Type: application/json' \\",
            "      -d '{\"advance\":\"P2D\"}' http://127.0.0.1:9090/simulator/clock",
            "  curl -u demo:demo -H 'Content-Type: application/json' \\",
            "      -d '{\"speed\":0}' http://127.0.0.1:9090/simulator/clock",
            "The next purchase takes effect and its reply is lost:",
            "  curl -u demo:demo -H 'Content-Type: application/json' -d '{\"script\":",
            "      [{\"endpoint\":\"buy-domains\",\"nth\":1,\"fault\":\"drop-after\"}]}' \\",
            "      http://127.0.0.1:9090/simulator/faults",
            "Every tenth call fails, by chance; then none does:",
            "  curl -u demo:demo -H 'Content-Type: application/json' \\",
            "      -d '{\"rate\":0.1,\"seed\":42}' http://127.0.0.1:9090/simulator/faults",
            "  curl -u demo:demo -X DELETE http://127.0.0.1:9090/simulator/faults",
            "Begin again:",
            "  curl -u demo:demo -X DELETE http://127.0.0.1:9090/simulator/state"
        })
final class SimulatorCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Unmatched
    List<String> settings = new ArrayList<>();

    private final Shell shell;
    private final Consumer<String[]> simulator;

    SimulatorCommand(Shell shell, Consumer<String[]> simulator) {
        this.shell = shell;
        this.simulator = simulator;
    }

    @Override
    public Integer call() throws InterruptedException {
        for (String setting : settings)
            if (!setting.matches("--[\\w-]+\\..+=.*"))
                throw new Misuse("'simulator' takes no '" + Plain.text(setting)
                        + "'; settings are variables (SERVER_PORT=9090), or like --server.port=9090");
        // it logs only what somebody asks for
        if (settings.stream().noneMatch(setting -> setting.startsWith("--logging.")))
            settings.add("--logging.threshold.console=off");
        try {
            simulator.accept(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new Failure("the simulator does not start: " + why(e));
        }
        shell.out().println("How to move its clock, script faults and begin again: " + Shell.command("help simulator"));
        shell.out().println("Ctrl-C ends it; what was bought stays.");
        Thread.currentThread().join();
        return 0;
    }

    private static String why(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof BindException)) cause = cause.getCause();
        return cause instanceof BindException
                ? "its port is taken; choose another: SERVER_PORT=9090 " + Shell.command("simulator")
                : cause.getMessage();
    }
}
