package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** GET /domains (2.3) and /mailboxes/{domain_id} (2.6). */
@WhenSimulated
@RestController("simulatorMailboxes")
@RequestMapping(Gate.VENDOR)
class Mailboxes {
    private final State state;
    private final Organizations organizations;

    Mailboxes(State state, Organizations organizations) {
        this.state = state;
        this.organizations = organizations;
    }

    record Domains(int total, List<DomainRow> domains) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DomainRow(
            String id,
            String domain,
            String tag,
            String redirect,
            String orderType,
            String orderId,
            String paymentId,
            String domainProvider,
            String userId,
            int totalMailboxes,
            List<Sender> mailbox,
            String status,
            boolean domainMasking) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Sender(String firstName, String lastName, String alias) {
        static Sender of(Alias alias) {
            return new Sender(alias.firstName(), alias.lastName(), alias.alias());
        }
    }

    @GetMapping("/domains")
    Domains domains(@RequestParam(name = "organization_id", required = false) String organizationId) {
        String organization = organizations.required(organizationId);
        List<DomainRow> rows = state.domains.values().stream()
                .filter(domain -> listed(domain)
                        && state.orders.get(domain.orderId()).organization().equals(organization))
                .map(this::row)
                .toList();
        return new Domains(rows.size(), rows);
    }

    private boolean listed(Domain domain) {
        return domain.startedAt() != null
                && state.reached(domain.visibleFrom())
                && state.seemsLive(state.orders.get(domain.orderId()));
    }

    private DomainRow row(Domain domain) {
        List<Alias> aliases = shown(domain);
        Order order = state.orders.get(domain.orderId());
        return new DomainRow(
                domain.id(),
                domain.name(),
                order.tag(),
                domain.redirect(),
                domain.type().word(),
                order.packages().get(domain.type()).id(),
                order.id(),
                "scaledmail".equals(domain.source()) ? "Scaledmail" : "Other",
                "recUsr00000000001",
                aliases.size(),
                aliases.stream().map(Sender::of).toList(),
                state.status(domain),
                false);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Listing(int total, List<Row> mailboxes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            String firstName,
            String lastName,
            String alias,
            String email,
            String domainId,
            String paymentId,
            String orderId,
            String orderType,
            String status,
            String tag,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("mailbox_password")
            String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Row[" + email + "]";
        }
    }

    @GetMapping("/mailboxes/{id}")
    Listing mailboxes(
            @PathVariable String id,
            @RequestParam(name = "organization_id", required = false) String organization,
            @RequestParam(defaultValue = "false") boolean password) {
        if (organization == null || organization.isBlank()) {
            throw Rejected.because("organization_id is required");
        }
        Domain domain = state.domains.get(id);
        if (domain == null || !listed(domain)) {
            throw new Rejected(404, Map.of("message", "Unable to get mailboxes or domain ID does not exist"));
        }
        Order order = state.orders.get(domain.orderId());
        if (!order.organization().equals(organization)) {
            return new Listing(0, null);
        }
        List<Row> rows = listedMailboxes(domain).stream()
                .map(alias -> row(domain, order, alias, password))
                .toList();
        return new Listing(rows.size(), rows);
    }

    private List<Alias> shown(Domain domain) {
        return state.modes.foreignAliases()
                ? WrongMailboxes.foreign(domain.aliases().size())
                : domain.aliases();
    }

    private List<Alias> listedMailboxes(Domain domain) {
        List<Alias> aliases = shown(domain);
        return domain.type() == MailboxType.OUTLOOK
                ? WrongMailboxes.listed(aliases, state.modes.outlookAddresses())
                : aliases;
    }

    private Row row(Domain domain, Order order, Alias alias, boolean password) {
        String email = alias.alias() + "@" + domain.name();
        return new Row(
                alias.firstName(),
                alias.lastName(),
                alias.alias(),
                email,
                domain.id(),
                order.id(),
                order.packages().get(domain.type()).id(),
                domain.type().word(),
                state.status(domain),
                order.tag(),
                password ? Ids.password(state.seed, email) : null);
    }
}
