package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A simulator on a port of its own, and the calls a client and a person make to it. */
public final class RunningSimulator implements AutoCloseable {
    static final String NORTHWIND = "organization_id=recOrg00000000001";
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServletWebServerApplicationContext running;
    public final int port;

    RunningSimulator(Path file) {
        running = SimulatorApplication.start(Map.of("server.port", 0, "mailwright.simulator.file", file));
        port = running.getWebServer().getPort();
    }

    /** Without the limits, so that tests need not wait. */
    public static RunningSimulator unlimited(Path file) throws IOException {
        RunningSimulator simulator = new RunningSimulator(file);
        simulator.put("modes", "{'unlimited': true}");
        return simulator;
    }

    public record Answer(int status, String text, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return StateFile.JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String error() {
            return json().path("error").asText();
        }
    }

    Answer get(String path) throws IOException {
        return vendor("GET", path, null);
    }

    Answer post(String path, String body) throws IOException {
        return vendor("POST", path, body);
    }

    Answer buy(String... names) throws IOException {
        return post("buy-domains?" + NORTHWIND, domains(names));
    }

    public Answer search(String... names) throws IOException {
        return post("search-domains?" + NORTHWIND, domains(names));
    }

    Answer order(String providers) throws IOException {
        return post(
                "create-custom-order?provider=scaledmail&" + NORTHWIND, "{'tag': 't', 'providers': " + providers + "}");
    }

    /** Registered in the web app, ordered by bare name for google; the order's id. */
    String ordered(String... names) throws IOException {
        manage("POST", "registrations", domains(names));
        return order("{'google': {'domains': [" + bare(names) + "]}}")
                .at("/payment_id")
                .asText();
    }

    String formOf(String order) throws IOException {
        for (JsonNode form : get("pending-forms?" + NORTHWIND).at("/forms")) {
            if (form.get("payment_id").asText().equals(order)) {
                return form.get("uuid").asText();
            }
        }
        return null;
    }

    Answer submit(String uuid, String body) throws IOException {
        return post("submit-form/" + uuid + "?provider=scaledmail&" + NORTHWIND, body);
    }

    public Answer put(String path, String body) throws IOException {
        return manage("PUT", path, body);
    }

    public Answer manage(String method, String path, String body) throws IOException {
        return send(request("/simulator/" + path, method, body).header("Authorization", LOGIN));
    }

    public Answer vendor(String method, String path, String body) throws IOException {
        return send(request("/simulator/api/v1/" + path, method, body)
                .header("Authorization", "Bearer simulator")
                .header("Content-Type", "application/json"));
    }

    HttpRequest.Builder request(String path, String method, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String domains(String... names) {
        return "{'domains': ["
                + List.of(names).stream().map(name -> "'" + name + "'").collect(Collectors.joining(",")) + "]}";
    }

    static String bare(String... names) {
        return List.of(names).stream().map(name -> "{'domain': '" + name + "'}").collect(Collectors.joining(","));
    }

    /** A domain of a body, with so many aliases. */
    static String filled(String name, int aliases) {
        return "{'domain': '" + name + "', 'redirect': 'https://northwind.example', 'aliases': ["
                + IntStream.range(0, aliases)
                        .mapToObj(i -> "{'first_name': 'Ann', 'last_name': 'Lee', 'alias': 'ann" + i + "'}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    static String form(String type, String... domains) {
        return "{'tag': 't', 'providers': {'" + type + "': {'domains': [" + String.join(",", domains) + "]}}}";
    }

    /** The fault words that suit an endpoint. */
    public static List<String> faultsOf(String endpoint) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.suits(endpoint))
                .map(Fault::word)
                .toList();
    }

    /** As if nothing had happened yet; ids go on. */
    public void beginAnew() {
        State state = running.getBean(State.class);
        synchronized (state) {
            long ids = state.ids;
            state.begin(state.seed);
            state.ids = ids;
        }
    }

    /** Puts the vendor's clock there, where it stands. */
    public void clock(Instant now) {
        State state = running.getBean(State.class);
        synchronized (state) {
            state.clock = new VendorClock(now, Instant.now(), 0);
        }
    }

    /** Every call of a client passes here first. */
    public void road(Road road) {
        ((TomcatWebServer) running.getWebServer())
                .getTomcat()
                .getEngine()
                .getPipeline()
                .addValve(new RoadValve(road));
    }

    @Override
    public void close() {
        running.close();
    }
}
