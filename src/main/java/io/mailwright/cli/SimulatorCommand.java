package io.mailwright.cli;

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
            "It speaks the vendor's API at /simulator/api/v1 on SERVER_PORT (8080), with the key 'simulator'. Point a"
                    + " Mailwright at it by SCALEDMAIL_BASE_URL and SCALEDMAIL_API_KEY.",
            "See what was bought at /simulator/ledger; script faults at /simulator/faults; move time at /simulator/clock."
        })
final class SimulatorCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Unmatched
    List<String> settings = new ArrayList<>();

    private final Consumer<String[]> simulator;

    SimulatorCommand(Consumer<String[]> simulator) {
        this.simulator = simulator;
    }

    @Override
    public Integer call() throws InterruptedException {
        simulator.accept(settings.toArray(String[]::new));
        Thread.currentThread().join();
        return 0;
    }
}
