package io.mailwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A server to talk to, found or started.
 *
 * @param own the one that was started for this command, or null
 */
record Connection(Api api, OwnServer own) implements AutoCloseable {

    static Connection open(ServerOptions options, Shell shell, OwnServer.Starter starter) {
        if (options.server(shell) != null) {
            URI server = address(options.server(shell));
            return new Connection(new Api(server, Credentials.of(options, server, shell)), null);
        }
        URI usual = URI.create("http://127.0.0.1:" + port(shell));
        if (usual.getPort() > 0 && listens(usual)) {
            return new Connection(new Api(usual, Credentials.of(options, usual, shell)), null);
        }
        Credentials named = options.user(shell) == null ? null : Credentials.named(options.user(shell), shell);
        PrintWriter notes = options.json ? shell.err() : shell.out();
        notes.println("No server listens" + (usual.getPort() > 0 ? " at " + usual : "")
                + ": starting Mailwright in this process ...");
        OwnServer own = starter.start(shell);
        Credentials credentials = named == null ? own.credentials() : named;
        notes.println("Started. Until this command ends, people work at " + own.address() + " (log in as "
                + own.credentials().user() + ")");
        return new Connection(new Api(own.address(), credentials), own);
    }

    /** @param stays whether this command goes on, and with it a server of its own */
    String tasklist(boolean stays) {
        return own == null || stays
                ? Address.of(api.server(), "/camunda/app/tasklist/default/").toString()
                : "start a server for it, " + Shell.command("").strip();
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static URI address(String text) {
        try {
            URI server = URI.create(text);
            boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            boolean bare = server.getUserInfo() == null && server.getQuery() == null && server.getFragment() == null;
            if (server.getHost() != null && web && bare) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            // the same sentence
        }
        throw new Misuse("--server takes an address like http://127.0.0.1:8080 or https://mailwright.example, without a"
                + " login: that goes into --user and MAILWRIGHT_PASSWORD");
    }

    private static int port(Shell shell) {
        String port = shell.variable("SERVER_PORT");
        try {
            return port == null ? 8080 : Integer.parseInt(port.strip());
        } catch (NumberFormatException e) {
            throw new Misuse("SERVER_PORT is a number, like 8080");
        }
    }

    /** Asks without a password, since it may be anybody who listens there. */
    private static boolean listens(URI server) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest who = HttpRequest.newBuilder(server.resolve("/api/about"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> answer = http.send(who, BodyHandlers.ofString());
            String realm = answer.headers().firstValue("WWW-Authenticate").orElse("");
            return (realm + answer.body()).contains("Mailwright");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
