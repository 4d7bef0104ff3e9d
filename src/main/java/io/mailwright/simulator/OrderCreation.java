package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.Modes.Lifecycle;
import io.mailwright.simulator.OrderForm.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
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
    private final OrderBook orders;

    OrderCreation(State state, Organizations organizations, OrderRules rules, Payment payment, OrderBook orders) {
        this.state = state;
        this.organizations = organizations;
        this.rules = rules;
        this.payment = payment;
        this.orders = orders;
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
        requireFormat(form);
        requireCaps(form);
        OrderRules.logins(json, source, state.modes.hostingOptional());
        rules.available(form, organization, source, null);
        payment.required();

        boolean unpaid = state.modes.unpaidOrders() || Fault.CREATED_UNPAID.equals(request.getAttribute(Gate.FAULT));
        Order order = orders.place(
                organization, source, form, !form.bare(), !unpaid, amount -> payment.reduced(amount, coupon));
        request.setAttribute(Gate.RESULT, order.id());
        Map<String, Object> reply = new LinkedHashMap<>();
        if (!state.modes.emptyReplies()) {
            reply.put("success", true);
            reply.put("message", "Order created successfully");
            reply.put("payment_id", order.id());
            reply.put("id", order.id());
        }
        return reply;
    }

    private void requireFormat(OrderForm form) {
        boolean bareOnly = form.providers().values().stream()
                .allMatch(entries -> entries.get(0).format() == Format.BARE);
        if (!bareOnly || state.modes.lifecycle() == Lifecycle.direct) {
            OrderRules.complete(form);
        }
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
