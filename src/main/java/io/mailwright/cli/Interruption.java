package io.mailwright.cli;

/** What Ctrl-C says while a campaign is followed: it loses nothing. */
final class Interruption implements AutoCloseable {
    private final Thread words;
    private volatile boolean ending;

    Interruption(String id, ServerOptions options, Progress progress) {
        words = new Thread(() -> {
            ending = true;
            progress.end();
            progress.line("Campaign " + id + " is safe; nothing is bought twice. Look at it, or go on with it:");
            progress.line("  " + Shell.command("status " + id + options.again() + " [--follow]"));
        });
        Runtime.getRuntime().addShutdownHook(words);
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
