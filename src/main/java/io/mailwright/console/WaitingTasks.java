package io.mailwright.console;

import io.mailwright.onboarding.OpenTask;
import io.mailwright.onboarding.parts.WaitingPart;
import java.util.List;

/**
 * A page of what waits.
 *
 * @param page from 0, of {@code pages}
 * @param parts of designers' processes, that wait by themselves
 */
public record WaitingTasks(List<OpenTask> tasks, long total, int page, int pages, List<WaitingPart> parts) {}
