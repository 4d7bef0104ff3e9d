package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /create-order/{price_id} (2.5 number 19), in the newer form and in the older one with {@code domains} on top. */
@WhenSimulated
@RestController("simulatorPackageOrder")
@RequestMapping(Gate.VENDOR)
class PackageOrder {
    private static final int MOST = 100;

    private final State state;
    private final Organizations organizations;
    private final OrderRules rules;
    private final Payment payment;
    private final Checkout checkout;

    PackageOrder(State state, Organizations organizations, OrderRules rules, Payment payment, Checkout checkout) {
        this.state = state;
        this.organizations = organizations;
        this.rules = rules;
        this.payment = payment;
        this.checkout = checkout;
    }

    @PostMapping("/create-order/{priceId}")
    Map<String, Object> create(
            @PathVariable String priceId,
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestParam(required = false) String provider,
            @RequestParam(required = false) String coupon,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        String organization = organizations.required(organizationId);
        String source = OrderRules.source(provider);
        Packages.Package sold = Packages.find(priceId);
        JsonNode json = Body.object(body);
        int quantity = quantity(json);
        OrderForm form = OrderFormReader.read(newer((ObjectNode) json, sold));
        rules.format(form);
        requireCount(form, sold, quantity);
        OrderRules.logins(json, source, state.modes.hostingOptional());
        BigDecimal price = sold.price().multiply(BigDecimal.valueOf(quantity));
        return checkout.order(organization, source, form, amount -> payment.reduced(price, coupon), request);
    }

    private static int quantity(JsonNode body) {
        JsonNode quantity = body.path("quantity");
        if (quantity.isMissingNode()) {
            return 1;
        }
        if (!quantity.isInt() || quantity.intValue() < 1 || quantity.intValue() > MOST) {
            throw Rejected.because("quantity must be a whole number from 1 to " + MOST);
        }
        return quantity.intValue();
    }

    private static JsonNode newer(ObjectNode body, Packages.Package sold) {
        if (body.has("domains") && !body.has("providers")) {
            if (sold.domainsByType().size() > 1) {
                throw Rejected.because("providers is required: the package has mailboxes of several types");
            }
            String type = sold.domainsByType().keySet().iterator().next().word();
            body.putObject("providers").putObject(type).set("domains", body.get("domains"));
        }
        return body;
    }

    private static void requireCount(OrderForm form, Packages.Package sold, int quantity) {
        for (MailboxType type : MailboxType.values()) {
            int wanted = sold.domainsByType().getOrDefault(type, 0) * quantity;
            int count = form.count(type);
            if (count != wanted) {
                throw Rejected.because("providers." + type.word() + ".domains must be the " + wanted
                        + " that the package needs, there are " + count);
            }
        }
    }
}
