package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Onboarding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/campaigns}: start, look at, approve, correct and cancel campaigns. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignApi {
    private final Onboarding onboarding;

    CampaignApi(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    record Started(String id, String stage) {}

    record Approval(String planHash) {}

    @PostMapping
    ResponseEntity<Started> start(HttpServletRequest request) throws IOException {
        Caller caller = Caller.of(request).mustOperate("starting a campaign");
        CampaignView started = onboarding.start(CampaignText.of(request), caller.name());
        return ResponseEntity.created(URI.create("/api/campaigns/" + started.id()))
                .body(new Started(started.id(), started.stage()));
    }

    /** Newest first; without {@code size} all of them, with it a page, and how many there are in a header. */
    @GetMapping
    ResponseEntity<List<CampaignView>> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(required = false) Integer size) {
        if (size == null) return ResponseEntity.ok(onboarding.list());
        if (page < 0 || size < 1 || size > 200)
            throw new ResponseStatusException(BAD_REQUEST, "page counts from 0, and size is 1 to 200");
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(onboarding.count()))
                .body(onboarding.list(page, size));
    }

    @GetMapping("/{id}")
    CampaignView one(@PathVariable String id) {
        return onboarding
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "there is no campaign " + id + "; GET /api/campaigns lists them"));
    }

    @GetMapping("/{id}/plan")
    PlanView plan(@PathVariable String id) {
        CampaignView campaign = one(id);
        return onboarding
                .plan(id)
                .map(p -> PlanView.of(p.version(), p.approved(), p.plan()))
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "campaign " + id + " has no plan yet; it is " + campaign.stage()));
    }

    @PostMapping("/{id}/approve")
    CampaignView approve(@PathVariable String id, @RequestBody Approval approval, HttpServletRequest request) {
        Caller caller = Caller.of(request);
        one(id);
        if (approval.planHash() == null || approval.planHash().isBlank()) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "planHash is missing; send the planHash of the plan that is approved");
        }
        return onboarding.approve(id, approval.planHash().strip(), caller.name(), caller.groups());
    }

    @PutMapping("/{id}")
    CampaignView replace(@PathVariable String id, HttpServletRequest request) throws IOException {
        Caller caller = Caller.of(request).mustOperate("correcting a campaign");
        one(id);
        return onboarding.replace(id, CampaignText.of(request), caller.name());
    }

    @PostMapping("/{id}/cancel")
    Cancelled cancel(@PathVariable String id, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("cancelling a campaign");
        one(id);
        return Cancelled.of(onboarding.cancel(id, caller.name()), onboarding.plan(id));
    }
}
