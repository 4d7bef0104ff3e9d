package io.mailwright.console;

import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.Requests;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done to a campaign on its page. What needs an approval leads to the page of its request. */
@ConsolePage
class CampaignActions {
    private final Onboarding onboarding;
    private final Requests requests;

    CampaignActions(Onboarding onboarding, Requests requests) {
        this.onboarding = onboarding;
        this.requests = requests;
    }

    @PostMapping("/campaigns/{id}/cancel")
    String cancel(@PathVariable String id, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("cancelling a campaign");
        onboarding.cancel(id, caller.name());
        return "redirect:/campaigns/{id}?said=cancelled";
    }

    @PostMapping("/domains/replace")
    String replace(
            @RequestParam String domain,
            @RequestParam(required = false) String with,
            @RequestParam(required = false) String hosting,
            @RequestParam(required = false) String reason,
            HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("replacing a domain");
        return asked(requests.replaceDomain(domain, text(with), text(hosting), text(reason), caller.name())
                .id());
    }

    /** @param redirect empty: it leads nowhere */
    @PostMapping("/domains/redirect")
    String redirect(
            @RequestParam String domain,
            @RequestParam String redirect,
            @RequestParam(required = false) String reason,
            HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("changing a redirect");
        return asked(requests.changeRedirect(domain, redirect.strip(), text(reason), caller.name())
                .id());
    }

    /** @param order {@code <campaign id>/<order number>} */
    @PostMapping("/orders/cancel")
    String cancelOrder(
            @RequestParam String order, @RequestParam(required = false) String reason, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("cancelling an order");
        return asked(requests.cancelOrder(order, text(reason), caller.name()).id());
    }

    private static String asked(String id) {
        return "redirect:/requests/" + id;
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
