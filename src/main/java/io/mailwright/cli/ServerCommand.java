package io.mailwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that needs a server, and ends the one that it had to start. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed, and why is on standard error", "2:used wrongly"})
abstract class ServerCommand implements Callable<Integer> {
    @Mixin
    ServerOptions options;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    final Shell shell;
    private final OwnServer.Starter starter;

    ServerCommand(Shell shell, OwnServer.Starter starter) {
        this.shell = shell;
        this.starter = starter;
    }

    @Override
    public final Integer call() {
        prepare();
        try (Connection connection = Connection.open(options, shell, starter)) {
            return run(connection);
        }
    }

    /** What can be refused before a server is looked for or started. */
    void prepare() {}

    /** @return the exit code */
    abstract int run(Connection connection);
}
