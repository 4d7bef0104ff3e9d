package io.mailwright.console;

import io.mailwright.onboarding.OpenTask;
import io.mailwright.onboarding.People;
import io.mailwright.onboarding.TaskForms;
import java.util.List;
import org.springframework.stereotype.Component;

/** Open tasks with their forms, as somebody in particular sees them. */
@Component
class TaskSheets {
    private final People people;
    private final TaskForms forms;

    TaskSheets(People people, TaskForms forms) {
        this.people = people;
        this.forms = forms;
    }

    /** Those of a campaign. */
    List<TaskSheet> of(String campaign, Caller caller) {
        return people.of(campaign).stream().map(task -> of(task, caller)).toList();
    }

    TaskSheet of(OpenTask task, Caller caller) {
        boolean may = caller.groups().contains("camunda-admin")
                || task.groups().stream().anyMatch(caller.groups()::contains);
        return new TaskSheet(task, forms.of(task), may, about(task));
    }

    /** The page of what it is about, or null. */
    private String about(OpenTask task) {
        String link = forms.link(task);
        if (link != null && link.startsWith("/api/pending-forms")) return "/forms";
        if (link != null) return link.replaceFirst("^/api/", "/");
        return task.campaign() == null ? null : "/campaigns/" + task.campaign();
    }
}
