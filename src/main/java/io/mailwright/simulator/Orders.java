package io.mailwright.simulator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** GET /orders and /orders/{id} (2.5 numbers 14 and 15). */
@WhenSimulated
@RestController("simulatorOrders")
@RequestMapping(Gate.VENDOR)
class Orders {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final State state;
    private final Organizations organizations;

    Orders(State state, Organizations organizations) {
        this.state = state;
        this.organizations = organizations;
    }

    record Listing(int total, List<Row> payments) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Row(String id, BigDecimal amount, String createdAt, String status, String description) {}

    @GetMapping("/orders")
    Listing list(@RequestParam(name = "organization_id", required = false) String organizationId) {
        String organization = organizations.required(organizationId);
        List<Row> rows = state.orders.values().stream()
                .filter(order -> visible(order, organization))
                .map(order -> new Row(
                        order.id(), order.amount(), time(order.createdAt()), state.status(order), order.description()))
                .toList();
        return new Listing(rows.size(), rows);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Details(
            String id,
            String createdAt,
            BigDecimal amount,
            String tag,
            String status,
            String description,
            List<Object> invoices,
            int totalDomains,
            List<Package> packages,
            List<Object> addons,
            List<Object> currentItems) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Package(
            String type,
            String id,
            String note,
            String paymentId,
            String createdAt,
            int totalDomains,
            String status,
            List<OrderedDomain> domains) {}

    record OrderedDomain(String id, String name, String status) {}

    @GetMapping("/orders/{id}")
    Details details(
            @RequestParam(name = "organization_id", required = false) String organizationId, @PathVariable String id) {
        String organization = organizations.required(organizationId);
        Order order = state.orders.get(id);
        if (order == null || !visible(order, organization)) {
            throw Rejected.notFound("Order not found");
        }
        List<Package> packages = new ArrayList<>();
        order.packages().forEach((type, pack) -> packages.add(pack(order, type, pack)));
        return new Details(
                order.id(),
                time(order.createdAt()),
                order.amount(),
                order.tag(),
                state.status(order),
                order.description(),
                List.of(),
                order.domains(),
                packages,
                List.of(),
                List.of());
    }

    private Package pack(Order order, MailboxType type, Order.Pack pack) {
        List<OrderedDomain> domains = state.domainsOf(order.id())
                .filter(domain -> domain.type() == type)
                .map(domain -> new OrderedDomain(domain.id(), domain.name(), state.status(domain)))
                .toList();
        return new Package(
                type.title,
                pack.id(),
                "",
                order.id(),
                time(order.createdAt()),
                pack.domains(),
                state.status(order),
                domains);
    }

    private boolean visible(Order order, String organization) {
        return order.organization().equals(organization) && state.reached(order.visibleFrom());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
