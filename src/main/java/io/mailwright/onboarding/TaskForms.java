package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The forms of open tasks, filled with what the tasks show. */
@Service
public class TaskForms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final People people;
    private final Processes processes;

    TaskForms(People people, Processes processes) {
        this.people = people;
        this.processes = processes;
    }

    public TaskForm of(OpenTask task) {
        Map<String, Object> facts = people.facts(task.id());
        return processes
                .form(task.id())
                .map(form -> read(form, facts))
                .filter(form -> !form.decisions().isEmpty())
                .orElseGet(() -> TaskForm.plain(facts, task.decisions()));
    }

    /** Where what it is about is shown as JSON, or null. */
    public String link(OpenTask task) {
        Object link = people.facts(task.id()).get("link");
        return link == null || link.toString().isEmpty() ? null : link.toString();
    }

    private static TaskForm read(byte[] form, Map<String, Object> facts) {
        try {
            return TaskForm.of(JSON.readTree(form), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
