package io.mailwright.simulator;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /organizations (2.1), and what {@code organization_id} means (U9, U10, U11). */
@WhenSimulated
@RestController("simulatorOrganizations")
@RequestMapping(Gate.VENDOR)
class Organizations {
    private final State state;

    Organizations(State state) {
        this.state = state;
    }

    record Organization(String id, String name) {}

    @GetMapping("/organizations")
    Map<String, List<Organization>> list() {
        return Map.of(
                "organizations",
                state.organizations.entrySet().stream()
                        .map(entry -> new Organization(entry.getKey(), entry.getValue()))
                        .toList());
    }

    String required(String id) {
        if (id == null || id.isBlank()) {
            throw Rejected.because("organization_id is required");
        }
        return optional(id);
    }

    String optional(String id) {
        if (id == null || id.isBlank()) {
            return state.organizations.keySet().iterator().next();
        }
        if (!state.organizations.containsKey(id)) {
            throw Rejected.notFound("Organization not found");
        }
        return id;
    }
}
