package io.mailwright.cli;

/** Colour, on a terminal alone and not where the variable NO_COLOR asks for none. */
record Ink(boolean terminal, boolean colour) {
    static final Ink NONE = new Ink(false, false);

    static Ink of(Shell shell) {
        boolean dumb = "dumb".equals(shell.variable("TERM"));
        return new Ink(shell.terminal() && !dumb, shell.terminal() && !dumb && shell.variable("NO_COLOR") == null);
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

    /** What empties the screen, if there is one. */
    String cleared() {
        return terminal ? "\u001b[H\u001b[2J" : "";
    }

    private String painted(String how, String text) {
        return colour ? "\u001b[" + how + "m" + text + "\u001b[0m" : text;
    }
}
