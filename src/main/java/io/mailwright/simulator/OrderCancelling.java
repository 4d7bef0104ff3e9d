package io.mailwright.simulator;

import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** DELETE /orders/{id} (2.5 number 16, U20 to U22): the whole order, at once, without refund. */
@WhenSimulated
@RestController("simulatorOrderCancelling")
@RequestMapping(Gate.VENDOR)
class OrderCancelling {
    private final State state;
    private final Organizations organizations;
    private final OrderBook orders;

    OrderCancelling(State state, Organizations organizations, OrderBook orders) {
        this.state = state;
        this.organizations = organizations;
        this.orders = orders;
    }

    @DeleteMapping("/orders/{id}")
    Map<String, Object> cancel(
            @RequestParam(name = "organization_id", required = false) String organizationId, @PathVariable String id) {
        String organization = organizations.required(organizationId);
        Order order = state.orders.get(id);
        if (order == null || !order.organization().equals(organization)) {
            throw Rejected.notFound("Order not found");
        }
        orders.cancel(id, "api", state.nextCall(), state.visibleFrom());
        return Answer.of(state.modes, "success", true, "message", "Subscription canceled successfully.");
    }
}
