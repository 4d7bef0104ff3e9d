package io.mailwright.console;

import io.mailwright.onboarding.OpenTask;
import java.util.List;

/**
 * A page of what waits.
 *
 * @param page from 0, of {@code pages}
 */
public record WaitingTasks(List<OpenTask> tasks, long total, int page, int pages) {}
