package io.mailwright.cli;

import picocli.CommandLine.Option;

/** What every command that talks to a server takes. */
class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "The server to talk to. Default: MAILWRIGHT_SERVER, else http://127.0.0.1 at SERVER_PORT (8080);"
                            + " when none listens there, the command runs one in its own process on the same database.")
    String server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "Who asks; the password is MAILWRIGHT_PASSWORD, or is asked for. Default: MAILWRIGHT_USER; else,"
                            + " on this machine, MAILWRIGHT_ADMIN_USER with MAILWRIGHT_ADMIN_PASSWORD, or demo.")
    String user;

    @Option(
            names = "--json",
            description = "Print one JSON document: the result, or what was refused. Progress goes to standard error.")
    boolean json;

    String server(Shell shell) {
        return server == null ? shell.variable("MAILWRIGHT_SERVER") : server;
    }

    String user(Shell shell) {
        return user == null ? shell.variable("MAILWRIGHT_USER") : user;
    }

    /** The options that have to be repeated in a command which goes on where this one ends. */
    String again() {
        return (server == null ? "" : " --server " + Shell.word(server))
                + (user == null ? "" : " --user " + Shell.word(user));
    }
}
