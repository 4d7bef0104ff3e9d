package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.bare;
import static io.mailwright.simulator.RunningSimulator.domains;
import static io.mailwright.simulator.RunningSimulator.filled;
import static io.mailwright.simulator.RunningSimulator.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that charges or changes something, under every fault that suits it: what is done, written down and judged. */
class ChangingCallsTest {
    @TempDir
    static Path folder;

    static RunningSimulator vendor;

    @BeforeAll
    static void start() {
        vendor = new RunningSimulator(folder.resolve("state.json"));
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    private String waiting;

    @BeforeEach
    void begin() throws IOException {
        vendor.manage("DELETE", "state", null);
        vendor.put("modes", "{'unlimited': true}");
        vendor.manage("POST", "clock", "{'speed': 0}");
        waiting = vendor.ordered("waiting-one.com");
        vendor.manage("POST", "registrations", domains("free-one.com", "free-two.com", "live-one.com"));
        vendor.order("{'google': {'domains': [" + filled("live-one.com", 2) + "]}}");
    }

    static Stream<Arguments> all() {
        return Endpoint.CHANGING.stream()
                .sorted()
                .flatMap(endpoint -> Arrays.stream(Fault.values())
                        .filter(fault -> fault.suits(endpoint))
                        .map(fault -> Arguments.of(endpoint, fault)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void underAFault(String endpoint, Fault fault) throws IOException {
        String before = effects();
        vendor.put(
                "faults",
                "{'hang': 'PT0.02S', 'script': [{'endpoint': '" + endpoint + "', 'fault': '" + fault.word() + "'}]}");
        Answer answer = null;
        try {
            answer = call(endpoint);
        } catch (IOException dropped) {
            assertThat(fault.word()).containsAnyOf("drop", "hang");
        }
        if (fault == Fault.GARBLED) {
            assertThat(answer.status()).isEqualTo(200);
            assertThatThrownBy(answer::json).isInstanceOf(AssertionError.class);
        }
        if (fault == Fault.REVOKED) {
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(effects().equals(before)).isEqualTo(!fault.after);
        JsonNode calls = vendor.manage("GET", "ledger", null).at("/spend_calls");
        JsonNode last = calls.get(calls.size() - 1);
        assertThat(last.get("endpoint").asText()).isEqualTo(endpoint);
        assertThat(last.get("fault").asText()).isEqualTo(fault.word());
        assertThat(last.get("effect").asBoolean()).isEqualTo(fault.after);

        call(endpoint);
        JsonNode duplicates = vendor.manage("GET", "ledger", null).at("/duplicates");
        assertThat(duplicates).hasSize(fault.after ? 1 : 0);
    }

    @Test
    void allThatChangesIsKeptOnDisk() throws IOException {
        for (String endpoint : Endpoint.CHANGING) {
            if (!endpoint.equals(Endpoint.CANCEL)) {
                assertThat(call(endpoint).status()).as(endpoint).isEqualTo(200);
            }
        }
        assertThat(call(Endpoint.CANCEL).status()).isEqualTo(200);
        String ledger = vendor.manage("GET", "ledger", null).text();
        vendor.close();
        vendor = new RunningSimulator(folder.resolve("state.json"));
        assertThat(vendor.manage("GET", "ledger", null).text()).isEqualTo(ledger);
    }

    private static String effects() throws IOException {
        JsonNode ledger = vendor.manage("GET", "ledger", null).json();
        return Stream.of("purchases", "orders", "forms", "pre_warmed", "cancellations", "swaps", "organizations")
                .map(part -> ledger.get(part).toString())
                .toList()
                .toString();
    }

    private Answer call(String endpoint) throws IOException {
        return switch (endpoint) {
            case Endpoint.BUY -> vendor.buy("bought-one.com");
            case Endpoint.BUY_WARM ->
                vendor.post(
                        "buy-pre-warm-inboxes?" + NORTHWIND,
                        "{'domains': [{'id': 'recPw000000000001', 'domain': 'warm-google-1.com'}]}");
            case Endpoint.CREATE -> vendor.order("{'google': {'domains': [" + bare("free-one.com") + "]}}");
            case Endpoint.CREATE_FIXED ->
                vendor.post(
                        "create-order/price_1SimulatorGoogle2?provider=scaledmail&" + NORTHWIND,
                        form("google", filled("free-two.com", 2)));
            case Endpoint.SUBMIT -> vendor.submit(waitingForm(), form("google", filled("waiting-one.com", 2)));
            case Endpoint.CANCEL -> vendor.vendor("DELETE", "orders/" + waiting + "?" + NORTHWIND, null);
            case Endpoint.SWAP_DOMAIN ->
                vendor.post(
                        "swap-domain/live-one.com?provider=other&" + NORTHWIND,
                        "{'new_domain': 'ours.example', 'hosting': {'provider': 'x', 'username': 'u', 'password': 'p'}}");
            case Endpoint.SWAP_REDIRECT ->
                vendor.post("swap-redirect/live-one.com?" + NORTHWIND, "{'new_redirect': 'two.example'}");
            case Endpoint.CREATE_ORGANIZATION -> vendor.post("organizations", "{'name': 'Fabrikam'}");
            default -> throw new AssertionError(endpoint);
        };
    }

    private String waitingForm() throws IOException {
        for (JsonNode form : vendor.manage("GET", "ledger", null).at("/forms")) {
            if (form.get("payment_id").asText().equals(waiting)) {
                return form.get("uuid").asText();
            }
        }
        throw new AssertionError("no form");
    }
}
