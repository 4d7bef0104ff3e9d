package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.mailwright.onboarding.RequestView;
import io.mailwright.onboarding.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is asked for outside a campaign's plan: domains replaced, redirects changed, orders cancelled; {@code /api/requests}. */
@RestController
@RequestMapping("/api")
class RequestApi {
    private final Requests requests;

    RequestApi(Requests requests) {
        this.requests = requests;
    }

    record Asked(String id, String stage) {}

    record Replacement(String with, String hosting, String reason) {}

    record Redirection(String redirect, String reason) {}

    record Cancellation(String order, String reason) {}

    record Approval(@JsonAlias("hash") String planHash) {}

    @PostMapping("/domains/{domain}/replace")
    ResponseEntity<Asked> replace(
            @PathVariable String domain, @RequestBody(required = false) Replacement body, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("replacing a domain");
        Replacement wanted = body == null ? new Replacement(null, null, null) : body;
        return asked(requests.replaceDomain(
                domain, text(wanted.with()), text(wanted.hosting()), text(wanted.reason()), caller.name()));
    }

    @PostMapping("/domains/{domain}/redirect")
    ResponseEntity<Asked> redirect(
            @PathVariable String domain, @RequestBody Redirection body, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("changing a redirect");
        if (body.redirect() == null) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "redirect is missing; send where the domain leads, or \"\" for nowhere");
        }
        return asked(requests.changeRedirect(domain, body.redirect(), text(body.reason()), caller.name()));
    }

    @PostMapping("/orders/cancel")
    ResponseEntity<Asked> cancelOrder(@RequestBody Cancellation body, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("cancelling an order");
        return asked(requests.cancelOrder(body.order(), text(body.reason()), caller.name()));
    }

    @GetMapping("/requests")
    List<RequestView> list() {
        return requests.list();
    }

    @GetMapping("/requests/{id}")
    RequestView one(@PathVariable String id) {
        return requests.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "there is no request " + id + "; GET /api/requests lists them"));
    }

    @PostMapping("/requests/{id}/approve")
    RequestView approve(@PathVariable String id, @RequestBody Approval approval, HttpServletRequest request) {
        Caller caller = Caller.of(request);
        if (text(approval.planHash()) == null) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "planHash is missing; send the hash of the request that is approved");
        }
        return requests.approve(id, approval.planHash().strip(), caller.groups());
    }

    @PostMapping("/requests/{id}/cancel")
    RequestView cancel(@PathVariable String id, HttpServletRequest request) {
        Caller.of(request).mustOperate("cancelling a request");
        return requests.cancel(id);
    }

    private static ResponseEntity<Asked> asked(RequestView view) {
        return ResponseEntity.created(URI.create("/api/requests/" + view.id()))
                .body(new Asked(view.id(), view.stage()));
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
