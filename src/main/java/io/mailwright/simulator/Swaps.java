package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /swap-domain/{domain} and /swap-redirect/{domain} (2.3 numbers 9 and 10, U29): accepted now, applied later. */
@WhenSimulated
@RestController("simulatorSwaps")
@RequestMapping(Gate.VENDOR)
class Swaps {
    private final State state;
    private final Organizations organizations;

    Swaps(State state, Organizations organizations) {
        this.state = state;
        this.organizations = organizations;
    }

    @PostMapping("/swap-domain/{name}")
    Map<String, Object> domain(
            @PathVariable String name,
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestParam(required = false) String provider,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        String organization = organizations.required(organizationId);
        String source = OrderRules.source(provider);
        Domain domain = ordered(name, organization);
        JsonNode json = Body.object(body);
        String wanted = Names.of(json.path("new_domain").asText(""));
        if (!Names.valid(wanted)) {
            throw Rejected.because("new_domain is required and must be a domain name");
        }
        OrderRules.logins(json, source, false);
        requireNone(domain, Swap.DOMAIN, "Domain swap");
        Registration registration = state.registrations.get(wanted);
        boolean ours = registration != null && registration.organization().equals(organization);
        if (state.inUse(wanted).isPresent() || source.equals("scaledmail") && !ours) {
            throw Rejected.because("new_domain " + wanted + " is unavailable");
        }
        add(Swap.DOMAIN, domain, domain.name(), wanted, source, request);
        return Answer.of(state.modes, "message", "Domain Swap Requested");
    }

    @PostMapping("/swap-redirect/{name}")
    Map<String, Object> redirect(
            @PathVariable String name,
            @RequestParam(name = "organization_id", required = false) String organizationId,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        Domain domain = ordered(name, organizations.required(organizationId));
        JsonNode wanted = Body.object(body).path("new_redirect");
        if (!wanted.isTextual()) {
            throw Rejected.because("new_redirect is required and must be a string");
        }
        requireNone(domain, Swap.REDIRECT, "Redirect swap");
        String redirect = withScheme(wanted.textValue());
        if (plain(redirect).equals(plain(withScheme(domain.redirect())))) {
            throw Rejected.because("new_redirect is already the redirect of " + domain.name());
        }
        add(Swap.REDIRECT, domain, domain.redirect(), redirect, null, request);
        return Answer.of(state.modes, "message", "Redirect Swap Requested");
    }

    private Domain ordered(String name, String organization) {
        String wanted = Names.of(name);
        return state.domains.values().stream()
                .filter(domain -> domain.name().equals(wanted) && domain.startedAt() != null)
                .filter(domain -> state.orders.get(domain.orderId()).live())
                .filter(domain ->
                        state.orders.get(domain.orderId()).organization().equals(organization))
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("Domain not found"));
    }

    private void requireNone(Domain domain, String kind, String what) {
        if (state.swaps.stream()
                .anyMatch(swap -> swap.pending()
                        && swap.kind().equals(kind)
                        && swap.domainId().equals(domain.id()))) {
            throw Rejected.because(what + " already in progress");
        }
    }

    private void add(String kind, Domain domain, String from, String to, String source, HttpServletRequest request) {
        boolean never = state.modes.swapsIgnored() || Fault.NOT_APPLIED.equals(request.getAttribute(Gate.FAULT));
        Instant now = state.clock.now();
        state.swaps.add(new Swap(
                kind,
                domain.name(),
                domain.id(),
                domain.orderId(),
                from,
                to,
                source,
                now,
                never ? null : now.plus(state.modes.swapTakes()),
                "requested",
                state.nextCall()));
        request.setAttribute(Gate.RESULT, domain.orderId());
    }

    private static String withScheme(String redirect) {
        String text = redirect.trim();
        return text.isEmpty() || text.matches("(?i)https?://.*") ? text : "https://" + text;
    }

    private static String plain(String redirect) {
        return redirect.replaceFirst("/$", "");
    }
}
