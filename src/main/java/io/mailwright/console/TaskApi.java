package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mailwright.onboarding.OpenTask;
import io.mailwright.onboarding.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/tasks}: what waits for people, and their decisions; the same as in Tasklist. */
@RestController
@RequestMapping("/api/tasks")
class TaskApi {
    private static final int MOST = 500;

    private final People people;

    TaskApi(People people) {
        this.people = people;
    }

    /** @param total of all pages */
    record Page(List<OpenTask> tasks, long total) {}

    record Shown(@JsonUnwrapped OpenTask task, Map<String, Object> facts) {}

    record Answer(String decision, String comment, String reference) {}

    record Decided(String id, String decision, String campaign) {}

    @GetMapping
    Page list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "page counts from 0, and size is 1 to " + MOST + " tasks a page");
        }
        return new Page(people.open(page, size), people.count());
    }

    @GetMapping("/{id}")
    Shown one(@PathVariable String id) {
        return new Shown(open(id), people.facts(id));
    }

    @PostMapping("/{id}")
    Decided decide(@PathVariable String id, @RequestBody Answer answer, HttpServletRequest request) {
        Caller caller = Caller.of(request);
        String campaign = people.find(id).map(OpenTask::campaign).orElse(null);
        people.decide(id, answer.decision(), answer.comment(), answer.reference(), caller.name(), caller.groups());
        return new Decided(id, answer.decision(), campaign);
    }

    private OpenTask open(String id) {
        return people.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        NOT_FOUND, "task " + id + " is not open; GET /api/tasks lists those that are"));
    }
}
