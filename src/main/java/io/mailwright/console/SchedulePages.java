package io.mailwright.console;

import io.mailwright.onboarding.Onboarding.NotFound;
import io.mailwright.onboarding.ScheduleView;
import io.mailwright.onboarding.Scheduled;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page at {@code /schedules}: what runs next, ran and was missed. */
@ConsolePage
class SchedulePages {
    private static final int SIZE = 20;

    private final Scheduled scheduled;
    private final Pages pages;

    SchedulePages(Scheduled scheduled, Pages pages) {
        this.scheduled = scheduled;
        this.pages = pages;
    }

    @GetMapping("/schedules")
    ModelAndView schedules(@RequestParam(defaultValue = "0") int page, HttpServletRequest request) {
        int number = Math.max(0, page);
        SchedulesPage model = new SchedulesPage(scheduled.page(number, SIZE), number, SIZE, scheduled.count());
        return pages.page(request, "schedules", "Schedules", Section.SCHEDULES, Map.of("page", model));
    }

    @PostMapping("/schedules/{id}/pause")
    String pause(@PathVariable String id, HttpServletRequest request) {
        return change(id, request, "pausing a schedule", scheduled::pause);
    }

    @PostMapping("/schedules/{id}/resume")
    String resume(@PathVariable String id, HttpServletRequest request) {
        return change(id, request, "resuming a schedule", scheduled::resume);
    }

    @PostMapping("/schedules/{id}/run-now")
    String runNow(@PathVariable String id, HttpServletRequest request) {
        return change(id, request, "starting a run", scheduled::runNow);
    }

    private String change(String id, HttpServletRequest request, String what, Function<String, ScheduleView> change) {
        Caller.of(request).mustOperate(what);
        if (scheduled.find(id).isEmpty())
            throw new NotFound("there is no schedule " + id + "; the page Schedules lists them");
        change.apply(id);
        return "redirect:/schedules#" + id;
    }
}
