package io.mailwright.console;

import io.mailwright.onboarding.Diagrams;
import io.mailwright.onboarding.NextStep;
import io.mailwright.onboarding.Onboarding.NotFound;
import io.mailwright.onboarding.OpenTask;
import io.mailwright.onboarding.People;
import io.mailwright.onboarding.RequestView;
import io.mailwright.onboarding.Requests;
import io.mailwright.onboarding.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what was asked for outside a campaign's plan, {@code /requests/{id}}. */
@ConsolePage
class RequestPages {
    private final Requests requests;
    private final Diagrams diagrams;
    private final Timeline timeline;
    private final NextStep nextStep;
    private final People people;
    private final TaskSheets tasks;
    private final Pages pages;

    RequestPages(
            Requests requests,
            Diagrams diagrams,
            Timeline timeline,
            NextStep nextStep,
            People people,
            TaskSheets tasks,
            Pages pages) {
        this.requests = requests;
        this.diagrams = diagrams;
        this.timeline = timeline;
        this.nextStep = nextStep;
        this.people = people;
        this.tasks = tasks;
        this.pages = pages;
    }

    @GetMapping("/requests/{id}")
    ModelAndView request(
            @PathVariable String id, @RequestParam(required = false) String said, HttpServletRequest request) {
        RequestPage page = page(known(id), Caller.of(request));
        return pages.page(
                request,
                "request",
                page.progress().title(),
                Section.FLEET,
                said == null ? Map.of("page", page) : Map.of("page", page, "said", Said.of(said, Said.About.REQUEST)));
    }

    /** How far it is, for the page that is open. */
    @GetMapping("/requests/{id}/progress")
    ModelAndView progress(@PathVariable String id) {
        return new ModelAndView("request/progress", Map.of("progress", progress(known(id))));
    }

    @PostMapping("/requests/{id}/cancel")
    String cancel(@PathVariable String id, HttpServletRequest request) {
        Caller.of(request).mustOperate("cancelling a request");
        requests.cancel(id);
        return "redirect:/requests/{id}?said=cancelled";
    }

    private RequestPage page(RequestView view, Caller caller) {
        List<OpenTask> open = view.tasks().stream()
                .map(task -> people.find(task.id()).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return new RequestPage(
                progress(view),
                open.stream().map(task -> tasks.of(task, caller)).toList(),
                diagrams.diagram(diagrams.ofRequest(view.id()).get(0)).orElse(null),
                requests.spends(view.id()),
                timeline.ofRequest(view.id()));
    }

    private RequestProgress progress(RequestView view) {
        boolean ended = RequestProgress.ended(view);
        return RequestProgress.of(
                view, nextStep.of(view.id(), view.problem(), !view.tasks().isEmpty(), ended));
    }

    private RequestView known(String id) {
        return requests.find(id).orElseThrow(() -> new NotFound("there is no request " + id));
    }
}
