package io.mailwright.console;

import io.mailwright.onboarding.Diagrams;
import io.mailwright.onboarding.SpendsView;
import io.mailwright.onboarding.Timeline;
import java.util.List;

/**
 * All of a request's page.
 *
 * @param shown its diagram, or null when the engine has forgotten it
 * @param timeline latest first
 */
public record RequestPage(
        RequestProgress progress,
        List<TaskSheet> waits,
        Diagrams.Diagram shown,
        SpendsView spends,
        List<Timeline.Entry> timeline) {}
