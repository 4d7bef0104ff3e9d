package io.mailwright.console;

import io.mailwright.onboarding.People;
import io.mailwright.onboarding.parts.PartWaits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What waits for people, {@code /tasks}, and each question with what is to be known before it is answered. */
@ConsolePage
class TaskPages {
    private static final int SIZE = 50;

    private final People people;
    private final PartWaits parts;
    private final TaskSheets sheets;
    private final Pages pages;

    TaskPages(People people, PartWaits parts, TaskSheets sheets, Pages pages) {
        this.people = people;
        this.parts = parts;
        this.sheets = sheets;
        this.pages = pages;
    }

    @GetMapping("/tasks")
    ModelAndView tasks(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) String said,
            HttpServletRequest request) {
        long total = people.count();
        int last = (int) Math.max(0, (total - 1) / SIZE);
        int shown = Math.min(Math.max(0, page), last);
        WaitingTasks waiting = new WaitingTasks(people.open(shown, SIZE), total, shown, last + 1, parts.all());
        return pages.page(
                request,
                "tasks",
                "Tasks",
                Section.TASKS,
                said == null
                        ? Map.of("waiting", waiting)
                        : Map.of("waiting", waiting, "said", Said.of(said, Said.About.CAMPAIGN)));
    }

    @GetMapping("/tasks/{id}")
    ModelAndView task(@PathVariable String id, HttpServletRequest request) {
        TaskSheet sheet = sheets.of(people.known(id), Caller.of(request));
        return pages.page(request, "task", sheet.task().question(), Section.TASKS, Map.of("sheet", sheet));
    }

    @PostMapping("/tasks/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(required = false) String comment,
            @RequestParam(required = false) String reference,
            HttpServletRequest request) {
        Caller caller = Caller.of(request);
        TaskSheet sheet = sheets.of(people.known(id), caller);
        people.decide(id, decision, text(comment), text(reference), caller.name(), caller.groups());
        String about = sheet.about();
        return "redirect:"
                + UriComponentsBuilder.fromPath(about == null || about.equals("/forms") ? "/tasks" : about)
                        .queryParam("said", "{said}")
                        .encode()
                        .buildAndExpand(sheet.task().key() + ":" + decision);
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
