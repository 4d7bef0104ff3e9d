package io.mailwright.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The last step of every order by the API: it is there, paid or not, and answered. */
@WhenSimulated
@Component("simulatorCheckout")
class Checkout {
    private final State state;
    private final OrderRules rules;
    private final Payment payment;
    private final OrderBook orders;

    Checkout(State state, OrderRules rules, Payment payment, OrderBook orders) {
        this.state = state;
        this.rules = rules;
        this.payment = payment;
        this.orders = orders;
    }

    Map<String, Object> order(
            String organization,
            String source,
            OrderForm form,
            UnaryOperator<BigDecimal> amount,
            HttpServletRequest request) {
        rules.available(form, organization, source, null);
        payment.required();
        return done(
                orders.place(organization, source, form, !form.bare(), paid(request), amount),
                "Order created successfully",
                request);
    }

    boolean paid(HttpServletRequest request) {
        return !state.modes.unpaidOrders() && !Fault.CREATED_UNPAID.equals(request.getAttribute(Gate.FAULT));
    }

    Map<String, Object> done(Order order, String message, HttpServletRequest request) {
        request.setAttribute(Gate.RESULT, order.id());
        return Answer.of(state.modes, "success", true, "message", message, "payment_id", order.id(), "id", order.id());
    }
}
