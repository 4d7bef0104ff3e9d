package io.mailwright.simulator;

import static io.mailwright.simulator.RunningSimulator.NORTHWIND;
import static io.mailwright.simulator.RunningSimulator.bare;
import static io.mailwright.simulator.RunningSimulator.domains;
import static io.mailwright.simulator.RunningSimulator.filled;
import static io.mailwright.simulator.RunningSimulator.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.RunningSimulator.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModesTest {
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
    void begin() throws IOException {
        assertThat(vendor.manage("DELETE", "state", null).status()).isEqualTo(200);
        vendor.put("modes", "{'unlimited': true}");
        vendor.manage("POST", "clock", "{'speed': 0}");
    }

    @Test
    void aStateCanBeginAgain() throws IOException {
        String usual = vendor.manage("DELETE", "modes", null).text();
        String first = vendor.ordered("again-one.com");
        vendor.put("modes", "{'block': 'PT30S', 'emptyReplies': true}");
        vendor.put("faults", "{'script': [{'endpoint': '*', 'fault': '500-before', 'times': -1}]}");
        for (int i = 0; i < 8; i++) {
            vendor.get("packages");
        }
        assertThat(vendor.get("packages").status()).as("blocked").isEqualTo(429);

        assertThat(vendor.manage("DELETE", "state", null).at("/seed").asInt()).isEqualTo(7);
        assertThat(vendor.get("packages").status()).isEqualTo(200);
        assertThat(vendor.manage("GET", "modes", null).text()).isEqualTo(usual);
        assertThat(vendor.manage("GET", "clock", null).at("/speed").asInt()).isEqualTo(17_280);
        JsonNode ledger = vendor.manage("GET", "ledger", null).json();
        assertThat(ledger.at("/counts").toString())
                .isEqualTo("{\"purchases\":0,\"orders\":0,\"forms\":0,\"duplicates\":0}");
        assertThat(ledger.at("/spend_calls")).isEmpty();
        assertThat(vendor.ordered("again-one.com")).as("the same ids").isEqualTo(first);
        vendor.manage("DELETE", "state?seed=8", null);
        assertThat(vendor.ordered("again-one.com")).isNotEqualTo(first);
    }

    @Test
    void whatIsChargedCanDifferFromWhatWasQuoted() throws IOException {
        vendor.put("modes", "{'orderFactor': 1.1, 'purchaseFactor': 0.5}");
        assertThat(vendor.search("factor-one.com").at("/0/price").decimalValue())
                .isEqualByComparingTo("15.5");
        vendor.buy("factor-one.com");
        String order = vendor.order("{'google': {'domains': [" + bare("factor-one.com") + "]}}")
                .at("/payment_id")
                .asText();
        for (String amount : List.of(
                vendor.get("orders?" + NORTHWIND).at("/payments/0/amount").asText(),
                vendor.get("pending-forms?" + NORTHWIND).at("/forms/0/amount").asText(),
                vendor.get("orders/" + order + "?" + NORTHWIND).at("/amount").asText())) {
            assertThat(amount).isEqualTo("7.7");
        }
        JsonNode charged = vendor.manage("GET", "ledger", null).at("/charged");
        assertThat(charged.toString()).isEqualTo("{\"purchases\":7.75,\"orders\":7.7,\"total\":15.45}");
        assertThat(vendor.put("modes", "{'orderFactor': 0}").error()).contains("orderFactor");
    }

    @Test
    void thePurchasesOfOneCallShowOneByOne() throws IOException {
        vendor.put("modes", "{'visibleAfter': 'PT10S', 'oneByOne': 'PT20S', 'lagsInVendorTime': true}");
        vendor.buy("row-one.com", "row-two.com", "row-three.com");
        List<Integer> shown = new ArrayList<>();
        for (String wait : List.of("PT9S", "PT1S", "PT19S", "PT1S", "PT20S")) {
            vendor.manage("POST", "clock", "{'advance': '" + wait + "'}");
            shown.add(vendor.get("purchased-domains?" + NORTHWIND).at("/total").asInt());
        }
        assertThat(shown).containsExactly(0, 1, 1, 2, 3);
        assertThat(vendor.get("purchased-domains?" + NORTHWIND)
                        .at("/domains/0/domain")
                        .asText())
                .isEqualTo("row-one.com");
    }

    @Test
    void aFormLingersOnTheVendorsClock() throws IOException {
        String order = vendor.ordered("linger-one.com");
        String uuid = vendor.formOf(order);
        vendor.put("modes", "{'formLingers': 'PT1H', 'lagsInVendorTime': true}");
        String body = form("google", filled("linger-one.com", 2));
        assertThat(vendor.submit(uuid, body).status()).isEqualTo(200);
        vendor.manage("POST", "clock", "{'advance': 'PT59M'}");
        assertThat(vendor.formOf(order)).isEqualTo(uuid);
        assertThat(vendor.submit(uuid, body).error()).isEqualTo("Form already submitted");
        vendor.manage("POST", "clock", "{'advance': 'PT1M'}");
        assertThat(vendor.formOf(order)).isNull();
    }

    @Test
    void domainsCanStayInProgressAndCarryForeignAliases() throws IOException {
        submitted("google", 2, "stuck-one.com", "stuck-two.com");
        vendor.put("modes", "{'stuckDomains': ['stuck-one.com'], 'foreignAliases': true}");
        vendor.manage("POST", "clock", "{'advance': 'P9D'}");
        JsonNode rows = vendor.get("domains?" + NORTHWIND).at("/domains");
        assertThat(rows.findValuesAsText("status")).containsExactly("In Progress", "Active");
        assertThat(rows.at("/0/mailbox").findValuesAsText("alias")).containsExactly("robin.vale", "robin");
        assertThat(mailboxes(rows.get(1))).containsExactly("robin.vale@stuck-two.com", "robin@stuck-two.com");
        vendor.put("modes", "{'foreignAliases': false}");
        assertThat(mailboxes(rows.get(1))).containsExactly("ann0@stuck-two.com", "ann1@stuck-two.com");
    }

    @Test
    void anOutlookDomainCanListAddressesThatExistNowhere() throws IOException {
        submitted("outlook", 25, "outlook-one.com");
        JsonNode row = vendor.get("domains?" + NORTHWIND).at("/domains/0");
        List<String> right = mailboxes(row);
        assertThat(right).hasSize(25);
        vendor.put("modes", "{'outlookAddresses': 'extra'}");
        assertThat(mailboxes(row)).hasSize(27).containsAll(right);
        vendor.put("modes", "{'outlookAddresses': 'wrong'}");
        assertThat(mailboxes(row))
                .hasSize(25)
                .startsWith(right.subList(0, 23).toArray(String[]::new))
                .endsWith("nobody.atall@outlook-one.com", "nowhere1@outlook-one.com");
    }

    @Test
    void aSubscriptionThatCouldNotBeChargedGoesOnOncePaid() throws IOException {
        vendor.manage("POST", "registrations", domains("later-one.com", "later-two.com"));
        vendor.put("faults", "{'script': [{'endpoint': 'create-custom-order', 'fault': '400-created', 'times': 2}]}");
        vendor.order("{'google': {'domains': [" + bare("later-one.com") + "]}}");
        vendor.order("{'google': {'domains': [" + filled("later-two.com", 2) + "]}}");
        JsonNode orders = vendor.get("orders?" + NORTHWIND).at("/payments");
        assertThat(orders.findValuesAsText("status")).containsExactly("Active", "Active");
        String bare = orders.at("/0/id").asText();
        assertThat(vendor.get("orders/" + bare + "?" + NORTHWIND).text())
                .contains("\"tag\":\"t\"")
                .contains("\"name\":\"later-one.com\",\"status\":\"\"");
        assertThat(vendor.manage("GET", "ledger", null).at("/charged/orders").asInt())
                .isZero();
        for (JsonNode order : orders) {
            vendor.manage("POST", "web-order/" + order.get("id").asText() + "/pay", null);
        }
        assertThat(vendor.formOf(bare)).isNotNull();
        assertThat(vendor.formOf(orders.at("/1/id").asText())).isNull();
        assertThat(vendor.submit(vendor.formOf(bare), form("google", filled("later-one.com", 2)))
                        .status())
                .isEqualTo(200);
        vendor.manage("POST", "clock", "{'advance': 'P2D'}");
        assertThat(vendor.get("domains?" + NORTHWIND).at("/domains").findValuesAsText("status"))
                .containsExactly("Active", "Active");
    }

    @Test
    void rightAnswersCanComeInAnotherShape() throws IOException {
        submitted("google", 2, "shape-one.com", "shape-two.com", "shape-three.com");
        vendor.ordered("shape-four.com");
        List<String> names = names();
        vendor.put("modes", "{'listOrder': 'reversed'}");
        List<String> back = names();
        Collections.reverse(back);
        assertThat(back).isEqualTo(names).hasSize(3);
        vendor.put("modes", "{'listOrder': 'shuffled', 'unknownFields': true, 'unknownValues': true}");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(vendor.get("domains?" + NORTHWIND).at("/domains/0/status").asText())
                .isEqualTo("Awaiting DNS");
        assertThat(vendor.get("domains?" + NORTHWIND)
                        .at("/domains/0/mailbox/0/beta/flags/0")
                        .asText())
                .isEqualTo("new");
        assertThat(vendor.get("orders?" + NORTHWIND).at("/payments/0/status").asText())
                .isEqualTo("Trialing");
        assertThat(vendor.get("pending-forms?" + NORTHWIND).at("/forms/0/type").asText())
                .isEqualTo("package-subscription-v2");
        assertThat(vendor.search("ibm.com").at("/0/status").asText()).isEqualTo("reserved");
    }

    private static void submitted(String type, int aliases, String... names) throws IOException {
        vendor.manage("POST", "registrations", domains(names));
        String[] filled =
                List.of(names).stream().map(name -> filled(name, aliases)).toArray(String[]::new);
        Answer order = vendor.order("{'" + type + "': {'domains': [" + String.join(",", filled) + "]}}");
        assertThat(order.status()).as(order.text()).isEqualTo(200);
    }

    private static List<String> mailboxes(JsonNode domain) throws IOException {
        return vendor.get("mailboxes/" + domain.get("id").asText() + "?" + NORTHWIND)
                .at("/mailboxes")
                .findValuesAsText("email");
    }

    private static List<String> names() throws IOException {
        return vendor.get("domains?" + NORTHWIND).at("/domains").findValuesAsText("domain");
    }
}
