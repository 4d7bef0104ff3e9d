package io.mailwright.story;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The simulated vendor as a process of its own, which outlives every Mailwright that is killed. */
final class VendorProcess implements AutoCloseable {
    static final String PATH = "/simulator/api/v1";

    final Http http;
    final Vendor vendor;
    final int port = Child.freePort();
    private final Child child;

    VendorProcess(Path home) {
        child = new Child(
                home,
                Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "MAILWRIGHT_SIMULATOR_FILE",
                                home.resolve("simulator.json").toString()),
                Child.jar("simulator"));
        http = new Http("http://127.0.0.1:" + port, "demo", "demo");
        vendor = new Vendor(http);
    }

    VendorProcess start() {
        child.start();
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(120))
                .until(() -> http.get("/simulator/clock").status() == 200);
        return this;
    }

    /** What a Mailwright is told of it, as of any vendor with an address; its windows and waits are short. */
    Map<String, String> settings() {
        return settings(http.address());
    }

    /** @param address where it is reached, if by a detour */
    Map<String, String> settings(String address) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SCALEDMAIL_BASE_URL", address + PATH);
        settings.put("SCALEDMAIL_API_KEY", "simulator");
        settings.put("SCALEDMAIL_SPENDING", "armed");
        settings.put("SCALEDMAIL_NAMES_PER_SEARCH", "30");
        settings.put("MAILWRIGHT_ADMIN_USER", "admin");
        settings.put("MAILWRIGHT_ADMIN_PASSWORD", "Wax-Lantern-4711");
        settings.put("MAILWRIGHT_RECONCILE_WINDOW", "PT1S");
        settings.put("MAILWRIGHT_WATCH_MIN", "PT1S");
        settings.put("MAILWRIGHT_WATCH_MAX", "PT3S");
        return settings;
    }

    @Override
    public void close() {
        child.kill();
    }
}
