package io.mailwright.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who a command logs in as. */
record Credentials(String user, String password) {
    static final Credentials DEMO = new Credentials("demo", "demo");

    /** @throws Misuse when it takes a password that nobody gives */
    static Credentials of(ServerOptions options, URI server, Shell shell) {
        String user = options.user(shell);
        if (user != null) {
            return named(user, shell);
        }
        if (!isHere(server)) {
            throw new Misuse("say who you are at " + server.getHost()
                    + ": --user NAME, with the password in MAILWRIGHT_PASSWORD");
        }
        return administrator(shell);
    }

    /** The administrator of a real installation, or the simulator's. */
    static Credentials administrator(Shell shell) {
        String user = shell.variable("MAILWRIGHT_ADMIN_USER");
        String password = shell.variable("MAILWRIGHT_ADMIN_PASSWORD");
        return user == null || password == null ? DEMO : new Credentials(user, password);
    }

    static Credentials named(String user, Shell shell) {
        String password = shell.variable("MAILWRIGHT_PASSWORD");
        if (password == null) {
            password = shell.password().apply("Password of " + user + ": ");
        }
        if (password == null) {
            throw new Misuse("put the password of " + user + " into MAILWRIGHT_PASSWORD: nobody can be asked here");
        }
        return new Credentials(user, password);
    }

    /** The value of the Authorization header. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHere(URI server) {
        try {
            return InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
