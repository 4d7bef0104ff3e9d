package io.mailwright.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small vendor with a memory of its own: what it really did is what the ledger is judged by. */
class Vendor implements AutoCloseable {
    static final String PRICE = "12.00";
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // else each reply waits 40 ms for the client's acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** @param form whether it still waits for its names and aliases */
    static class Order {
        final String id = "rec" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        final String uuid = UUID.randomUUID().toString();
        final Instant at;
        final List<String> names;
        final String tag;
        boolean form;
        boolean cancelled;
        Instant submittedAt;
        int submissions;

        Order(Instant at, List<String> names, String tag, boolean form) {
            this.at = at;
            this.names = new ArrayList<>(names);
            this.tag = tag;
            this.form = form;
            this.submittedAt = form ? null : at;
        }
    }

    final Clock clock;
    final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final Map<String, Instant> registered = new LinkedHashMap<>();
    final Map<String, String> assigned = new HashMap<>();
    final Set<String> taken = new HashSet<>();
    final Map<String, String> prices = new HashMap<>();
    final Set<String> leftOut = new HashSet<>();
    final Set<String> hidden = new HashSet<>();
    final List<Order> orders = new ArrayList<>();
    final Stock stock = new Stock();
    final Deque<Fault> faults = new ArrayDeque<>();
    final List<String> posts = new ArrayList<>();
    final List<String> reads = new ArrayList<>();
    /** What came a second time though it had been done. */
    final List<String> duplicates = new ArrayList<>();

    volatile Duration lag = Duration.ZERO;
    volatile Runnable beforeReply = () -> {};
    volatile boolean formsListNoNames;
    volatile boolean withoutDetails;
    volatile boolean domainsNameNoOrder;
    volatile String refusal = "names are invalid";
    volatile String complaint = "try later, eyJhbGciOi.secret.part";
    int buys;

