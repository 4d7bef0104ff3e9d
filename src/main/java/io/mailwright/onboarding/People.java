package io.mailwright.onboarding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What waits for people, and what they decide: the questions that Tasklist shows, for console and command line. */
@Service
public class People {
    private static final int LONGEST = 4_000;

    private final OpenTasks open;
    private final Processes processes;

    People(OpenTasks open, Processes processes) {
        this.open = open;
        this.processes = processes;
    }

    /** The question does not take that answer; the message says what it takes (HTTP 400). */
    public static class NoAnswer extends IllegalArgumentException {
        NoAnswer(String message) {
            super(message);
        }
    }

    /** Overdue ones first, then by their deadline. @param page 0, 1 … */
    public List<OpenTask> open(int page, int size) {
        return open.page(page, size);
    }

    public long count() {
        return open.count();
    }

    /** Of a campaign, its runs, and requests about it. */
    public List<OpenTask> of(String campaign) {
        return open.of(campaign);
    }

    public Optional<OpenTask> find(String id) {
        return open.find(id);
    }

    /**
     * @throws Onboarding.NotFound when there never was such a task
     * @throws Onboarding.Conflict when it is decided already
     */
    public OpenTask known(String id) {
        return find(id).orElseThrow(() -> gone(id));
    }

    /** What the task's form shows, by name: texts, and tables as lists of rows; empty when there is no such task. */
    public Map<String, Object> facts(String id) {
        return processes.task(id).map(processes::facts).orElse(Map.of());
    }

    /**
     * Completes the task as Tasklist does. What a task asks never changes while it is open, so that its id stands for
     * exactly the plan that it shows.
     *
     * @param comment or null
     * @param reference or null
     * @throws Onboarding.NotFound when there never was such a task
     * @throws Onboarding.Conflict when it is decided already, or what was said beside the decision does not fit
     * @throws Onboarding.NotAllowed when it is not the user's to decide
     * @throws NoAnswer when it is no decision of this task
     */
    public void decide(String id, String decision, String comment, String reference, String user, List<String> groups) {
        OpenTask task = known(id);
        boolean first = processes
                .task(id)
                .filter(open -> processes.whileOpen(open, () -> {
                    if (!processes.isFor(open, user, groups)) throw notAllowed(task, user);
                    Map<String, Object> said = said(task, decision, comment, reference);
                    processes.inTheNameOf(user, () -> processes.complete(open, said));
                }))
                .isPresent();
        if (!first) throw gone(id);
    }

    private static Map<String, Object> said(OpenTask task, String decision, String comment, String reference) {
        if (!task.decisions().isEmpty()
                && (decision == null || !task.decisions().contains(decision)))
            throw new NoAnswer((decision == null ? "no decision was given" : "'" + decision + "' is no decision here")
                    + "; this task takes " + String.join(", ", task.decisions()));
        Map<String, Object> said = new HashMap<>();
        said.put("decision", decision);
        said.put("comment", comment);
        said.put("reference", reference);
        said.forEach((name, text) -> {
            if (text != null && text.toString().length() > LONGEST)
                throw new NoAnswer(name + " is longer than " + LONGEST + " characters; shorten it");
        });
        return said;
    }

    private static Onboarding.NotAllowed notAllowed(OpenTask task, String user) {
        String whose = task.groups().isEmpty()
                ? "those whom its model names"
                : "members of " + String.join(" or ", task.groups());
        return new Onboarding.NotAllowed(
                "only " + whose + " may decide '" + task.question() + "'; " + user + " is not one of them");
    }

    private RuntimeException gone(String id) {
        return processes.wasTask(id)
                ? new Onboarding.Conflict(
                        "this task was decided, or taken back, already; its campaign shows what counts now")
                : new Onboarding.NotFound("there is no task " + id + "; GET /api/tasks lists those that are open");
    }

    /** Tasks of a time before the rows were kept; none that ends meanwhile stays behind. */
    @EventListener(ApplicationReadyEvent.class)
    void complete() {
        List<String> tasks = processes.openTasks();
        Set<String> known = new HashSet<>(open.ids());
        tasks.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> processes.opened(id).ifPresent(this::keep));
        open.ids().stream().filter(id -> processes.task(id).isEmpty()).forEach(open::ended);
    }

    private void keep(OpenTasks.Opened task) {
        try {
            open.keep(task);
        } catch (DuplicateKeyException keptByAnother) {
            return;
        }
    }
}
