package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Bench.json;
import static io.mailwright.scaledmail.Bench.permit;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each endpoint's exact request, and the vendor's sample replies read back. */
class ScaledMailTest {
    private final MockWebServer server = new MockWebServer();
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        server.start();
        bench = new Bench(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void organizations() throws Exception {
        server.enqueue(json("{\"organizations\":[{\"id\":\"recOrg1\",\"name\":\"Northwind\"},{\"id\":\"recOrg2\"}]}"));
        assertThat(bench.mail.organizations())
                .containsExactly(new Wire.Organization("recOrg1", "Northwind"), new Wire.Organization("recOrg2", null));
        asked("GET /api/v1/organizations", "");
    }

    @Test
    void packages() throws Exception {
        server.enqueue(json("{\"total\":1,\"packages\":[{\"id\":\"price_1\",\"tier\":\"low-sending\",\"price\":50,"
                + "\"domains\":1,\"microsoft\":{\"mailbox\":25,\"domains\":1},\"frequency\":\"/monthly\"}]}"));
        Wire.Package one = bench.mail.packages().get(0);
        assertThat(one.price()).isEqualByComparingTo("50");
        assertThat(one.microsoft()).containsEntry("mailbox", 25);
        assertThat(one.google()).isNull();
        asked("GET /api/v1/packages", "");
    }

    @Test
    void calculatePackage() throws Exception {
        server.enqueue(json("{\"data\":{\"monthlyVolume\":30000,\"providerBreakdown\":[{\"provider\":\"microsoft\","
                + "\"pricePerUnit\":\"50.00\",\"pricingBasis\":\"domain\",\"requiredDomains\":4}]}}"));
        Wire.PackagePart part = bench.mail.calculatePackage("recOrg1", Provider.OUTLOOK);
        assertThat(part.pricePerUnit()).isEqualByComparingTo("50");
        assertThat(part.pricingBasis()).isEqualTo("domain");
        asked(
                "POST /api/v1/calculate-package?organization_id=recOrg1",
                "{\"volume\":30000,\"period\":\"month\",\"providers\":[\"outlook\"]}");
    }

    @Test
    void search() throws Exception {
        server.enqueue(json("[{\"domain\":\"Try-Sample.com\",\"status\":\"available\",\"price\":15.5,\"renewPrice\":17,"
                + "\"blacklisted\":[]},{\"domain\":\"example.com\",\"status\":\"taken\",\"price\":null}]"));
        var found = bench.mail.search("recOrg1", List.of("try-sample.com", "example.com"));
        assertThat(found).containsOnlyKeys("try-sample.com", "example.com");
        assertThat(found.get("try-sample.com").price()).isEqualByComparingTo(new BigDecimal("15.50"));
        assertThat(found.get("try-sample.com").available()).isTrue();
        assertThat(found.get("try-sample.com").blacklisted()).isEmpty();
        assertThat(found.get("example.com").available()).isFalse();
        assertThat(found.get("example.com").blacklisted()).isNull();
        asked(
                "POST /api/v1/search-domains?organization_id=recOrg1",
                "{\"domains\":[\"try-sample.com\",\"example.com\"]}");
    }

    @Test
    void searchIsCutIntoCallsAndAsksAgainForWhatIsMissing() throws Exception {
        server.enqueue(json("[{\"domain\":\"a.com\",\"status\":\"available\",\"price\":1},"
                + "{\"domain\":\"b.com\",\"status\":\"error\"}]"));
        server.enqueue(json("[{\"domain\":\"d.com\",\"status\":\"taken\"}]"));
        server.enqueue(json("[{\"domain\":\"b.com\",\"status\":\"available\",\"price\":2}]"));
        var found = bench.mail.search("recOrg1", List.of("a.com", "b.com", "c.com", "d.com"));
        assertThat(found).containsOnlyKeys("a.com", "b.com", "d.com");
        assertThat(found.get("b.com").available()).isTrue();
        String path = "POST /api/v1/search-domains?organization_id=recOrg1";
        asked(path, "{\"domains\":[\"a.com\",\"b.com\",\"c.com\"]}");
        asked(path, "{\"domains\":[\"d.com\"]}");
        asked(path, "{\"domains\":[\"b.com\",\"c.com\"]}");
    }

    @Test
    void suggestions() throws Exception {
        server.enqueue(
                json(
                        "{\"total\":70,\"page\":2,\"limit\":50,\"total_pages\":2,\"domains\":[{\"domain\":\"tryacme.com\","
                                + "\"status\":\"available\",\"price\":15.5,\"renewPrice\":17},null,{\"domain\":\"goacme.com\",\"status\":\"error\"}]}"));
        Wire.Suggestions page =
                bench.mail.suggest("recOrg1", "acme", List.of("com", "io"), 2).orElseThrow();
        assertThat(page.totalPages()).isEqualTo(2);
        assertThat(page.domains()).extracting(Wire.SearchRow::domain).containsExactly("tryacme.com", "goacme.com");
        assertThat(page.domains().get(0).blacklisted()).isNull();
        asked(
                "POST /api/v1/suggest-domains?organization_id=recOrg1&page=2&limit=50",
                "{\"domain\":\"acme\",\"tlds\":[\"com\",\"io\"]}");
    }

    @Test
    void aKeywordTheVendorCanMakeNothingOfAndNoSuggestionsAtAll() {
        server.enqueue(Bench.reply(400, "{\"error\":\"Invalid domain\"}"));
        assertThat(bench.mail.suggest("recOrg1", "acme", List.of("com"), 1)).isEmpty();
        server.enqueue(json("{}"));
        server.enqueue(json("{\"total\":0,\"domains\":null}"));
        assertThat(bench.mail
                        .suggest("recOrg1", "acme", List.of("com"), 1)
                        .orElseThrow()
                        .domains())
                .isEmpty();
    }

    @Test
    void preWarmInboxes() throws Exception {
        server.enqueue(
                json("{\"total\":1,\"google\":[{\"id\":\"recPw1\",\"domain\":\"warm-sample.com\",\"warmup_age\":2,"
                        + "\"emailMailboxCount\":2,\"pricing\":{\"oneTimePrice\":23,\"monthlyPrice\":8}},null,{\"id\":\"recPw2\"}],"
                        + "\"outlook\":null}"));
        Wire.WarmStock stock = bench.mail.preWarmInboxes("recOrg1");
        assertThat(stock.outlook()).isEmpty();
        assertThat(stock.google()).hasSize(2);
        assertThat(stock.google().get(0).pricing().oneTimePrice()).isEqualByComparingTo("23");
        assertThat(stock.google().get(0).mailboxes()).isEmpty();
        assertThat(stock.google().get(1).pricing()).isNull();
        asked("GET /api/v1/pre-warm-inboxes?organization_id=recOrg1", "");
    }

    @Test
    void purchasedDomains() throws Exception {
        server.enqueue(json("{\"total\":1,\"domains\":[{\"id\":\"recReg1\",\"domain\":\"try-sample.com\","
                + "\"created_at\":\"2026-07-06\",\"renewal_at\":\"2027-07-06T00:00:00.000Z\",\"renewal_price\":17,"
                + "\"domain_id\":null}]}"));
        assertThat(bench.mail.purchasedDomains("recOrg1"))
                .containsExactly(new Wire.Registration(
                        "try-sample.com", null, "2026-07-06", "2027-07-06T00:00:00.000Z", new BigDecimal("17")));
        asked("GET /api/v1/purchased-domains?available=false&organization_id=recOrg1", "");
    }

    @Test
    void orders() throws Exception {
        server.enqueue(json("{\"total\":1,\"payments\":[{\"id\":\"recPay1\",\"amount\":140,\"status\":\"Cancelled\","
                + "\"created_at\":\"2026-07-06T10:15:00.000Z\",\"description\":\"40 * Google\"}]}"));
        assertThat(bench.mail.orders("recOrg1")).singleElement().satisfies(order -> {
            assertThat(order.id()).isEqualTo("recPay1");
            assertThat(order.cancelled()).isTrue();
        });
        asked("GET /api/v1/orders?organization_id=recOrg1", "");
    }

    @Test
    void orderDetails() throws Exception {
        server.enqueue(
                json(
                        "{\"id\":\"recPay1\",\"amount\":7,\"tag\":\"q1-a\",\"status\":\"Active\",\"payment\":{\"x\":1},"
                                + "\"packages\":[{\"type\":\"Google\",\"id\":\"recPkg1\",\"payment_id\":\"recPay1\",\"domains\":"
                                + "[{\"id\":\"recDom1\",\"name\":\"try-sample.com\",\"status\":\"\"}]},{\"type\":\"Outlook\"}]}"));
        Wire.OrderDetails order = bench.mail.order("recOrg1", "recPay1");
        assertThat(order.tag()).isEqualTo("q1-a");
        assertThat(order.packages().get(0).domains())
                .containsExactly(new Wire.OrderDomain("recDom1", "try-sample.com", ""));
        assertThat(order.packages().get(1).domains()).isEmpty();
        asked("GET /api/v1/orders/recPay1?organization_id=recOrg1", "");
    }

    @Test
    void pendingForms() throws Exception {
        server.enqueue(json("{\"forms\":[{\"payment_id\":\"recPay2\",\"uuid\":\"3f0d\",\"created_at\":\"2026-05-02\","
                + "\"amount\":100,\"type\":\"new-word\",\"data\":{\"quantity\":1,\"domains_required\":\"2\","
                + "\"domains\":null,\"more\":{}}}]}"));
        Wire.PendingForm form = bench.mail.pendingForms("recOrg1").get(0);
        assertThat(form.data()).isEqualTo(new Wire.FormData(1, 2, List.of()));
        assertThat(form.createdAt()).isEqualTo("2026-05-02");
        asked("GET /api/v1/pending-forms?organization_id=recOrg1", "");
    }

    @Test
    void domains() throws Exception {
        server.enqueue(json("{\"domains\":[{\"id\":\"recDom1\",\"domain\":\"try-sample.com\",\"order_type\":\"google\","
                + "\"payment_id\":\"recPay1\",\"total_mailboxes\":2,\"mailbox\":[{\"first_name\":\"Ann\","
                + "\"last_name\":\"Lee\",\"alias\":\"ann.lee\"}],\"status\":\"In Progress\",\"domain_masking\":false},"
                + "{\"domain\":\"bare.com\"},null]}"));
        List<Wire.ListedDomain> domains = bench.mail.domains("recOrg1");
        assertThat(domains).extracting(Wire.ListedDomain::domain).containsExactly("try-sample.com", "bare.com");
        assertThat(domains.get(0).mailbox()).containsExactly(new Wire.ListedAlias("Ann", "Lee", "ann.lee"));
        assertThat(domains.get(0).active()).isFalse();
        assertThat(domains.get(1).mailbox()).isEmpty();
        asked("GET /api/v1/domains?organization_id=recOrg1", "");
    }

    @Test
    void mailboxesWithAndWithoutPasswords() throws Exception {
        server.enqueue(
                json("{\"mailboxes\":[{\"alias\":\"ann\",\"mailbox_password\":\"s3cret\",\"status\":\"Active\"}]}"));
        server.enqueue(json("{\"mailboxes\":[{\"alias\":\"ann\",\"email\":\"ann@try-sample.com\"}]}"));
        Wire.Mailbox mailbox =
                bench.mail.mailboxes("recOrg1", "recDom1", true).orElseThrow().get(0);
        assertThat(mailbox.password()).isEqualTo("s3cret");
        assertThat(mailbox.email()).isNull();
        assertThat(mailbox.toString()).doesNotContain("s3cret");
        assertThat(bench.mail.mailboxes("recOrg1", "recDom1", false).orElseThrow())
                .extracting(Wire.Mailbox::email)
                .containsExactly("ann@try-sample.com");
        asked("GET /api/v1/mailboxes/recDom1?organization_id=recOrg1&password=true", "");
        asked("GET /api/v1/mailboxes/recDom1?organization_id=recOrg1", "");
    }

    @Test
    void buyDomains() throws Exception {
        server.enqueue(json("{\"success\":true}"));
        bench.sender.buyDomains(permit(), "recOrg1", List.of("a.com", "b.com"));
        asked("POST /api/v1/buy-domains?organization_id=recOrg1", "{\"domains\":[\"a.com\",\"b.com\"]}");
    }

    @Test
    void orderAndForm() throws Exception {
        String body = "{\"tag\":\"q1-a1b2c3d4\",\"providers\":{\"google\":{\"domains\":[{\"domain\":\"try-sample.com\","
                + "\"redirect\":\"https://sample.com\",\"aliases\":[{\"first_name\":\"Ann\",\"last_name\":\"Lee\","
                + "\"alias\":\"ann.lee\"},{\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"alias\":\"ann\"}]}]}}}";
        server.enqueue(json("{\"id\":\"recPay1\"}"));
        server.enqueue(json("{}"));
        bench.sender.createCustomOrder(permit(), "recOrg1", "scaledmail", null, Bench.ORDER);
        bench.sender.submitForm(permit(), "recOrg1", "3f0d9a52-6b1e", "other", Bench.ORDER);
        asked("POST /api/v1/create-custom-order?organization_id=recOrg1&provider=scaledmail", body);
        asked("POST /api/v1/submit-form/3f0d9a52-6b1e?organization_id=recOrg1&provider=other", body);
    }

    private void asked(String line, String body) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(line);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Bench.KEY);
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo(body.isEmpty() ? null : "application/json");
        assertThat(request.getBody() == null ? "" : request.getBody().utf8()).isEqualTo(body);
    }
}
