package io.mailwright.benchmark;

import io.mailwright.onboarding.Fleet;
import io.mailwright.onboarding.FleetQuery;
import io.mailwright.onboarding.FleetRows;
import io.mailwright.platform.Mailwright;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server on a file of H2: a page of the fleet, and the first byte of the console's page over HTTP, while there is
 * no campaign and when there are ten thousand. Addresses to ask besides {@code /} are arguments.
 */
public final class FleetPages {
    private static final int CAMPAIGNS = 10_000;
    private static final int ROUNDS = 200;
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int SIZE = 50;

    private final ConfigurableApplicationContext server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Callable<Object>> pages = new LinkedHashMap<>();

    private FleetPages(ConfigurableApplicationContext server, String... more) {
        this.server = server;
        Fleet fleet = server.getBean(Fleet.class);
        pages.put("Fleet, first page", () -> fleet.page(FleetQuery.all(SIZE)));
        pages.put("Fleet, page 150", () -> fleet.page(new FleetQuery(null, null, false, null, null, 150, SIZE)));
        pages.put("Fleet, a stage", () -> fleet.page(new FleetQuery(null, "provisioning", false, null, null, 0, SIZE)));
        pages.put("Fleet, a text", () -> fleet.page(new FleetQuery("try0211", null, false, null, null, 0, SIZE)));
        pages.put("Fleet, who waits", () -> fleet.page(new FleetQuery(null, null, true, null, null, 0, SIZE)));
        pages.put("GET /", () -> firstByte("/"));
        for (String path : more) pages.put("GET " + path, () -> firstByte(path));
    }

    public static void main(String[] more) throws Exception {
        String folder = "target/fleet-" + System.currentTimeMillis();
        try (ConfigurableApplicationContext server = SpringApplication.run(
                Mailwright.class,
                "--spring.datasource.url=jdbc:h2:file:./" + folder + "/mailwright;DB_CLOSE_DELAY=-1",
                "--mailwright.simulator.file=" + folder + "/simulator.json",
                "--mailwright.node=fleet-benchmark",
                "--server.port=0",
                "--logging.level.root=warn")) {
            FleetPages benchmark = new FleetPages(server, more);
            System.out.printf("%n%-20s %9s %12s %12s%n", "", "campaigns", "median ms", "95th of 100");
            benchmark.measure(0);
            new FleetRows(server.getBean(DataSource.class), CAMPAIGNS).insert();
            benchmark.measure(CAMPAIGNS);
        }
    }

    private void measure(int campaigns) throws Exception {
        for (Map.Entry<String, Callable<Object>> page : pages.entrySet()) {
            rounds(page.getValue());
            long[] nanos = rounds(page.getValue());
            Arrays.sort(nanos);
            System.out.printf(
                    "%-20s %9d %12.1f %12.1f%n",
                    page.getKey(), campaigns, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
        }
    }

    /** Fewer where a page is slow. */
    private static long[] rounds(Callable<Object> page) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS && System.nanoTime() - begun < LONGEST_NANOS; round++) {
            long started = System.nanoTime();
            page.call();
            nanos.add(System.nanoTime() - started);
        }
        return nanos.build().toArray();
    }

    private int firstByte(String path) throws IOException, InterruptedException {
        String port = server.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes()))
                .build();
        try (InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            int first = body.read();
            body.readAllBytes();
            return first;
        }
    }
}
