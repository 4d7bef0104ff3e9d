package io.mailwright.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.simulator.RunningSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A simulated vendor on a port, two nodes on one database, and the time they all live in. */
class CrashMachine implements AutoCloseable {
    static final String ORGANIZATION = "recOrg00000000001";
    static final String FIRST_NAME = "crash0.com";

    private static final List<String> KEPT = List.of("flyway_schema_history");

    final RunningSimulator simulator;
    final HaltingDatabase database;
    final JdbcClient sql;
    final List<Engine> nodes = new ArrayList<>();
    final List<TestClock> clocks = List.of(new TestClock(), new TestClock());
    final Traffic traffic = new Traffic(() -> now().plus(underway()));
    final List<String> names;
    private final Path file;
    private final List<String> tables;
    private Instant now;
    private Duration underway = Duration.ofSeconds(15);

    CrashMachine() {
        try {
            Path fast = Path.of("/dev/shm");
            file = Files.isWritable(fast)
                    ? Files.createTempDirectory(fast, "mailwright-machine")
                    : Files.createTempDirectory("mailwright-machine");
            simulator = RunningSimulator.unlimited(file.resolve("simulator.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        simulator.road(traffic);
        DataSource plain = Database.H2.open();
        database = new HaltingDatabase(plain);
        sql = JdbcClient.create(plain);
        tables = sql
                .sql("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !KEPT.contains(table))
                .toList();
        VendorSettings settings = new VendorSettings(
                "http://127.0.0.1:" + simulator.port + "/simulator/api/v1",
                "simulator",
                ORGANIZATION,
                VendorSettings.Spending.ARMED,
                VendorSettings.OrderStyle.FORM,
                500,
                100_000,
                10);
        for (TestClock clock : clocks) nodes.add(new Engine(database, clock, settings, null));
        beginAnew();
        names = available();
    }

    private List<String> available() {
        List<String> asked =
                IntStream.range(0, 30).mapToObj(i -> "crash" + i + ".com").toList();
        JsonNode rows = vendor("search-domains?organization_id=" + ORGANIZATION, Json.of("domains", asked));
        List<String> free = new ArrayList<>();
        rows.forEach(row -> {
            if (row.path("status").asText().equals("available"))
                free.add(row.path("domain").asText());
        });
        if (!free.get(0).equals(FIRST_NAME)) throw new IllegalStateException(FIRST_NAME + " must be free to buy");
        return free;
    }

    /** Empty books on both sides. */
    final void beginAnew() {
        database.haltWhen(event -> false);
        traffic.beginAnew();
        underway = Duration.ofSeconds(15);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        clocks.forEach(clock -> clock.set(Duration.between(clock.instant(), now)));
        simulator.beginAnew();
        simulator.clock(now);
        modes(Map.of());
        empty(tables);
    }

    /** The database as it was when the plans had just been approved. */
    void restore() {
        List<String> kept = List.of("campaign", "plan", "approval", "budget");
        empty(tables.stream().filter(table -> !kept.contains(table)).toList());
        sql.sql("update budget set reserved = 0, spent = 0").update();
        sql.sql("delete from budget where scope like 'month:%'").update();
    }

    private void empty(List<String> which) {
        sql.sql("set referential_integrity false").update();
        for (String table : which) sql.sql("truncate table " + table).update();
        sql.sql("set referential_integrity true").update();
    }

    Instant now() {
        return now;
    }

    /** How long a call takes to the vendor whose sender died. */
    private Duration underway() {
        return underway;
    }

    void underway(Duration time) {
        underway = time;
    }

    /** Time passes, for the vendor and for every node. */
    void pass(Duration time) {
        now = now.plus(time);
        clocks.forEach(clock -> clock.pass(time));
        simulator.clock(now);
        traffic.landed(now).forEach(call -> send(call.method(), call.path(), call.body()));
    }

    /** Others stay as they are. */
    void modes(Map<String, Object> modes) {
        Map<String, Object> all = new TreeMap<>(modes);
        all.put("unlimited", true);
        all.put("lagsInVendorTime", true);
        put("modes", all);
    }

    void faults(List<Map<String, Object>> script) {
        put("faults", Map.of("hang", "PT0.02S", "script", script));
    }

    JsonNode books() {
        return get("ledger");
    }

    JsonNode get(String path) {
        return admin("GET", path, null);
    }

    JsonNode manage(String path, String body) {
        return admin("POST", path, body);
    }

    void put(String path, Object body) {
        admin("PUT", path, Json.text(body));
    }

    private JsonNode admin(String method, String path, String body) {
        try {
            RunningSimulator.Answer answer = simulator.manage(method, path, body);
            if (answer.status() != 200) throw new IllegalStateException(path + ": " + answer.text());
            return answer.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode vendor(String path, String body) {
        return send("POST", path, body).json();
    }

    /** Pre-warmed domains of the vendor, google's. */
    JsonNode stock() {
        return send("GET", "pre-warm-inboxes?organization_id=" + ORGANIZATION, null)
                .json()
                .path("google");
    }

    private RunningSimulator.Answer send(String method, String path, String body) {
        try {
            return simulator.vendor(method, path, body);
        } catch (IOException dropped) {
            return null;
        }
    }

    @Override
    public void close() {
        nodes.forEach(Engine::close);
        simulator.close();
        try (var files = Files.list(file)) {
            for (Path each : files.toList()) Files.delete(each);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
