package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.filled;
import static io.mailwright.simulator.RunningSimulator.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    private static final List<String> READS = List.of(
            "purchased-domains?" + NORTHWIND,
            "orders?" + NORTHWIND,
            "pending-forms?" + NORTHWIND,
            "domains?" + NORTHWIND);

    @TempDir
    Path folder;

    @Test
    void everythingOutlivesARestart() throws IOException {
        Path file = folder.resolve("deep/state.json");
        List<String> before;
        String clock;
        try (RunningSimulator vendor = RunningSimulator.unlimited(file)) {
            vendor.manage("POST", "clock", "{'speed': 0, 'advance': 'P3D'}");
            vendor.put("faults", "{'rate': 0, 'script': [{'endpoint': 'packages', 'fault': '500-before'}]}");
            story(vendor);
            before = reads(vendor);
            clock = vendor.manage("GET", "clock", null).text();
        }
        try (RunningSimulator vendor = new RunningSimulator(file)) {
            assertThat(vendor.manage("GET", "clock", null).text()).isEqualTo(clock);
            assertThat(reads(vendor)).isEqualTo(before);
            assertThat(vendor.get("packages").status()).isEqualTo(500);
            assertThat(vendor.manage("GET", "ledger", null).at("/counts").toString())
                    .isEqualTo("{\"purchases\":3,\"orders\":2,\"forms\":1,\"duplicates\":0}");
        }
    }

    @Test
    void theSameCallsGiveTheSameAnswers() throws IOException {
        List<String> first = ids("one.json");
        assertThat(ids("two.json")).isEqualTo(first);
        assertThat(first.get(0)).matches("rec[A-Za-z0-9]{14}");
        assertThat(first.get(1)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aKillLosesNothingThatWasAnswered() throws Exception {
        Path file = folder.resolve("state.json");
        Path log = folder.resolve("out.txt");
        Process process = simulator(file, log);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(log).contains("demo/demo"));
            String address = Files.readString(log).replaceAll("(?s).*(http://localhost:\\d+).*", "$1");
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/simulator/api/v1/buy-domains?" + NORTHWIND))
                                    .header("Authorization", "Bearer simulator")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"domains\":[\"killed-one.com\"]}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        try (RunningSimulator vendor = new RunningSimulator(file)) {
            assertThat(vendor.get(READS.get(0)).text()).contains("killed-one.com");
        }
    }

    @Test
    void twoProcessesDoNotShareAFile() throws Exception {
        try (RunningSimulator vendor = new RunningSimulator(folder.resolve("state.json"))) {
            Process second = simulator(folder.resolve("state.json"), folder.resolve("out.txt"));
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(folder.resolve("out.txt")).content().contains("MAILWRIGHT_SIMULATOR_FILE");
            assertThat(vendor.get("organizations").status()).isEqualTo(200);
        }
    }

    @Test
    void aStateFoundAgainIsAnHourOlderAtMost() {
        Instant start = Instant.now().minus(Duration.ofDays(300));
        VendorClock clock = new VendorClock(start, start, 2).resumed(start.plus(Duration.ofHours(3)));
        assertThat(clock.now())
                .isBetween(
                        start.plus(Duration.ofHours(8)),
                        start.plus(Duration.ofHours(8)).plusSeconds(60));
    }

    @Test
    void vendorTimeRunsAtItsSpeedAndCanBeMoved() throws IOException {
        try (RunningSimulator vendor = RunningSimulator.unlimited(folder.resolve("state.json"))) {
            assertThat(vendor.manage("GET", "clock", null).at("/speed").asInt()).isEqualTo(17_280);
            vendor.manage("POST", "clock", "{'speed': 0}");
            Instant now = now(vendor);
            vendor.manage("POST", "clock", "{'advance': 'P2D'}");
            assertThat(now(vendor)).isEqualTo(now.plus(Duration.ofDays(2)));
            for (String wrong : List.of("{}", "{'speed': -1}", "{'advance': '2 days'}", "{'advance': '-P1D'}")) {
                assertThat(vendor.manage("POST", "clock", wrong).error()).containsAnyOf("speed", "advance");
            }
        }
    }

    @Test
    void theLedgerTellsWhatWasBoughtAndWhatWasSentTwice() throws IOException {
        try (RunningSimulator vendor = RunningSimulator.unlimited(folder.resolve("state.json"))) {
            story(vendor);
            JsonNode ledger = vendor.manage("GET", "ledger", null).json();
            assertThat(ledger.at("/charged/purchases").decimalValue()).isEqualByComparingTo("15.5");
            assertThat(ledger.at("/charged/total").decimalValue()).isEqualByComparingTo("29.5");
            assertThat(ledger.at("/duplicates").size()).isZero();
            assertThat(vendor.buy("story-one.com").status()).isEqualTo(400);
            assertThat(vendor.order("{'google': {'domains': [{'domain': 'story-two.com'}]}}")
                            .status())
                    .isEqualTo(400);
            assertThat(vendor.manage("GET", "ledger", null).at("/duplicates").toString())
                    .isEqualTo("[{\"kind\":\"purchase\",\"what\":\"story-one.com\",\"calls\":[1,5],\"charged\":false},"
                            + "{\"kind\":\"order\",\"what\":\"story-two.com\",\"calls\":[2,6],\"charged\":false}]");
        }
    }

    @Test
    void aloneItAsksForALoginAndAKey() throws IOException {
        try (RunningSimulator vendor = RunningSimulator.unlimited(folder.resolve("state.json"))) {
            assertThat(vendor.send(vendor.request("/simulator/ledger", "GET", null))
                            .status())
                    .isEqualTo(401);
            assertThat(vendor.send(vendor.request("/simulator/api/v1/../ledger", "GET", null))
                            .status())
                    .isIn(400, 401);
            assertThat(vendor.send(vendor.request("/simulator/api/v1/organizations", "GET", null)
                                    .header("Authorization", "Bearer wrong"))
                            .text())
                    .isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(vendor.post("buy-domains?" + NORTHWIND, "x".repeat(1_100_000))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void aStateThatCannotBeReadIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("state.json"), "{");
        assertThatThrownBy(() -> new RunningSimulator(file)).hasRootCauseInstanceOf(IOException.class);
        assertThat(file).hasContent("{");
    }

    /** One purchase, two orders, one of them with its form: 15.50 and twice 7.00 dollars. */
    private static void story(RunningSimulator vendor) throws IOException {
        assertThat(vendor.buy("story-one.com").status()).isEqualTo(200);
        String first = vendor.ordered("story-two.com");
        vendor.ordered("story-three.com");
        vendor.submit(vendor.formOf(first), form("google", filled("story-two.com", 2)));
    }

    /** Alone in a process of its own. */
    private static Process simulator(Path file, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorApplication.class.getName(),
                        "--server.port=0",
                        "--mailwright.simulator.file=" + file)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private List<String> ids(String file) throws IOException {
        try (RunningSimulator vendor = RunningSimulator.unlimited(folder.resolve(file))) {
            List<String> ids = new ArrayList<>();
            for (String name : List.of("same-one.com", "same-two.com")) {
                ids.add(vendor.ordered(name));
                ids.add(vendor.formOf(ids.get(ids.size() - 1)));
            }
            ids.add(vendor.search("same-three.com", "same-four.com", "same-five.com")
                    .text());
            return ids;
        }
    }

    private static List<String> reads(RunningSimulator vendor) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String read : READS) {
            texts.add(vendor.get(read).text());
        }
        return texts;
    }

    private static Instant now(RunningSimulator vendor) throws IOException {
        return Instant.parse(vendor.manage("GET", "clock", null).at("/now").asText());
    }
}
