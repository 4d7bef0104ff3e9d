package io.mailwright.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Lines that stay and, on a terminal, one below them that is written over in place. */
final class LiveLine {
    private static final String OVERWRITE = "\r\u001b[2K";

    /** The terminal cuts the line at its edge, whatever its width and that of the letters, now and after a resize. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter out;
    private final Ink ink;
    private final long started = System.nanoTime();
    private boolean ended;

    LiveLine(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    /** Progress goes beside the result: to standard error when that is JSON. */
    static LiveLine of(Shell shell, ServerOptions options) {
        return options.json ? new LiveLine(shell.err(), Ink.ofErrors(shell)) : new LiveLine(shell.out(), Ink.of(shell));
    }

    Ink ink() {
        return ink;
    }

    synchronized void stay(String text) {
        out.println(ink.terminal() ? OVERWRITE + text : text);
    }

    /** Shown until the next line; nothing where nothing can be written over. */
    synchronized void show(String text) {
        if (ink.terminal() && !ended) {
            out.print(CUT + OVERWRITE + text + WRAP);
            out.flush();
        }
    }

    /** Nothing is written over from here on. */
    synchronized void end() {
        ended = true;
        if (ink.terminal()) {
            out.print(OVERWRITE + WRAP);
            out.flush();
        }
    }

    /** Since it began: {@code 12s}, {@code 1m 20s}, {@code 2h 5m}. */
    String elapsed() {
        return words(Duration.ofNanos(System.nanoTime() - started));
    }

    static String words(Duration time) {
        if (time.toHours() > 0) return time.toHours() + "h " + time.toMinutesPart() + "m";
        if (time.toMinutes() > 0) return time.toMinutes() + "m " + time.toSecondsPart() + "s";
        return time.toSeconds() + "s";
    }
}
