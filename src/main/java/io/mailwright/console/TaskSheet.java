package io.mailwright.console;

import io.mailwright.onboarding.OpenTask;
import io.mailwright.onboarding.TaskForm;

/**
 * A task with what it shows.
 *
 * @param may whether the one who looks may decide it
 * @param about the page of what it is about, or null
 */
public record TaskSheet(OpenTask task, TaskForm form, boolean may, String about) {
    /** Who may decide, in a person's words. */
    public String whose() {
        return task.groups().isEmpty() ? "those whom its model names" : String.join(" or ", task.groups());
    }
}
