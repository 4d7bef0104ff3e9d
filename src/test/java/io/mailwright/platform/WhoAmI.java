package io.mailwright.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a controller of ours learns about its caller. */
@RestController
@Profile("platform-test")
class WhoAmI {
    private final IdentityService identity;

    WhoAmI(IdentityService identity) {
        this.identity = identity;
    }

    @GetMapping("/api/who-am-i")
    Map<String, Object> who(HttpServletRequest request) {
        return Map.of(
                "user", request.getRemoteUser(),
                "principal", request.getUserPrincipal().getName(),
                "approver", request.isUserInRole("approvers"),
                "administrator", request.isUserInRole("camunda-admin"),
                "engine", identity.getCurrentAuthentication().getUserId());
    }

    @PostMapping("/api/who-am-i")
    void change() {}
}
