package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person does in the vendor's web app: buy orders, pay or cancel them, register names. */
@WhenSimulated
@RestController("simulatorWebApp")
@RequestMapping(Gate.ROOT)
class WebApp {
    private static final int MOST = 10_000;

    private final State state;
    private final Organizations organizations;
    private final OrderBook orders;
    private final OrderRules rules;
    private final Registry registry;
    private final DomainPurchase purchases;

    WebApp(
            State state,
            Organizations organizations,
            OrderBook orders,
            OrderRules rules,
            Registry registry,
            DomainPurchase purchases) {
        this.state = state;
        this.organizations = organizations;
        this.orders = orders;
        this.rules = rules;
        this.registry = registry;
        this.purchases = purchases;
    }

    /** Names that are registered here, all or none, unless {@code provider} says scaledmail: then they are registered. */
    @PostMapping("/web-order")
    Map<String, Object> order(@RequestBody(required = false) byte[] body) {
        JsonNode request = Body.object(body);
        String organization = organization(request);
        Map<MailboxType, Integer> counts = counts(request.path("providers"));
        List<String> names = request.path("domains").isEmpty() ? List.of() : Names.list(request, MOST);
        int wanted = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (!names.isEmpty() && names.size() != wanted) {
            throw Rejected.because("domains must be the " + wanted + " names that providers asks for, or none");
        }
        String source = source(request, organization, names);
        requireFree(organization, names);
        if ("scaledmail".equals(source)) {
            names.stream()
                    .filter(name -> !state.registrations.containsKey(name))
                    .forEach(name -> purchases.register(
                            organization, name, registry.price(name).first(), 0, Moment.ALWAYS));
        }
        Order order = orders.buyInWebApp(organization, source, counts, names);
        return bought(order.id());
    }

    private String source(JsonNode request, String organization, List<String> names) {
        if (request.has("provider")) {
            return OrderRules.source(request.get("provider").asText());
        }
        boolean registered = names.stream().allMatch(state.registrations::containsKey);
        return names.isEmpty() ? null : registered ? "scaledmail" : "other";
    }

    private void requireFree(String organization, List<String> names) {
        for (String name : names) {
            Registration registration = state.registrations.get(name);
            if (state.inUse(name).isPresent()
                    || registration != null && !registration.organization().equals(organization)) {
                throw Rejected.because("domains: " + name + " is in use");
            }
        }
    }

    /** Pays an order that the API left unpaid. */
    @PostMapping("/web-order/{id}/pay")
    Map<String, Object> pay(@PathVariable String id) {
        Order order = existing(id);
        if (order.paid() || order.cancelled()) {
            throw Rejected.because("Order is " + (order.cancelled() ? "cancelled" : "paid"));
        }
        orders.pay(id);
        return bought(id);
    }

    @PostMapping("/web-order/{id}/cancel")
    Map<String, Object> cancel(@PathVariable String id) {
        orders.cancel(existing(id).id(), "web", 0, Moment.ALWAYS);
        return bought(id);
    }

    @PostMapping("/registrations")
    Map<String, Object> register(@RequestBody(required = false) byte[] body) {
        JsonNode request = Body.object(body);
        String organization = organization(request);
        List<String> names = Names.list(request, MOST);
        for (String name : names) {
            if (!Names.valid(name) || state.registrations.containsKey(name)) {
                throw Rejected.because("domains: " + name + " cannot be registered, or is already");
            }
        }
        names.forEach(name -> purchases.register(organization, name, BigDecimal.ZERO, 0, Moment.ALWAYS));
        return Map.of("organization_id", organization, "domains", names);
    }

    private String organization(JsonNode request) {
        String given = request.path("organization_id")
                .asText(request.path("organization").asText(null));
        return state.organizations.entrySet().stream()
                .filter(entry -> entry.getValue().equals(given))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> organizations.optional(given));
    }

    private static Map<MailboxType, Integer> counts(JsonNode providers) {
        Map<MailboxType, Integer> counts = new EnumMap<>(MailboxType.class);
        providers
                .fields()
                .forEachRemaining(field -> counts.put(
                        MailboxType.of(field.getKey())
                                .orElseThrow(
                                        () -> Rejected.because("providers may hold google, outlook and smtp only")),
                        field.getValue().asInt(0)));
        if (counts.isEmpty() || counts.values().stream().anyMatch(count -> count < 1)) {
            throw Rejected.because("providers is required, like {\"google\": 2}, with the domains of each type");
        }
        return counts;
    }

    private Order existing(String id) {
        Order order = state.orders.get(id);
        if (order == null) {
            throw Rejected.notFound("Order not found");
        }
        return order;
    }

    private Map<String, Object> bought(String orderId) {
        Map<String, Object> reply = new LinkedHashMap<>();
        Order order = state.orders.get(orderId);
        reply.put("payment_id", orderId);
        reply.put("amount", order.amount());
        reply.put("status", order.status());
        reply.put("paid", order.paid());
        reply.put("uuid", state.formOf(orderId).map(Form::uuid).orElse(null));
        reply.put("domains", state.domainsOf(orderId).map(Domain::name).toList());
        return reply;
    }
}
