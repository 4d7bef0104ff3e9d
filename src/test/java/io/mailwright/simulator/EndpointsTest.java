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
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    @TempDir
    static Path folder;

    static RunningSimulator vendor;

    @BeforeAll
    static void start() throws IOException {
        vendor = RunningSimulator.unlimited(folder.resolve("state.json"));
        vendor.manage("POST", "clock", "{'speed': 0}");
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    @AfterEach
    void usual() throws IOException {
        vendor.manage("DELETE", "modes", null);
        vendor.put("modes", "{'unlimited': true}");
    }

    @Test
    void organizationsAndPackages() throws IOException {
        assertThat(vendor.get("organizations").at("/organizations/0").toString())
                .isEqualTo("{\"id\":\"recOrg00000000001\",\"name\":\"Northwind\"}");
        JsonNode packages = vendor.get("packages").json();
        assertThat(packages.get("total").asInt())
                .isEqualTo(packages.get("packages").size());
        assertThat(packages.at("/packages/0/price").decimalValue()).isEqualByComparingTo("7");
        assertThat(packages.at("/packages/0/google/mailbox").asInt()).isEqualTo(2);
        assertThat(packages.at("/packages/1/microsoft/mailbox").asInt()).isEqualTo(25);
    }

    @Test
    void quoteOfTheVendorsSample() throws IOException {
        JsonNode quote = vendor.post("calculate-package", "{'volume': 30000, 'providers': ['google']}")
                .at("/data");
        assertThat(quote.get("totalDomains").asInt()).isEqualTo(20);
        assertThat(quote.get("totalMailboxes").asInt()).isEqualTo(40);
        assertThat(quote.get("totalPrice").decimalValue()).isEqualByComparingTo("140");
        JsonNode mixed = vendor.post(
                        "calculate-package",
                        "{'volume': 100, 'period': 'day', 'providers': ['smtp','outlook'], 'distribution': {'smtp': 50, 'outlook': 50}, 'tier': 'low'}")
                .at("/data/providerBreakdown");
        assertThat(mixed.get(0).get("requiredMailboxes").asInt()).isEqualTo(8);
        assertThat(mixed.get(0).get("totalPrice").decimalValue()).isEqualByComparingTo("7.50");
        assertThat(mixed.get(1).get("requiredDomains").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | volume",
                "{'volume': 5000}                            | providers",
                "{'volume': 5000, 'providers': ['yahoo']}    | providers",
                "{'volume': 10, 'providers': ['google']}     | Volume too low",
                "{'volume': 5000, 'providers': ['google','smtp']} | distribution",
                "{'volume': 5000, 'providers': ['google'], 'tier': 'huge'} | tier",
                "{'volume': 5000, 'providers': ['google'], 'period': 'week'} | period"
            })
    void quoteRefused(String body, String names) throws IOException {
        Answer answer = vendor.post("calculate-package", body.replace("''", "'"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(names);
    }

    @Test
    void searchIsTheSameEveryTimeAndAboutOneInTenIsTaken() throws IOException {
        Answer rows = vendor.search("try-sample.com", "ibm.com", "not a name", "northwind-mail.shop");
        assertThat(rows.at("/0").toString())
                .isEqualTo(
                        "{\"domain\":\"try-sample.com\",\"status\":\"available\",\"price\":15.5,\"renewPrice\":17,\"blacklisted\":[]}");
        assertThat(rows.at("/1").toString()).contains("\"status\":\"taken\",\"price\":null,\"renewPrice\":null");
        assertThat(rows.at("/2/status").asText()).isEqualTo("error");
        assertThat(rows.at("/3/price").asInt()).isEqualTo(25);
        assertThat(vendor.search("try-sample.com", "ibm.com", "not a name", "northwind-mail.shop")
                        .text())
                .isEqualTo(rows.text());
        State state = State.beginning(7);
        Registry registry = new Registry(state);
        long taken = IntStream.range(0, 1_000)
                .filter(i -> registry.taken("candidate" + i + ".com"))
                .count();
        assertThat(taken).isBetween(70L, 130L);
    }

    @Test
    void searchTakesThirtyNamesAndSuggestsSome() throws IOException {
        String[] names =
                IntStream.range(0, 31).mapToObj(i -> "many" + i + ".com").toArray(String[]::new);
        assertThat(vendor.search(names).error()).contains("domains").contains("30");
        Answer answer = vendor.post("suggest-domains?limit=5&page=2&" + NORTHWIND, "{'domain': 'harbor.com'}");
        assertThat(answer.at("/domains").size()).isEqualTo(5);
        assertThat(answer.at("/total_pages").asInt()).isEqualTo(10);
        assertThat(vendor.post("suggest-domains?" + NORTHWIND, "{}").error()).isEqualTo("domain is required");
    }

    @Test
    void aPurchaseIsAllOrNothing() throws IOException {
        assertThat(vendor.buy("harbor-one.com", "ibm.com").error()).contains("ibm.com");
        assertThat(vendor.get("purchased-domains?" + NORTHWIND).text()).doesNotContain("harbor-one.com");
        assertThat(vendor.buy("harbor-one.com", "harbor-three.com")
                        .at("/success")
                        .asBoolean())
                .isTrue();
        assertThat(vendor.search("harbor-one.com").at("/0/status").asText()).isEqualTo("taken");
        assertThat(vendor.get("purchased-domains?available=true&" + NORTHWIND).text())
                .contains("\"domain\":\"harbor-one.com\"")
                .contains("\"domain_id\":null");
        assertThat(vendor.get("purchased-domains?organization_id=recOrg00000000002")
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                | domains",
                "{'domains': 'a.com'}              | domains",
                "{'domains': [1]}                  | domains",
                "{'domains': ['b-1.com','B-1.com ']} | twice",
                "{'domains': ['no name']}          | no name",
                "[]                                | body",
                "{'domains'                        | body",
                "{'domains': ['a1.io','a2.io','a3.io','a4.io','a5.io','a6.io','a7.io','a8.io','a9.io','a10.io','a11.io']} | at most 10"
            })
    void purchaseRefused(String body, String names) throws IOException {
        Answer answer = vendor.post("buy-domains?" + NORTHWIND, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(names);
    }

    @Test
    void bareNamesWaitForTheirFormAndBecomeActiveInTwoVendorDays() throws IOException {
        String order = vendor.ordered("life-one.com", "life-two.com");
        assertThat(vendor.get("orders/" + order + "?" + NORTHWIND).text())
                .contains("\"tag\":\"t\"")
                .contains("\"status\":\"Active\"")
                .contains("\"type\":\"Google\"")
                .contains("\"name\":\"life-one.com\",\"status\":\"\"");
        assertThat(vendor.get("orders?" + NORTHWIND).text())
                .contains(order)
                .contains("\"description\":\"4 * Google\"")
                .contains("14.00");
        assertThat(vendor.get("domains?" + NORTHWIND).text()).doesNotContain("life-one.com");
        JsonNode forms = vendor.get("pending-forms?" + NORTHWIND).at("/forms");
        JsonNode pending = forms.get(forms.size() - 1);
        assertThat(pending.at("/data/domains_required").asInt()).isEqualTo(2);
        assertThat(pending.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\d");

        String uuid = vendor.formOf(order);
        assertThat(vendor.submit(uuid, form("google", filled("life-one.com", 2), filled("life-two.com", 2)))
                        .at("/success")
                        .asBoolean())
                .isTrue();
        assertThat(vendor.formOf(order)).isNull();
        JsonNode domain = domain("life-one.com");
        assertThat(domain.get("status").asText()).isEqualTo("In Progress");
        assertThat(domain.get("payment_id").asText()).isEqualTo(order);
        assertThat(domain.get("total_mailboxes").asInt()).isEqualTo(2);
        assertThat(vendor.get("purchased-domains?available=true&" + NORTHWIND).text())
                .doesNotContain("life-one.com");

        vendor.manage("POST", "clock", "{'advance': 'PT47H'}");
        assertThat(domain("life-one.com").get("status").asText()).isEqualTo("In Progress");
        vendor.manage("POST", "clock", "{'advance': 'PT1H'}");
        assertThat(domain("life-one.com").get("status").asText()).isEqualTo("Active");
        String mailboxes = "mailboxes/" + domain.get("id").asText() + "?" + NORTHWIND;
        assertThat(vendor.get(mailboxes).text())
                .contains("ann0@life-one.com", "\"status\":\"Active\"")
                .doesNotContain("mailbox_password");
        assertThat(vendor.get(mailboxes + "&password=true").text()).contains("mailbox_password");
        assertThat(vendor.submit(uuid, form("google", filled("life-one.com", 2)))
                        .error())
                .isEqualTo("Form already submitted");
    }

    @Test
    void namesOrAliasesInTheOrderNeedNoForm() throws IOException {
        vendor.manage("POST", "registrations", domains("direct-one.com", "direct-two.com", "direct-three.com"));
        Answer order = vendor.order("{'outlook': {'domains': [" + filled("direct-one.com", 25)
                + "]}, 'smtp': {'domains': [{'domain': 'direct-two.com', 'first_name': 'Zoë', 'last_name': 'Lee'}]}}");
        assertThat(vendor.formOf(order.at("/id").asText())).isNull();
        assertThat(domain("direct-one.com").get("status").asText()).isEqualTo("In Progress");
        assertThat(domain("direct-two.com").get("mailbox").toString()).contains("zoe.lee", "\"zoe\"", "zlee", "zoelee");
        assertThat(vendor.get("orders/" + order.at("/id").asText() + "?" + NORTHWIND)
                        .at("/amount")
                        .decimalValue())
                .isEqualByComparingTo("53.75");

        vendor.put("modes", "{'lifecycle': 'direct'}");
        assertThat(vendor.order("{'google': {'domains': [" + bare("direct-three.com") + "]}}")
                        .error())
                .contains("first_name")
                .contains("aliases");
    }

    @Test
    void anOrderOfExternalNamesAndJsonAsPlainText() throws IOException {
        String body = "{'providers': {'google': {'domains': [{'domain': 'ours.example'}]}}";
        assertThat(vendor.post("create-custom-order?provider=other", body + "}").error())
                .contains("hosting");
        String hosting = ", 'hosting': {'provider': 'x', 'username': 'u', 'password': 'p'}}";
        Answer plain = vendor.send(
                vendor.request("/simulator/api/v1/create-custom-order?provider=other", "POST", body + hosting)
                        .header("Authorization", "Bearer simulator")
                        .header("Content-Type", "text/plain"));
        assertThat(plain.status()).isEqualTo(200);
        assertThat(vendor.post("create-custom-order?provider=other", body + hosting)
                        .error())
                .contains("ours.example");
    }

    @Test
    void webOrdersWaitForTheirForm() throws IOException {
        Answer named = vendor.manage(
                "POST",
                "web-order",
                "{'organization': 'Northwind', 'provider': 'scaledmail', 'providers': {'google': 1}, 'domains': ['web-one.com']}");
        assertThat(vendor.formOf(named.at("/payment_id").asText()))
                .isEqualTo(named.at("/uuid").asText());
        Answer open = vendor.manage("POST", "web-order", "{'providers': {'smtp': 1}}");
        String uuid = open.at("/uuid").asText();
        assertThat(vendor.submit(uuid, form("smtp", filled("web-one.com", 4))).error())
                .contains("web-one.com");
        assertThat(vendor.submit(uuid, form("smtp", filled("web-two.com", 4))).error())
                .contains("unavailable");
        vendor.manage("POST", "registrations", domains("web-two.com"));
        assertThat(vendor.submit(uuid, form("smtp", filled("web-two.com", 4))).status())
                .isEqualTo(200);
        assertThat(vendor.manage("POST", "web-order", "{'providers': {'google': 2}, 'domains': ['x-1.com']}")
                        .error())
                .contains("domains");
    }

    @Test
    void unpaidOrdersAreActiveAndDoNothingUntilPaid() throws IOException {
        vendor.put("modes", "{'unpaidOrders': true}");
        String order = vendor.ordered("unpaid-one.com");
        assertThat(vendor.get("orders?" + NORTHWIND).text()).contains(order);
        assertThat(vendor.formOf(order)).isNull();
        vendor.manage("POST", "web-order/" + order + "/pay", null);
        assertThat(vendor.formOf(order)).isNotNull();
        assertThat(vendor.manage("POST", "web-order/" + order + "/pay", null).status())
                .isEqualTo(400);
    }

    @Test
    void aCancelledOrderStaysListedAndFreesItsNames() throws IOException {
        String order = vendor.ordered("cancelled-one.com");
        vendor.manage("POST", "web-order/" + order + "/cancel", null);
        assertThat(vendor.get("orders/" + order + "?" + NORTHWIND).at("/status").asText())
                .isEqualTo("Cancelled");
        assertThat(vendor.formOf(order)).isNull();
        assertThat(vendor.get("purchased-domains?available=true&" + NORTHWIND).text())
                .contains("cancelled-one.com");
    }

    @Test
    void modesRefuseMoneyKeysAndNames() throws IOException {
        vendor.put(
                "modes",
                "{'noPaymentMethod': true, 'takenAfterSearch': ['late-one.com'], 'takenAtPurchase': ['late-two.com'], 'prices': {'late-two.com': 99.5}, 'blacklisted': ['late-two.com']}");
        assertThat(vendor.buy("no-money.com").error()).isEqualTo("No payment method connected");
        vendor.put("modes", "{'noPaymentMethod': false, 'emptyReplies': true}");
        assertThat(vendor.search("late-one.com").at("/0/status").asText()).isEqualTo("available");
        assertThat(vendor.search("late-one.com").at("/0/status").asText()).isEqualTo("taken");
        assertThat(vendor.search("late-two.com").at("/0/price").decimalValue()).isEqualByComparingTo("99.5");
        assertThat(vendor.search("late-two.com").at("/0/blacklisted").size()).isEqualTo(1);
        assertThat(vendor.buy("late-two.com").error()).contains("late-two.com");
        assertThat(vendor.search("late-two.com").at("/0/status").asText()).isEqualTo("taken");
        assertThat(vendor.buy("with-empty-reply.com").text()).isEqualTo("{}");
        assertThat(vendor.put("modes", "{'revokedKey': true}").status()).isEqualTo(200);
        assertThat(vendor.get("organizations").status()).isEqualTo(401);
        assertThat(vendor.put("modes", "{'nonsense': true}").status()).isEqualTo(400);
        assertThat(vendor.put("modes", "{'formLingers': 'soon'}").error()).contains("formLingers");
    }

    @Test
    void visibilityAndFormsCanLag() throws IOException {
        vendor.put("modes", "{'visibleAfter': 'PT5S'}");
        vendor.buy("lag-one.com");
        assertThat(vendor.get("purchased-domains?" + NORTHWIND).text()).doesNotContain("lag-one.com");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> vendor.get("purchased-domains?" + NORTHWIND).text().contains("lag-one.com"));
        vendor.put("modes", "{'visibleAfter': 'PT0S', 'formLingers': 'PT6S', 'stuckInProgress': true}");
        String order = vendor.ordered("lag-two.com");
        vendor.submit(vendor.formOf(order), form("google", filled("lag-two.com", 2)));
        assertThat(vendor.formOf(order)).isNotNull();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> vendor.formOf(order) == null);
        vendor.manage("POST", "clock", "{'advance': 'P9D'}");
        assertThat(domain("lag-two.com").get("status").asText()).isEqualTo("In Progress");
    }

    @ParameterizedTest
    @CsvSource({
        "domains, 400, organization_id",
        "orders, 400, organization_id",
        "pending-forms, 400, organization_id",
        "purchased-domains, 400, organization_id",
        "mailboxes/recDom00000000001, 400, organization_id",
        "domains?organization_id=recNone, 404, Organization not found",
        "orders/recNone?organization_id=recOrg00000000001, 404, Order not found",
        "mailboxes/recNone?organization_id=recOrg00000000001, 404, Unable to get mailboxes",
        "purchased-domains?available=perhaps&organization_id=recOrg00000000001, 400, available",
        "reporting, 404, no such endpoint"
    })
    void readsRefused(String path, int status, String text) throws IOException {
        Answer answer = vendor.get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(text);
    }

    @Test
    void administrationSaysWhatIsWrong() throws IOException {
        assertThat(vendor.manage("GET", "web-order", null).status()).isEqualTo(405);
        assertThat(vendor.manage("POST", "registrations", domains("ad-1.com", "ad 2"))
                        .error())
                .contains("ad 2");
        assertThat(vendor.manage("POST", "web-order", "{'providers': {'yahoo': 1}}")
                        .error())
                .contains("providers");
        assertThat(vendor.manage("POST", "web-order", "{'organization': 'Nobody', 'providers': {'smtp': 1}}")
                        .status())
                .isEqualTo(404);
        assertThat(vendor.manage("POST", "web-order/recNone/pay", null).status())
                .isEqualTo(404);
    }

    @Test
    void foreignMailboxesAreNull() throws IOException {
        String order = vendor.ordered("foreign-one.com");
        vendor.submit(vendor.formOf(order), form("google", filled("foreign-one.com", 2)));
        String id = domain("foreign-one.com").get("id").asText();
        assertThat(vendor.get("mailboxes/" + id + "?organization_id=recOrg00000000002")
                        .text())
                .isEqualTo("{\"total\":0,\"mailboxes\":null}");
    }

    private static JsonNode domain(String name) throws IOException {
        for (JsonNode row : vendor.get("domains?" + NORTHWIND).at("/domains")) {
            if (row.get("domain").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is not listed");
    }
}
