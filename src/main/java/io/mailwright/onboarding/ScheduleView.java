package io.mailwright.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * A schedule as people and programs see it: the JSON of {@code GET /api/schedules/{id}}.
 *
 * @param id the campaign's
 * @param when {@code 0 9 * * MON}, or {@code from 2026-03-02 every 2 days}
 * @param next when the next run is due, in the past while it waits for the end of another; null when it is paused or over
 * @param upcoming that and the firings after it, at most five and no more than there will be runs
 * @param missed firings that no run answers
 * @param campaigns the runs so far, in order
 * @param tasks of the schedule and of its runs
 */
public record ScheduleView(
        String id,
        String name,
        String stage,
        String when,
        String zone,
        int perRun,
        boolean paused,
        Instant next,
        List<Instant> upcoming,
        int missed,
        CampaignView.Runs runs,
        Domains domains,
        List<Run> campaigns,
        List<CampaignView.Task> tasks,
        String problem) {

    /** @param taken by runs so far; the others are left to later ones */
    public record Domains(int wanted, int taken) {}

    /** A campaign of its own: all that can be asked of campaigns can be asked of it. */
    public record Run(String id, String name, String stage) {}
}