    Vendor(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    Order webOrder(List<String> names, String tag, boolean form) {
        Order order = new Order(clock.instant(), names, tag, form);
        orders.add(order);
        return order;
    }

    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    long posted(String endpoint) {
        return posts.stream().filter(post -> post.startsWith(endpoint)).count();
    }

    private boolean visible(Instant at) {
        return at != null && !clock.instant().isBefore(at.plus(lag));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        String body = new String(exchange.getRequestBody().readAllBytes());
        String method = exchange.getRequestMethod();
        boolean critical = !method.equals("GET") && !path.startsWith("search");
        String called = method.equals("DELETE") ? "cancel " + path : path;
        synchronized (this) {
            Object reply = critical ? effect(called, JSON.readTree(body), exchange) : read(path, body);
            if (reply != null) send(exchange, 200, JSON.writeValueAsString(reply));
            else if (!critical) send(exchange, 404, "{\"error\": \"Order not found\"}");
        }
    }

    private Object read(String path, String body) throws IOException {
        reads.add(path);
        if (path.startsWith("search-domains")) return search(JSON.readTree(body));
        if (path.equals("purchased-domains"))
            return Map.of(
                    "domains",
                    registered.entrySet().stream()
                            .filter(row -> visible(row.getValue()) && !hidden.contains(row.getKey()))
                            .map(row -> fields("domain", row.getKey(), "domain_id", assigned.get(row.getKey())))
                            .toList());
        if (path.equals("pre-warm-inboxes")) return stock.warm();
        if (path.equals("organizations")) return stock.workspaces();
        if (path.equals("orders"))
            return Map.of(
                    "payments",
                    orders.stream()
                            .filter(order -> visible(order.at) && !hidden.contains(order.id))
                            .map(order -> fields(
                                    "id",
                                    order.id,
                                    "amount",
                                    7.5,
                                    "created_at",
                                    order.at.toString(),
                                    "status",
                                    status(order)))
                            .toList());
        if (path.startsWith("orders/"))
            return orders.stream()
                    .filter(order -> path.equals("orders/" + order.id) && !withoutDetails)
                    .findFirst()
                    .map(this::details)
                    .orElse(null);
        if (path.equals("pending-forms"))
            return Map.of(
                    "forms",
                    orders.stream()
                            .filter(order -> order.form && visible(order.at) && !order.cancelled)
                            .filter(order -> !visible(order.submittedAt) && !hidden.contains(order.uuid))
                            .map(this::form)
                            .toList());
        if (path.equals("domains"))
            return Map.of(
                    "domains",
                    orders.stream()
                            .filter(order -> visible(order.submittedAt) && !order.cancelled)
                            .flatMap(order -> order.names.stream()
                                    .filter(name -> !hidden.contains(name))
                                    .map(name -> fields(
                                            "id",
                                            "dom-" + name,
                                            "domain",
                                            name,
                                            "tag",
                                            domainsNameNoOrder ? null : order.tag,
                                            "redirect",
                                            stock.redirects.getOrDefault(name, ""),
                                            "payment_id",
                                            domainsNameNoOrder ? null : order.id,
                                            "status",
                                            "In Progress")))
                            .toList());
        throw new IllegalStateException(path);
    }

    private Object form(Order order) {
        return fields(
                "uuid",
                order.uuid,
                "payment_id",
                order.id,
                "amount",
                7.5,
                "data",
                Map.of(
                        "quantity",
                        1,
                        "domains_required",
                        order.names.size(),
                        "domains",
                        formsListNoNames ? List.of() : order.names));
    }

    private Map<String, Object> details(Order order) {
        var domains = order.names.stream()
                .map(name -> Map.of("id", "dom-" + name, "name", name))
                .toList();
        return fields(
                "id",
                order.id,
                "tag",
                order.tag,
                "status",
                status(order),
                "created_at",
                order.at.toString(),
                "packages",
                List.of(Map.of("type", "Google", "payment_id", order.id, "domains", domains)));
    }

    private static String status(Order order) {
        return order.cancelled ? "Cancelled" : "Active";
    }

    private List<Object> search(JsonNode asked) {
        List<Object> rows = new ArrayList<>();
        asked.path("domains").forEach(node -> {
            String name = node.asText();
            boolean gone = taken.contains(name) || visible(registered.get(name));
            if (!leftOut.contains(name))
                rows.add(fields(
                        "domain", name,
                        "status", gone ? "taken" : "available",
                        "price", gone ? null : Double.valueOf(prices.getOrDefault(name, PRICE))));
        });
        return rows;
    }

    private Object effect(String path, JsonNode body, HttpExchange exchange) throws IOException {
        posts.add(path);
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.poll();
        String refused = fault.effect ? take(path, body) : null;
        beforeReply.run();
        if (refused != null) return reply(exchange, 400, Map.of("error", refused));
        String id = orders.isEmpty() ? "" : orders.get(orders.size() - 1).id;
        return switch (fault) {
            case NONE ->
                path.startsWith("create") || path.startsWith("buy-pre")
                        ? Map.of("success", true, "id", id)
                        : Map.of("success", true);
            case BARE -> Map.of();
            case EMPTY_BODY -> raw(exchange, 200, "");
            case HTML -> raw(exchange, 200, "<html>welcome</html>");
            case ERROR_AFTER, ERROR_BEFORE -> reply(exchange, 500, Map.of("error", "Internal server error"));
            case DROPPED_AFTER, DROPPED_BEFORE -> {
                exchange.close();
                yield null;
            }
            case CREATED_400 -> reply(exchange, 400, Map.of("error", "Subscription created but unable to charge"));
            case COMPLAINS -> Map.of("success", false, "message", complaint);
            case REFUSES -> reply(exchange, 400, Map.of("error", refusal));
            case UNAUTHORIZED -> reply(exchange, 401, Map.of("message", "Unauthorized"));
            case LIMIT_BARE -> raw(exchange, 429, "slow down");
            case LIMIT_JSON -> reply(exchange, 429, Map.of("message", "Too many critical operations", "retryAfter", 1));
        };
    }

    /** @return why not, or null */
    private String take(String path, JsonNode body) {
        if (path.startsWith("swap")) return stock.swap(path, body, orders);
        if (path.startsWith("cancel")) return cancel(path);
        if (path.equals("organizations")) {
            String name = body.path("name").asText();
            if (stock.workspaces.contains(name)) duplicates.add("workspace " + name);
            stock.workspaces.add(name);
            return null;
        }
        if (path.startsWith("buy-pre")) return takeWarm(body);
        if (path.startsWith("buy")) {
            List<String> names = new ArrayList<>();
            body.path("domains").forEach(name -> names.add(name.asText()));
            for (String name : names) {
                if (registered.containsKey(name)) duplicates.add("bought " + name);
                if (taken.contains(name) || registered.containsKey(name)) return name + " is not available";
            }
            names.forEach(name -> registered.put(name, clock.instant()));
            buys++;
            return null;
        }
        List<String> names = new ArrayList<>();
        boolean[] bare = {true};
        body.path("providers")
                .forEach(part -> part.path("domains").forEach(domain -> {
                    names.add(domain.path("domain").asText());
                    bare[0] &= domain.path("aliases").isEmpty();
                }));
        if (path.startsWith("create")) {
            for (Order order : orders)
                if (!order.cancelled && order.names.stream().anyMatch(names::contains))
                    duplicates.add("ordered " + names);
            webOrder(names, body.path("tag").asText(null), bare[0]);
            return null;
        }
        Order order = orders.stream()
                .filter(candidate -> path.endsWith(candidate.uuid))
                .findFirst()
                .orElseThrow();
        if (order.submittedAt != null) {
            duplicates.add("submitted " + names);
            return "Form already submitted";
        }
        order.submittedAt = clock.instant();
        order.submissions++;
        return null;
    }

    private String takeWarm(JsonNode body) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : body.path("domains")) {
            String name = item.path("domain").asText();
            if (!item.path("id").asText().equals(stock.warm.get(name))) return name + " is unavailable";
            names.add(name);
        }
        names.forEach(stock.warm::remove);
        webOrder(names, body.path("tag").asText(null), false);
        return null;
    }

    private String cancel(String path) {
        Order order = orders.stream()
                .filter(candidate -> path.endsWith(candidate.id))
                .findFirst()
                .orElseThrow();
        if (order.cancelled) return "Order already cancelled";
        order.cancelled = true;
        return null;
    }

    private static Object reply(HttpExchange exchange, int status, Object body) throws IOException {
        return raw(exchange, status, JSON.writeValueAsString(body));
    }

    private static Object raw(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body);
        return null;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) if (pairs[i + 1] != null) fields.put((String) pairs[i], pairs[i + 1]);
        return fields;
    }
}
