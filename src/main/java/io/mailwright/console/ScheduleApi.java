package io.mailwright.console;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import io.mailwright.onboarding.ScheduleView;
import io.mailwright.onboarding.Scheduled;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/schedules}: campaigns with a schedule, by the id of the campaign. */
@RestController
@RequestMapping("/api/schedules")
class ScheduleApi {
    private final Scheduled scheduled;

    ScheduleApi(Scheduled scheduled) {
        this.scheduled = scheduled;
    }

    @GetMapping
    List<ScheduleView> list() {
        return scheduled.list();
    }

    @GetMapping("/{id}")
    ScheduleView one(@PathVariable String id) {
        return scheduled
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "there is no schedule " + id + "; GET /api/schedules lists them"));
    }

    @PostMapping("/{id}/pause")
    ScheduleView pause(@PathVariable String id, HttpServletRequest request) {
        may(id, request, "pausing a schedule");
        return scheduled.pause(id);
    }

    @PostMapping("/{id}/resume")
    ScheduleView resume(@PathVariable String id, HttpServletRequest request) {
        may(id, request, "resuming a schedule");
        return scheduled.resume(id);
    }

    @PostMapping("/{id}/run-now")
    ScheduleView runNow(@PathVariable String id, HttpServletRequest request) {
        may(id, request, "starting a run");
        return scheduled.runNow(id);
    }

    @PutMapping("/{id}")
    ScheduleView change(@PathVariable String id, HttpServletRequest request) {
        may(id, request, "changing a schedule");
        return scheduled.change(id, CampaignText.of(request));
    }

    private void may(String id, HttpServletRequest request, String what) {
        Caller.of(request).mustOperate(what);
        one(id);
    }
}
