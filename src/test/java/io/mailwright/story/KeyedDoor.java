package io.mailwright.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/** A door to the simulated vendor that opens to a key as long as a real one; while it is closed, the vendor is down. */
final class KeyedDoor implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Child.freePort();
    private final String key;
    private final String vendor;
    private HttpServer server;

    /** @param vendor its address, without a path */
    KeyedDoor(String key, String vendor) {
        this.key = key;
        this.vendor = vendor;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::pass);
        server.start();
    }

    private void pass(HttpExchange exchange) throws IOException {
        boolean known = ("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(vendor + exchange.getRequestURI()))
                .header("Authorization", known ? "Bearer simulator" : "Bearer nobody")
                .header("Content-Type", "application/json")
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
