package io.mailwright.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Speaks the HTTP API with prepared answers, over real HTTP; the last answer of a request repeats. */
class FakeServer implements OwnServer {
    private final HttpServer http;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final String login;
    final List<String> requests = new ArrayList<>();
    boolean closed;

    record Reply(int status, String body) {}

    FakeServer() {
        this("demo:demo");
    }

    FakeServer(String login) {
        this.login = new Credentials(login.split(":")[0], login.split(":")[1]).basic();
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::answer);
        http.start();
    }

    /** @param request method and path */
    FakeServer on(String request, int status, String body) {
        replies.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    FakeServer forget(String request) {
        replies.remove(request);
        return this;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public Credentials credentials() {
        return Credentials.DEMO;
    }

    @Override
    public void close() {
        closed = true;
        http.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Reply reply;
        if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Mailwright\"");
            reply = new Reply(401, "{\"error\":\"Log in.\"}");
        } else {
            requests.add((request + " " + body).strip());
            Deque<Reply> prepared = replies.getOrDefault(
                    request, new ArrayDeque<>(List.of(new Reply(404, "{\"error\":\"nothing at " + request + "\"}"))));
            reply = prepared.size() > 1 ? prepared.poll() : prepared.peek();
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
