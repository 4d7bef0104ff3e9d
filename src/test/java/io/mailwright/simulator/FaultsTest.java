package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.bare;
import static io.mailwright.simulator.RunningSimulator.domains;
import static io.mailwright.simulator.RunningSimulator.filled;
import static io.mailwright.simulator.RunningSimulator.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @TempDir
    static Path folder;

    static RunningSimulator vendor;
    static int names;

    @BeforeAll
    static void start() throws IOException {
        vendor = RunningSimulator.unlimited(folder.resolve("state.json"));
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    @AfterEach
    void clear() throws IOException {
        vendor.manage("DELETE", "faults", null);
    }

    @ParameterizedTest
    @CsvSource({"drop-before, false", "drop-after, true", "hang-before, false", "timeout-after, true"})
    void aDroppedCallGetsNotOneByte(String fault, boolean bought) throws IOException {
        String name = freshName();
        script("buy-domains", fault, "'hang': 'PT1S',");
        long start = System.nanoTime();
        assertThat(raw(name)).isEmpty();
        if (!fault.startsWith("drop")) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
        }
        assertThat(isBought(name)).isEqualTo(bought);
    }

    @Test
    void aReplyCanBreakOffHalfway() throws IOException {
        String name = freshName();
        script("buy-domains", "drop-midway", "");
        String whole = raw(name);
        assertThat(whole).startsWith("HTTP/1.1 200").doesNotContain(name);
        assertThat(isBought(name)).isTrue();
        script("organizations", "drop-midway", "");
        assertThatThrownBy(() -> vendor.get("organizations")).isInstanceOf(IOException.class);
        assertThat(vendor.get("organizations").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "500-before, 500, application/json, false",
        "502-before, 502, text/html, false",
        "503-before, 503, text/html, false",
        "429-json, 429, application/json, false",
        "429-json-without-retry-after, 429, application/json, false",
        "429-html, 429, text/html, false",
        "401, 401, application/json, false",
        "500-after, 500, application/json, true",
        "502-after, 502, text/html, true",
        "503-after, 503, text/html, true",
        "empty-object, 200, application/json, true",
        "empty-body, 200, application/json, true",
        "html, 200, text/html, true",
        "garbled, 200, application/json, true",
        "success-false, 200, application/json, true"
    })
    void aPurchaseBeforeOrAfterItsEffect(String fault, int status, String type, boolean bought) throws IOException {
        String name = freshName();
        script("buy-domains", fault, "");
        Answer answer = vendor.buy(name);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith(type);
        assertThat(answer.response().headers().firstValue("Retry-After").isPresent())
                .isEqualTo(status == 503);
        assertThat(isBought(name)).isEqualTo(bought);
        JsonNode calls = vendor.manage("GET", "ledger", null).at("/spend_calls");
        JsonNode call = calls.get(calls.size() - 1);
        assertThat(call.get("fault").asText()).isEqualTo(fault);
        assertThat(call.get("effect").asBoolean()).isEqualTo(bought);
        assertThat(call.get("names").get(0).asText()).isEqualTo(name);
        if (fault.equals("429-json")) {
            assertThat(answer.at("/retryAfter").asLong()).isGreaterThan(System.currentTimeMillis() / 1_000);
        }
        if (fault.equals("garbled")) {
            assertThatThrownBy(answer::json).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aSubscriptionThatCouldNotBeCharged() throws IOException {
        String name = freshName();
        vendor.manage("POST", "registrations", domains(name));
        script("create-custom-order", "400-created", "");
        Answer answer = vendor.order("{'google': {'domains': [" + bare(name) + "]}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("Subscription created but unable to charge");
        JsonNode orders = vendor.get("orders?" + NORTHWIND).at("/payments");
        String id = orders.get(orders.size() - 1).get("id").asText();
        assertThat(vendor.get("orders/" + id + "?" + NORTHWIND).text()).contains(name);
        assertThat(vendor.formOf(id)).isNull();
        assertThat(vendor.order("{'google': {'domains': [" + bare(name) + "]}}").status())
                .as("sending again makes a second one")
                .isEqualTo(200);
        assertThat(vendor.manage("GET", "ledger", null).at("/duplicates").toString())
                .contains("\"kind\":\"order\",\"what\":\"" + name)
                .contains("\"charged\":true");
    }

    @Test
    void aFormSubmittedButUnanswered() throws IOException {
        String name = freshName();
        String order = vendor.ordered(name);
        String uuid = vendor.formOf(order);
        script("submit-form", "drop-after", "");
        String body = form("google", filled(name, 2));
        assertThatThrownBy(() -> vendor.submit(uuid, body)).isInstanceOf(IOException.class);
        assertThat(vendor.formOf(order)).isNull();
        assertThat(vendor.submit(uuid, body).status()).isEqualTo(400);
        assertThat(vendor.manage("GET", "ledger", null).at("/duplicates").toString())
                .contains("\"kind\":\"form\",\"what\":\"" + uuid);
    }

    @Test
    void rowsAndFieldsAreLeftOut() throws IOException {
        String name = freshName();
        String order = vendor.ordered(name);
        vendor.submit(vendor.formOf(order), form("google", filled(name, 2)));
        JsonNode listed = vendor.get("domains?" + NORTHWIND).at("/domains");
        String mailboxes =
                "mailboxes/" + listed.get(listed.size() - 1).get("id").asText() + "?" + NORTHWIND;

        script("search-domains", "missing-row", "");
        assertThat(vendor.search("left-out.com", "left-in.com").json()).hasSize(1);
        script("domains", "missing-status", "");
        assertThat(vendor.get("domains?" + NORTHWIND).at("/domains/0").has("status"))
                .isFalse();
        script("domains", "empty-list", "");
        assertThat(vendor.get("domains?" + NORTHWIND).text()).isEqualTo("{\"total\":0,\"domains\":[]}");
        script("mailboxes", "mailboxes-null", "");
        assertThat(vendor.get(mailboxes).at("/mailboxes").isNull()).isTrue();
        script("mailboxes", "missing-email", "");
        assertThat(vendor.get(mailboxes).at("/mailboxes/0").has("email")).isFalse();
        script("mailboxes", "missing-status", "");
        assertThat(vendor.get(mailboxes).at("/mailboxes/1").has("status")).isFalse();
        assertThat(vendor.get(mailboxes).at("/mailboxes/1").has("status")).isTrue();
    }

    @Test
    void listsComeBackShortOrSayingMore() throws IOException {
        vendor.manage("POST", "registrations", domains(freshName(), freshName(), freshName()));
        String path = "purchased-domains?" + NORTHWIND;
        JsonNode whole = vendor.get(path).json();
        int all = whole.get("total").asInt();
        script("purchased-domains", "short-list", "");
        JsonNode brief = vendor.get(path).json();
        assertThat(brief.get("domains")).hasSize(all / 2);
        assertThat(brief.get("total").asInt()).isEqualTo(all / 2);
        assertThat(brief.at("/domains/0")).isEqualTo(whole.at("/domains/0"));
        script("purchased-domains", "cut-list", "");
        assertThat(vendor.get(path).json()).isEqualTo(((ObjectNode) brief).put("total", all));
        for (String list : Endpoint.LISTS) {
            script(list, "short-list", "");
        }
    }

    @Test
    void theKeyIsRevokedFromACallOnOrForAWhile() throws IOException {
        vendor.put("faults", "{'script': [{'endpoint': '*', 'nth': 2, 'times': -1, 'fault': '401'}]}");
        assertThat(vendor.get("organizations").status()).isEqualTo(200);
        assertThat(vendor.buy(freshName()).text()).isEqualTo("{\"message\":\"Unauthorized\"}");
        vendor.put("faults", "{'script': [{'endpoint': '*', 'for': 'PT4S', 'fault': '401'}]}");
        assertThat(vendor.get("organizations").status()).isEqualTo(401);
        assertThat(vendor.get("packages").status()).isEqualTo(401);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> vendor.get("organizations").status() == 200);
        assertThat(vendor.get("packages").status()).isEqualTo(200);
    }

    @Test
    void anOrderCanBeAnsweredWithoutItsId() throws IOException {
        String name = freshName();
        script("create-custom-order", "missing-id", "");
        vendor.manage("POST", "registrations", domains(name));
        assertThat(vendor.order("{'google': {'domains': [" + bare(name) + "]}}").text())
                .isEqualTo("{\"success\":true,\"message\":\"Order created successfully\"}");
        assertThat(vendor.get("pending-forms?" + NORTHWIND).text()).contains(name);
    }

    @Test
    void aScriptStrikesTheNthCallsOnly() throws IOException {
        vendor.put(
                "faults",
                "{'script': [{'endpoint': 'orders', 'nth': 2, 'times': 2, 'fault': '500-before'}, {'endpoint': '*', 'nth': 5, 'times': -1, 'fault': '502-after'}]}");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(vendor.get("orders?" + NORTHWIND).status());
        }
        assertThat(statuses).containsExactly(200, 500, 500, 200, 502, 502);
        assertThat(vendor.manage("GET", "faults", null).at("/script").size()).isEqualTo(2);
    }

    @Test
    void chanceIsSeededAndStaysNearItsRate() throws IOException {
        List<String> first = chances(42);
        assertThat(chances(42)).isEqualTo(first);
        assertThat(chances(43)).isNotEqualTo(first);
        assertThat(first.stream().filter("none"::equals).count()).isBetween(840L, 940L);
        assertThat(new TreeSet<>(first))
                .contains("drop-after", "500-before", "429-html")
                .doesNotContain("400-created", "hang-after", "401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rate': 2}",
                "{'script': [{'endpoint': 'orders', 'fault': 'flood'}]}",
                "{'script': [{'endpoint': 'nowhere', 'fault': 'html'}]}",
                "{'script': [{'endpoint': 'orders', 'fault': 'mailboxes-null'}]}",
                "{'script': [{'endpoint': 'orders'}]}",
                "{'speed': 4}"
            })
    void aPlanThatCannotBeIsRefused(String plan) throws IOException {
        Answer answer = vendor.put("faults", plan);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).containsAnyOf("rate", "fault", "endpoint", "speed");
        assertThat(vendor.get("organizations").status()).isEqualTo(200);
    }

    private static List<String> chances(long seed) {
        FaultPlan plan = new FaultPlan(0.1, seed, null, null, null, 0);
        Map<String, Long> counts = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Fault fault = plan.next("buy-domains", counts);
            faults.add(fault == null ? "none" : fault.word());
        }
        return faults;
    }

    private static void script(String endpoint, String fault, String more) throws IOException {
        Answer answer = vendor.put(
                "faults",
                "{" + more + "'script': [{'endpoint': '" + endpoint + "', 'nth': 1, 'fault': '" + fault + "'}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String freshName() {
        String name;
        do {
            name = "fault-" + ++names + ".com";
        } while (Ids.number(7, "taken " + name, 10) == 0);
        return name;
    }

    private static boolean isBought(String name) throws IOException {
        return vendor.get("purchased-domains?" + NORTHWIND).text().contains(name);
    }

    /** Everything the socket says until it is closed. */
    private static String raw(String name) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", vendor.port)) {
            socket.setSoTimeout(10_000);
            String body = "{\"domains\":[\"" + name + "\"]}";
            String request = "POST /simulator/api/v1/buy-domains?" + NORTHWIND + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer simulator\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            } catch (SocketException reset) {
                return "";
            }
        }
    }
}
