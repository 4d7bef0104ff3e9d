package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.bare;
import static io.mailwright.simulator.RunningSimulator.domains;
import static io.mailwright.simulator.RunningSimulator.filled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapsTest {
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

    @BeforeEach
    void oneDomain() throws IOException {
        vendor.manage("DELETE", "state", null);
        vendor.put("modes", "{'unlimited': true}");
        vendor.manage("POST", "clock", "{'speed': 0}");
        vendor.manage("POST", "registrations", domains("old-one.com", "new-one.com"));
        vendor.order("{'google': {'domains': [" + filled("old-one.com", 2) + "]}}");
    }

    @Test
    void aDomainIsSwappedADayLater() throws IOException {
        String id = listed().get("id").asText();
        assertThat(swap("old-one.com", "new-one.com").text()).isEqualTo("{\"message\":\"Domain Swap Requested\"}");
        assertThat(listed().get("domain").asText()).isEqualTo("old-one.com");
        assertThat(swap("old-one.com", "new-two.com").error()).isEqualTo("Domain swap already in progress");
        assertThat(vendor.order("{'google': {'domains': [" + bare("new-one.com") + "]}}")
                        .error())
                .as("what a swap will need")
                .contains("new-one.com");
        vendor.manage("POST", "clock", "{'advance': 'P1D'}");
        assertThat(listed().get("domain").asText()).isEqualTo("new-one.com");
        assertThat(listed().get("id").asText()).isEqualTo(id);
        assertThat(vendor.get("mailboxes/" + id + "?" + NORTHWIND).text()).contains("ann0@new-one.com");
        assertThat(vendor.get("purchased-domains?available=true&" + NORTHWIND)
                        .at("/domains")
                        .findValuesAsText("domain"))
                .containsExactly("old-one.com");
        assertThat(ledger().at("/swaps/0/status").asText()).isEqualTo("applied");
        assertThat(ledger().at("/duplicates")).isEmpty();
        assertThat(swap("old-one.com", "new-one.com").status()).isEqualTo(404);
        assertThat(ledger().at("/duplicates").toString())
                .isEqualTo("[{\"kind\":\"swap-domain\",\"what\":\"old-one.com\",\"calls\":[2,5],\"charged\":false}]");
    }

    @Test
    void thereAndBackAgainIsNoDuplicate() throws IOException {
        for (String[] step : new String[][] {
            {"old-one.com", "new-one.com"}, {"new-one.com", "old-one.com"}, {"old-one.com", "new-one.com"}
        }) {
            assertThat(swap(step[0], step[1]).status()).isEqualTo(200);
            vendor.manage("POST", "clock", "{'advance': 'P1D'}");
        }
        assertThat(ledger().at("/duplicates")).isEmpty();
    }

    @Test
    void swapsThatCannotBe() throws IOException {
        assertThat(swap("nobody.com", "new-one.com").text()).isEqualTo("{\"error\":\"Domain not found\"}");
        assertThat(swap("old-one.com", "never-ours.com").error()).contains("never-ours.com is unavailable");
        assertThat(swap("old-one.com", "old-one.com").error()).contains("old-one.com is unavailable");
        assertThat(swap("old-one.com", "no name").error()).contains("new_domain");
        String other = "swap-domain/old-one.com?provider=other&" + NORTHWIND;
        assertThat(vendor.post(other, "{'new_domain': 'ours.example'}").error()).contains("hosting");
        assertThat(vendor.post("swap-domain/old-one.com?" + NORTHWIND, "{}").error())
                .contains("provider");
        assertThat(vendor.post("swap-domain/old-one.com?provider=other", "{}").error())
                .contains("organization_id");
        assertThat(vendor.post(
                                other,
                                "{'new_domain': 'ours.example', 'hosting': {'provider': 'x', 'username': 'u', 'password': 'p'}}")
                        .status())
                .isEqualTo(200);
        vendor.manage("POST", "clock", "{'advance': 'P1D'}");
        assertThat(listed().get("domain").asText()).isEqualTo("ours.example");
        assertThat(listed().get("domain_provider").asText()).isEqualTo("Other");
    }

    @Test
    void aRedirectIsSwappedADayLater() throws IOException {
        assertThat(redirect("northwind.example/").error())
                .as("the one there is")
                .contains("new_redirect");
        assertThat(redirect("two.example").text()).isEqualTo("{\"message\":\"Redirect Swap Requested\"}");
        assertThat(redirect("three.example").error()).isEqualTo("Redirect swap already in progress");
        assertThat(listed().get("redirect").asText()).isEqualTo("https://northwind.example");
        vendor.manage("POST", "clock", "{'advance': 'P1D'}");
        assertThat(listed().get("redirect").asText()).isEqualTo("https://two.example");
        assertThat(ledger().at("/duplicates")).isEmpty();
        assertThat(redirect("").status()).isEqualTo(200);
        vendor.manage("POST", "clock", "{'advance': 'P1D'}");
        assertThat(listed().get("redirect").asText()).isEmpty();
        assertThat(redirect("").status()).isEqualTo(400);
        assertThat(ledger().at("/duplicates").toString())
                .contains("\"kind\":\"swap-redirect\",\"what\":\"old-one.com\"");
        assertThat(vendor.post("swap-redirect/nobody.com?" + NORTHWIND, "{'new_redirect': ''}")
                        .status())
                .isEqualTo(404);
        assertThat(vendor.post("swap-redirect/old-one.com?" + NORTHWIND, "{}").error())
                .contains("new_redirect");
    }

    @Test
    void aSwapCanBeAcceptedAndNeverApplied() throws IOException {
        vendor.put("faults", "{'script': [{'endpoint': 'swap-redirect', 'fault': 'not-applied'}]}");
        assertThat(redirect("two.example").text()).isEqualTo("{\"message\":\"Redirect Swap Requested\"}");
        vendor.put("modes", "{'swapsIgnored': true}");
        assertThat(swap("old-one.com", "new-one.com").status()).isEqualTo(200);
        vendor.put("modes", "{'swapsIgnored': false}");
        vendor.manage("POST", "clock", "{'advance': 'P30D'}");
        assertThat(listed().get("redirect").asText()).isEqualTo("https://northwind.example");
        assertThat(listed().get("domain").asText()).isEqualTo("old-one.com");
        assertThat(swap("old-one.com", "new-one.com").error()).contains("in progress");
        vendor.vendor("DELETE", "orders/" + listed().get("payment_id").asText() + "?" + NORTHWIND, null);
        assertThat(ledger().at("/swaps").findValuesAsText("status")).containsExactly("dropped", "dropped");
    }

    private static Answer swap(String from, String to) throws IOException {
        return vendor.post("swap-domain/" + from + "?provider=scaledmail&" + NORTHWIND, "{'new_domain': '" + to + "'}");
    }

    private static Answer redirect(String to) throws IOException {
        return vendor.post("swap-redirect/old-one.com?" + NORTHWIND, "{'new_redirect': '" + to + "'}");
    }

    private static JsonNode listed() throws IOException {
        return vendor.get("domains?" + NORTHWIND).at("/domains/0");
    }

    private static JsonNode ledger() throws IOException {
        return vendor.manage("GET", "ledger", null).json();
    }
}
