package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** GET /pre-warm-inboxes and POST /buy-pre-warm-inboxes, all or nothing (2.2). */
@WhenSimulated
@RestController("simulatorWarmInboxes")
@RequestMapping(Gate.VENDOR)
class WarmInboxes {
    private static final int TAG = 20;

    private final State state;
    private final Organizations organizations;
    private final Payment payment;
    private final OrderBook orders;
    private final Checkout checkout;

    WarmInboxes(State state, Organizations organizations, Payment payment, OrderBook orders, Checkout checkout) {
        this.state = state;
        this.organizations = organizations;
        this.payment = payment;
        this.orders = orders;
        this.checkout = checkout;
    }

    record Listing(int total, List<Row> google, List<Row> outlook) {}

    record Row(
            String id,
            String domain,
            @JsonProperty("warmup_age") int months,
            int emailMailboxCount,
            Pricing pricing,
            List<Mailboxes.Sender> emailMailbox) {}

    record Pricing(BigDecimal oneTimePrice, BigDecimal monthlyPrice) {}

    @GetMapping("/pre-warm-inboxes")
    Listing list(@RequestParam(name = "organization_id", required = false) String organization) {
        organizations.required(organization);
        List<Row> google = rows(MailboxType.GOOGLE);
        List<Row> outlook = rows(MailboxType.OUTLOOK);
        return new Listing(google.size() + outlook.size(), google, outlook);
    }

    private List<Row> rows(MailboxType type) {
        return state.stock.values().stream()
                .filter(item -> item.type() == type && available(item))
                .map(item -> new Row(
                        item.id(),
                        item.domain(),
                        item.months(),
                        item.aliases().size(),
                        new Pricing(item.once(), item.monthly()),
                        item.aliases().stream().map(Mailboxes.Sender::of).toList()))
                .toList();
    }

    private boolean available(WarmDomain item) {
        return item.soldTo() == null && !state.modes.noPreWarmStock();
    }

    @PostMapping("/buy-pre-warm-inboxes")
    Map<String, Object> buy(
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        String organization = organizations.required(organizationId);
        JsonNode json = Body.object(body);
        JsonNode tag = json.path("tag");
        if (!tag.isMissingNode() && (!tag.isTextual() || tag.textValue().length() > TAG)) {
            throw Rejected.because("tag must be a string of at most " + TAG + " characters");
        }
        Map<WarmDomain, String> wanted = wanted(json.path("domains"));
        if (json.has("sequencer")) {
            Fields.login(json.get("sequencer"), "sequencer", "workspace", "tag");
            Fields.text(json.get("sequencer"), "sequencer", "link");
        }
        wanted.keySet().stream().filter(item -> !available(item)).findFirst().ifPresent(item -> {
            throw Rejected.because("domains: " + item.domain() + " is unavailable");
        });
        payment.required();
        Order order = orders.placeWarm(organization, tag.asText(""), wanted, checkout.paid(request));
        return checkout.done(order, "Inboxes purchased successfully", request);
    }

    /** With the redirect of each. */
    private Map<WarmDomain, String> wanted(JsonNode domains) {
        if (!domains.isArray() || domains.isEmpty()) {
            throw Rejected.because("domains is required and must be a list that is not empty");
        }
        Map<WarmDomain, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < domains.size(); i++) {
            JsonNode row = domains.get(i);
            String path = "domains[" + i + "]";
            WarmDomain item = state.stock.get(Fields.text(row, path, "id"));
            String name = Names.of(Fields.text(row, path, "domain"));
            if (item == null || !item.domain().equals(name)) {
                throw Rejected.because(path + ": " + name + " with this id is unavailable");
            }
            if (wanted.put(item, row.path("redirect").asText("")) != null) {
                throw Rejected.because(path + ": " + name + " is there twice");
            }
        }
        return wanted;
    }
}
