package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /buy-domains, all or nothing, and GET /purchased-domains (2.3). */
@WhenSimulated
@RestController("simulatorDomainPurchase")
@RequestMapping(Gate.VENDOR)
class DomainPurchase {
    private static final int NAMES_PER_CALL = 10;

    private final State state;
    private final Organizations organizations;
    private final Registry registry;
    private final Payment payment;

    DomainPurchase(State state, Organizations organizations, Registry registry, Payment payment) {
        this.state = state;
        this.organizations = organizations;
        this.registry = registry;
        this.payment = payment;
    }

    @PostMapping("/buy-domains")
    Map<String, Object> buy(
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestBody(required = false) byte[] body) {
        String organization = organizations.required(organizationId);
        List<String> names = Names.list(Body.object(body), NAMES_PER_CALL);
        for (String name : names) {
            if (!Names.valid(name)) {
                throw Rejected.because("domains: " + name + " is not a domain name");
            }
        }
        payment.required();
        names.stream().filter(state.modes.takenAtPurchase()::contains).forEach(state.gone::add);
        for (String name : names) {
            if (registry.taken(name)) {
                throw Rejected.because("domains: " + name + " is not available");
            }
        }
        Duration lag = state.modes.visibleAfter();
        for (String name : names) {
            BigDecimal charged = registry.price(name)
                    .first()
                    .multiply(state.modes.purchaseFactor())
                    .setScale(2, RoundingMode.HALF_UP);
            register(organization, name, charged, state.nextCall(), state.in(lag));
            lag = lag.plus(state.modes.oneByOne());
        }
        return Answer.of(state.modes, "success", true, "message", "Domains purchased successfully", "domains", names);
    }

    void register(String organization, String name, BigDecimal charged, long call, Moment visibleFrom) {
        state.registrations.put(
                name,
                new Registration(
                        state.recordId(),
                        organization,
                        name,
                        state.clock.now(),
                        charged,
                        registry.price(name).renewal(),
                        call,
                        visibleFrom));
    }

    record Purchased(int total, List<Row> domains) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            String id, String domain, String createdAt, String renewalAt, BigDecimal renewalPrice, String domainId) {}

    @GetMapping("/purchased-domains")
    Purchased purchased(
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestParam(defaultValue = "false") boolean available) {
        String organization = organizations.required(organizationId);
        List<Row> rows = state.registrations.values().stream()
                .filter(registration -> registration.organization().equals(organization))
                .filter(registration -> state.reached(registration.visibleFrom()))
                .map(this::row)
                .filter(row -> !available || row.domainId() == null)
                .toList();
        return new Purchased(rows.size(), rows);
    }

    private Row row(Registration registration) {
        LocalDate created = LocalDate.ofInstant(registration.createdAt(), ZoneOffset.UTC);
        return new Row(
                registration.id(),
                registration.domain(),
                created.toString(),
                created.plusYears(1).toString(),
                registration.renewalPrice(),
                state.inUse(registration.domain()).map(Domain::id).orElse(null));
    }
}
