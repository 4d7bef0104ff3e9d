package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** 2.1 number 2, U8; names need not differ. */
    @PostMapping("/organizations")
    Map<String, Object> create(@RequestBody(required = false) byte[] body) {
        JsonNode name = Body.object(body).path("name");
        if (!name.isTextual() || name.textValue().isBlank() || name.textValue().length() > 100) {
            throw Rejected.because("name is required and must have 1 to 100 characters");
        }
        Organization made = new Organization(state.recordId(), name.textValue());
        state.organizations.put(made.id(), made.name());
        return Answer.of(state.modes, "success", true, "organization", made);
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
