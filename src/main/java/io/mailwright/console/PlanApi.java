package io.mailwright.console;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.Onboarding.PlanRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/plan}: prices a file with the vendor; spends nothing and starts nothing. */
@RestController
class PlanApi {
    private final Onboarding onboarding;

    PlanApi(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** @param plan left out until it is done */
    record Progress(
            String id,
            String state,
            String step,
            int asked,
            int candidates,
            @JsonInclude(JsonInclude.Include.NON_NULL) PlanView plan,
            List<String> errors) {}

    @PostMapping("/api/plan")
    ResponseEntity<Map<String, String>> request(HttpServletRequest request) throws IOException {
        String id = onboarding.requestPlan(CampaignText.of(request));
        return ResponseEntity.accepted().location(URI.create("/api/plan/" + id)).body(Map.of("id", id));
    }

    @GetMapping("/api/plan/{id}")
    Progress progress(@PathVariable String id) {
        return onboarding
                .planRequest(id)
                .map(PlanApi::progress)
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "there is no plan request " + id + "; ask again with POST /api/plan"));
    }

    private static Progress progress(PlanRequest r) {
        PlanView plan = r.plan() == null ? null : PlanView.of(null, null, r.plan());
        List<String> errors = r.errors() == null ? List.of() : r.errors();
        return new Progress(r.id(), r.state(), r.step(), r.asked(), r.candidates(), plan, errors);
    }
}
