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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workspaces, pre-warmed inboxes, packages and the end of orders. */
class OrderingTest {
    private static final String WARM = "{'id': 'recPw000000000001', 'domain': 'warm-google-1.com'}";

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
        vendor.manage("DELETE", "state", null);
        vendor.put("modes", "{'unlimited': true}");
        vendor.manage("POST", "clock", "{'speed': 0}");
    }

    @Test
    void aNewWorkspaceCanBeUsedAtOnce() throws IOException {
        Answer made = vendor.post("organizations", "{'name': 'Fabrikam'}");
        assertThat(made.at("/success").asBoolean()).isTrue();
        String id = made.at("/organization/id").asText();
        assertThat(vendor.get("organizations").text()).contains("{\"id\":\"" + id + "\",\"name\":\"Fabrikam\"}");
        assertThat(vendor.get("orders?organization_id=" + id).at("/total").asInt())
                .isZero();
        for (String wrong :
                new String[] {"{}", "{'name': ' '}", "{'name': 7}", "{'name': '" + "x".repeat(101) + "'}"}) {
            assertThat(vendor.post("organizations", wrong).error()).contains("name");
        }
        vendor.post("organizations", "{'name': 'Fabrikam'}");
        assertThat(ledger().at("/organizations")).hasSize(4);
        assertThat(ledger().at("/duplicates").toString()).contains("\"kind\":\"organization\",\"what\":\"Fabrikam\"");
    }

    @Test
    void preWarmedInboxesAreReadyOnceBought() throws IOException {
        JsonNode stock = vendor.get("pre-warm-inboxes?" + NORTHWIND).json();
        assertThat(stock.get("total").asInt()).isEqualTo(9);
        assertThat(stock.at("/google/0").toString())
                .isEqualTo("{\"id\":\"recPw000000000001\",\"domain\":\"warm-google-1.com\",\"warmup_age\":2,"
                        + "\"emailMailboxCount\":2,\"pricing\":{\"oneTimePrice\":23,\"monthlyPrice\":8},\"emailMailbox\":["
                        + "{\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"alias\":\"ann.lee\"},"
                        + "{\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"alias\":\"ann\"}]}");
        assertThat(stock.at("/outlook/0/emailMailbox")).hasSize(25);
        assertThat(vendor.search("warm-google-1.com").at("/0/status").asText()).isEqualTo("taken");
        String outlook = "{'id': 'recPw000000000007', 'domain': 'warm-outlook-7.com', 'redirect': 'https://n.example'}";
        Answer bought = warm("'tag': 'w1', 'domains': [" + WARM + "," + outlook + "]");
        String order = bought.at("/payment_id").asText();
        JsonNode domain = vendor.get("domains?" + NORTHWIND).at("/domains/1");
        assertThat(domain.get("status").asText()).isEqualTo("Active");
        assertThat(domain.get("payment_id").asText()).isEqualTo(order);
        assertThat(domain.get("tag").asText()).isEqualTo("w1");
        assertThat(domain.get("redirect").asText()).isEqualTo("https://n.example");
        assertThat(domain.get("total_mailboxes").asInt()).isEqualTo(25);
        assertThat(vendor.get("pre-warm-inboxes?" + NORTHWIND).at("/total").asInt())
                .isEqualTo(7);
        assertThat(vendor.get("orders/" + order + "?" + NORTHWIND).at("/amount").decimalValue())
                .isEqualByComparingTo("111");
        assertThat(warm("'domains': [" + WARM + "]").error()).contains("warm-google-1.com", "unavailable");
        assertThat(ledger().at("/pre_warmed")).hasSize(2);
        assertThat(ledger().at("/pre_warmed/0/order_id").asText()).isEqualTo(order);
        assertThat(ledger().at("/duplicates").toString())
                .isEqualTo(
                        "[{\"kind\":\"pre-warmed\",\"what\":\"warm-google-1.com\",\"calls\":[1,2],\"charged\":false}]");
        assertThat(vendor.manage("POST", "pre-warm-inboxes", "{'google': 2, 'outlook': 1}")
                        .at("/in_stock")
                        .asInt())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'tag': 'x'                                         | domains",
                "'domains': []                                      | domains",
                "'domains': [{'domain': 'warm-google-1.com'}]       | domains[0].id",
                "'domains': [{'id': 'recPw000000000001'}]           | domains[0].domain",
                "'domains': [{'id': 'recPw000000000001', 'domain': 'other.com'}] | other.com",
                "'domains': [{'id': 'recNone', 'domain': 'warm-google-1.com'}]   | unavailable",
                "'tag': '123456789012345678901', 'domains': [WARM]  | tag",
                "'domains': [WARM, WARM]                            | twice",
                "'domains': [WARM], 'sequencer': {'provider': 'x', 'username': 'u', 'password': 'p'} | sequencer.link"
            })
    void preWarmedInboxesRefused(String fields, String names) throws IOException {
        Answer answer = warm(fields.replace("''", "'").replace("WARM", WARM));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(names);
        assertThat(ledger().at("/pre_warmed")).isEmpty();
    }

    @Test
    void withoutStockOrMoneyNothingPreWarmedIsSold() throws IOException {
        vendor.put("modes", "{'noPreWarmStock': true}");
        assertThat(vendor.get("pre-warm-inboxes?" + NORTHWIND).text())
                .isEqualTo("{\"total\":0,\"google\":[],\"outlook\":[]}");
        assertThat(warm("'domains': [" + WARM + "]").error()).contains("unavailable");
        vendor.put("modes", "{'noPreWarmStock': false, 'declined': true}");
        assertThat(warm("'domains': [" + WARM + "]").error()).isEqualTo("Your card was declined");
        vendor.put("modes", "{'declined': false, 'unpaidOrders': true}");
        String order = warm("'domains': [" + WARM + "]").at("/id").asText();
        assertThat(vendor.get("domains?" + NORTHWIND).at("/total").asInt()).isZero();
        vendor.manage("POST", "web-order/" + order + "/pay", null);
        assertThat(vendor.get("domains?" + NORTHWIND).at("/domains/0/status").asText())
                .isEqualTo("Active");
    }

    @Test
    void aPackageIsOrderedInBothForms() throws IOException {
        vendor.manage("POST", "registrations", domains("pack-one.com", "pack-two.com", "pack-three.com"));
        String path = "create-order/price_1SimulatorSmtp4?provider=scaledmail&" + NORTHWIND;
        Answer older = vendor.post(
                path,
                "{'quantity': 2, 'domains': [" + filled("pack-one.com", 4) + "," + filled("pack-two.com", 4) + "]}");
        assertThat(older.at("/success").asBoolean()).isTrue();
        assertThat(vendor.get("orders/" + older.at("/id").asText() + "?" + NORTHWIND)
                        .text())
                .contains("\"amount\":7.50", "2 * SMTP");
        assertThat(vendor.get("domains?" + NORTHWIND).at("/total").asInt()).isEqualTo(2);
        Answer newer = vendor.post(path + "&coupon=TEST10", form("smtp", bare("pack-three.com")));
        assertThat(newer.status()).isEqualTo(200);
        String uuid = vendor.formOf(newer.at("/payment_id").asText());
        assertThat(vendor.submit(uuid, form("smtp", filled("pack-three.com", 4)))
                        .status())
                .isEqualTo(200);
        assertThat(ledger().at("/charged/orders").decimalValue()).isEqualByComparingTo("10.88");
        vendor.order("{'smtp': {'domains': [" + bare("pack-three.com") + "]}}");
        assertThat(ledger().at("/duplicates").toString()).contains("\"kind\":\"order\",\"what\":\"pack-three.com\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price_none             | {}                                          | 404 | Package not found",
                "price_1SimulatorSmtp4  | {'quantity': 0, 'domains': [{}]}            | 400 | quantity",
                "price_1SimulatorSmtp4  | {'quantity': 2, 'domains': [ONE]}           | 400 | must be the 2",
                "price_1SimulatorGoogle2| {'providers': {'smtp': {'domains': [ONE]}}} | 400 | google.domains must be the 1",
                "price_1SimulatorMixed16| {'domains': [ONE]}                          | 400 | providers is required",
                "price_1SimulatorSmtp4  | {'domains': [{'domain': 'never-ours.com'}]} | 400 | never-ours.com is unavailable"
            })
    void packagesRefused(String price, String body, int status, String text) throws IOException {
        vendor.manage("POST", "registrations", domains("pack-four.com"));
        Answer answer = vendor.post(
                "create-order/" + price + "?provider=scaledmail&" + NORTHWIND,
                body.replace("''", "'").replace("ONE", bare("pack-four.com")));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).contains(text);
    }

    @Test
    void aCancelledOrderGivesItsNamesBackAndTakesItsFormAway() throws IOException {
        String waiting = vendor.ordered("end-one.com");
        String uuid = vendor.formOf(waiting);
        assertThat(vendor.vendor("DELETE", "orders/" + waiting + "?" + NORTHWIND, null)
                        .text())
                .isEqualTo("{\"success\":true,\"message\":\"Subscription canceled successfully.\"}");
        assertThat(vendor.get("orders?" + NORTHWIND).text()).contains("Cancelled");
        assertThat(vendor.formOf(waiting)).isNull();
        assertThat(vendor.submit(uuid, form("google", filled("end-one.com", 2))).status())
                .isEqualTo(404);

        vendor.order("{'google': {'domains': [" + filled("end-one.com", 2) + "]}}");
        String live =
                vendor.get("domains?" + NORTHWIND).at("/domains/0/payment_id").asText();
        String path = "orders/" + live + "?" + NORTHWIND;
        assertThat(vendor.vendor("DELETE", path, null).status()).isEqualTo(200);
        assertThat(vendor.get("domains?" + NORTHWIND).at("/total").asInt()).isZero();
        assertThat(vendor.get("purchased-domains?available=true&" + NORTHWIND).text())
                .contains("end-one.com");
        assertThat(ledger().at("/duplicates"))
                .as("what was cancelled may be ordered again")
                .isEmpty();
        assertThat(vendor.vendor("DELETE", path, null).error()).isEqualTo("Order already cancelled");
        assertThat(vendor.vendor("DELETE", "orders/recNone?" + NORTHWIND, null).status())
                .isEqualTo(404);
        assertThat(vendor.vendor("DELETE", "orders/" + live + "?organization_id=recOrg00000000002", null)
                        .status())
                .isEqualTo(404);
        assertThat(vendor.vendor("DELETE", "orders/" + live, null).error()).contains("organization_id");
        assertThat(ledger().at("/duplicates").toString()).contains("\"kind\":\"cancellation\",\"what\":\"" + live);
        assertThat(ledger().at("/cancellations")).hasSize(2);
        assertThat(ledger().at("/charged/orders").asInt()).as("no refund").isEqualTo(14);
    }

    @Test
    void aCancellationCanShowLater() throws IOException {
        String order = vendor.ordered("late-end.com");
        vendor.put("modes", "{'visibleAfter': 'PT1H', 'lagsInVendorTime': true}");
        vendor.vendor("DELETE", "orders/" + order + "?" + NORTHWIND, null);
        String status = "orders/" + order + "?" + NORTHWIND;
        assertThat(vendor.get(status).at("/status").asText()).isEqualTo("Active");
        assertThat(vendor.formOf(order)).isNotNull();
        assertThat(ledger().at("/orders/0/status").asText()).isEqualTo("Cancelled");
        vendor.manage("POST", "clock", "{'advance': 'PT1H'}");
        assertThat(vendor.get(status).at("/status").asText()).isEqualTo("Cancelled");
        assertThat(vendor.formOf(order)).isNull();
    }

    private static Answer warm(String fields) throws IOException {
        return vendor.post("buy-pre-warm-inboxes?" + NORTHWIND, "{" + fields + "}");
    }

    private static JsonNode ledger() throws IOException {
        return vendor.manage("GET", "ledger", null).json();
    }
}
