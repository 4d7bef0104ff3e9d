package io.mailwright.cli;

import java.util.List;

/** What Ctrl-C says while something long is followed: it loses nothing. */
final class Interruption implements AutoCloseable {
    private final Thread words;
    private volatile boolean ending;

    Interruption(LiveLine live, List<String> sentences) {
        words = new Thread(() -> {
            ending = true;
            live.end();
            sentences.forEach(live::stay);
        });
        Runtime.getRuntime().addShutdownHook(words);
    }

    /** A server of this process ends with it, the campaign does not. */
    static Interruption of(String campaign, Connection connection, ServerOptions options, LiveLine live) {
        String goesOn = connection.own() == null
                ? " goes on at " + connection.api().server()
                : " is kept, and goes on when a server runs or it is followed again";
        return new Interruption(
                live,
                List.of(
                        "Campaign " + campaign + goesOn + "; nothing is bought twice. Follow it again:",
                        "  " + Shell.command("status " + campaign + " --follow" + options.again())));
    }

    /** The server of this process ends with it: that it does not answer any more is no news. */
    void holdWhenEnding() {
        while (ending) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(words);
        } catch (IllegalStateException e) {
            holdWhenEnding();
        }
    }
}
