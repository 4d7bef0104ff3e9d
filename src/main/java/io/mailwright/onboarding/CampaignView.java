package io.mailwright.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A campaign as people and programs see it: the JSON of {@code GET /api/campaigns/{id}}.
 *
 * @param stage one of {@link Stage#word()}
 * @param planHash null before there is a plan
 * @param cost null before there is a plan
 * @param lastChecked when the vendor was last read for it, or null
 * @param problem what stands in the way, in plain words, or null
 * @param changes what became of its domains after they were handed over, in the order in which it happened
 * @param schedule null without one; what is counted beside it is that of all runs so far
 */
public record CampaignView(
        String id,
        String name,
        String stage,
        String planHash,
        Domains domains,
        Orders orders,
        Mailboxes mailboxes,
        Cost cost,
        List<Task> tasks,
        Instant lastChecked,
        String problem,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Changed> changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Schedule schedule) {

    /**
     * @param next when the next run is due, in the past while it waits for the end of another; null when it is paused or over
     * @param missed firings that no run answers
     * @param runs how many have ended onboarded, and how many there will be in all if every other one is
     */
    public record Schedule(Instant next, boolean paused, int missed, Runs runs) {}

    public record Runs(int done, int wanted) {}

    public record Domains(int wanted, int bought, int active) {}

    public record Orders(int placed, int wanted) {}

    public record Mailboxes(int expected, int ready) {}

    /**
     * @param domain its name since then
     * @param replaces the name that stood in its place before, or null
     * @param redirect where it leads since then, "" nowhere; null: that was not changed
     * @param request the id of the request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Changed(String domain, String replaces, String redirect, Instant since, String request) {}

    /** Dollars. */
    public record Cost(BigDecimal now, BigDecimal monthly) {}

    /**
     * Something a person is asked.
     *
     * @param key the task definition key, e.g. {@code approvePlan}
     * @param due null when there is none
     */
    public record Task(String id, String key, String question, List<String> decisions, Instant due) {}
}
