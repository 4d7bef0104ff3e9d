package io.mailwright.cli;

/** Colour, on a terminal alone and not where the variable NO_COLOR asks for none. */
record Ink(boolean terminal, boolean colour) {
    static final Ink NONE = new Ink(false, false);

    /** That of results. */
    static Ink of(Shell shell) {
        return of(shell, shell.terminal());
    }

    /** That of errors, which may go to a file while results don't. */
    static Ink ofErrors(Shell shell) {
        return of(shell, shell.terminal() && shell.errorsSeen());
    }

    private static Ink of(Shell shell, boolean terminal) {
        boolean moves = terminal && !"dumb".equals(shell.variable("TERM"));
        return new Ink(moves, moves && shell.variable("NO_COLOR") == null);
    }

    String bold(String text) {
        return painted("1", text);
    }

    String dim(String text) {
        return painted("2", text);
    }

    String red(String text) {
        return painted("1;31", text);
    }

    String yellow(String text) {
        return painted("33", text);
    }

    /** What empties the screen, if there is one. */
    String cleared() {
        return terminal ? "\u001b[H\u001b[2J" : "";
    }

    private String painted(String how, String text) {
        return colour ? "\u001b[" + how + "m" + text + "\u001b[0m" : text;
    }
}
