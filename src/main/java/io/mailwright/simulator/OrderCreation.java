package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /create-custom-order (2.5 number 20, U7). */
@WhenSimulated
@RestController("simulatorOrderCreation")
@RequestMapping(Gate.VENDOR)
class OrderCreation {
    private final State state;
    private final Organizations organizations;
    private final OrderRules rules;
    private final Payment payment;
    private final Checkout checkout;

    OrderCreation(State state, Organizations organizations, OrderRules rules, Payment payment, Checkout checkout) {
        this.state = state;
        this.organizations = organizations;
        this.rules = rules;
        this.payment = payment;
        this.checkout = checkout;
    }

    @PostMapping("/create-custom-order")
    Map<String, Object> create(
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestParam(required = false) String provider,
            @RequestParam(required = false) String coupon,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        String source = OrderRules.source(provider);
        String organization = organizations.optional(organizationId);
        JsonNode json = Body.object(body);
        OrderForm form = OrderFormReader.read(json);
        rules.format(form);
        requireCaps(form);
        OrderRules.logins(json, source, state.modes.hostingOptional());
        return checkout.order(organization, source, form, amount -> payment.reduced(amount, coupon), request);
    }

    private static void requireCaps(OrderForm form) {
        form.providers().forEach((type, entries) -> {
            if (entries.size() > type.domainsPerOrder) {
                throw Rejected.because("providers." + type.word() + ".domains must be at most " + type.domainsPerOrder
                        + " an order, there are " + entries.size());
            }
        });
    }
}
