package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** GET /pending-forms and POST /submit-form/{uuid} (2.5 numbers 17 and 18; section 4). */
@WhenSimulated
@RestController("simulatorForms")
@RequestMapping(Gate.VENDOR)
class Forms {
    private final State state;
    private final Organizations organizations;
    private final OrderRules rules;
    private final OrderBook orders;

    Forms(State state, Organizations organizations, OrderRules rules, OrderBook orders) {
        this.state = state;
        this.organizations = organizations;
        this.rules = rules;
        this.orders = orders;
    }

    record Listing(int total, List<Row> forms) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            String paymentId,
            String uuid,
            String description,
            String createdAt,
            BigDecimal amount,
            String type,
            Data data) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Data(int quantity, int domainsRequired, List<String> domains) {}

    @GetMapping("/pending-forms")
    Listing pending(@RequestParam(name = "organization_id", required = false) String organizationId) {
        String organization = organizations.required(organizationId);
        List<Row> rows = state.forms.values().stream()
                .filter(form -> listed(form, organization))
                .map(this::row)
                .toList();
        return new Listing(rows.size(), rows);
    }

    private boolean listed(Form form, String organization) {
        Order order = state.orders.get(form.orderId());
        return order.organization().equals(organization)
                && state.seemsLive(order)
                && state.reached(order.visibleFrom())
                && (form.submittedAt() == null || !state.reached(form.listedUntil()));
    }

    private Row row(Form form) {
        Order order = state.orders.get(form.orderId());
        return new Row(
                order.id(),
                form.uuid(),
                order.description(),
                LocalDate.ofInstant(form.createdAt(), ZoneOffset.UTC).toString(),
                order.amount(),
                "package-subscription",
                new Data(1, order.domains(), form.domains()));
    }

    @PostMapping("/submit-form/{uuid}")
    Map<String, Object> submit(
            @PathVariable String uuid,
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestParam(required = false) String provider,
            @RequestBody(required = false) byte[] body) {
        Form pending = waiting(uuid);
        String source = OrderRules.source(provider);
        Order order = state.orders.get(pending.orderId());
        if ("scaledmail".equals(order.source()) && !source.equals("scaledmail")) {
            throw Rejected.because("provider must be scaledmail: the order was made with domains bought here");
        }
        if (organizationId != null && !organizations.optional(organizationId).equals(order.organization())) {
            throw Rejected.notFound("Form not found");
        }
        JsonNode json = Body.object(body);
        OrderForm form = OrderFormReader.read(json);
        rules.match(form, order, pending);
        OrderRules.complete(form);
        OrderRules.logins(json, source, false);
        rules.available(form, order.organization(), source, order.id());

        orders.submit(pending, form, source);
        return Answer.of(state.modes, "success", true, "message", "Form submitted successfully");
    }

    private Form waiting(String id) {
        Form form = state.forms.get(id);
        if (form == null && state.modes.acceptPaymentIds()) {
            form = state.formOf(id).orElse(null);
        }
        if (form == null || !state.orders.get(form.orderId()).live()) {
            throw Rejected.notFound("Form not found");
        }
        if (form.submittedAt() != null) {
            throw Rejected.because("Form already submitted");
        }
        return form;
    }
}
