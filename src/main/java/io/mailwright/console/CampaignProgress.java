package io.mailwright.console;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.NextStep.Next;
import io.mailwright.onboarding.Origin;
import io.mailwright.onboarding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a campaign is; the part of its page that is fetched again and again.
 *
 * @param now what happens at this stage, in a sentence
 * @param live whether anything more is to be expected without somebody beginning it
 * @param revision changes when the rest of the page has to be fetched again
 */
public record CampaignProgress(
        CampaignView view, List<Stop> stops, String now, Notice notice, boolean live, String revision) {
    private static final Set<Stage> OF_A_FORM =
            EnumSet.of(Stage.CHECKING, Stage.AWAITING_APPROVAL, Stage.SUBMITTING, Stage.PROVISIONING, Stage.ONBOARDED);
    private static final Set<Stage> OF_WARM_ONES = EnumSet.of(
            Stage.CHECKING,
            Stage.SEARCHING,
            Stage.AWAITING_APPROVAL,
            Stage.BUYING,
            Stage.PROVISIONING,
            Stage.ONBOARDED);

    /** A stage of the lifecycle: {@code done}, {@code current} or {@code ahead}. */
    public record Stop(String label, String state) {}

    /**
     * What stands in the way, and the one next step.
     *
     * @param look {@code good warn bad}, or "" for what is nobody's to do
     */
    public record Notice(String look, String problem, String next, String link, String linkText) {}

    /**
     * @param runs whether its processes have not ended yet
     * @param events changes when more has happened
     */
    static CampaignProgress of(
            CampaignView view, Origin origin, boolean warmAlone, Next next, boolean runs, long events) {
        Stage stage = Stage.of(view.stage());
        boolean live = !stage.ended() || runs || !view.tasks().isEmpty();
        return new CampaignProgress(
                view,
                view.schedule() == null ? stops(stage, origin, warmAlone) : List.of(),
                now(view, stage),
                notice(view, next),
                live,
                Integer.toHexString((view.stage()
                                + view.planHash()
                                + view.domains()
                                + view.orders()
                                + view.mailboxes()
                                + view.tasks().stream()
                                        .map(CampaignView.Task::id)
                                        .toList()
                                + runs
                                + events)
                        .hashCode()));
    }

    private static List<Stop> stops(Stage stage, Origin origin, boolean warmAlone) {
        Set<Stage> passes = origin.form() != null
                ? OF_A_FORM
                : warmAlone ? OF_WARM_ONES : EnumSet.range(Stage.CHECKING, Stage.ONBOARDED);
        if (stage.ended() && stage != Stage.ONBOARDED) return List.of(new Stop(Show.words(stage.word()), "current"));
        return passes.stream()
                .map(one -> new Stop(
                        Show.words(one.word()),
                        one == stage ? "current" : one.ordinal() < stage.ordinal() ? "done" : "ahead"))
                .toList();
    }

    private static String now(CampaignView view, Stage stage) {
        if (view.schedule() != null && !stage.ended()) return schedule(view.schedule());
        return switch (stage) {
            case CHECKING -> "The file is checked against the vendor.";
            case SEARCHING -> "Names are searched and priced at the vendor; nothing is bought.";
            case AWAITING_APPROVAL -> "Nothing is bought before somebody approves the plan below.";
            case BUYING -> "The approved names are bought.";
            case REGISTERING -> "The names are bought; the vendor registers them.";
            case ORDERING -> "The mailboxes are ordered.";
            case AWAITING_PAYMENT -> "The order is placed; the vendor's payment is awaited.";
            case SUBMITTING -> "The order is paid; its names and aliases are submitted.";
            case PROVISIONING -> "The vendor makes the mailboxes.";
            case ONBOARDED -> "All mailboxes are ready and handed over.";
            case REJECTED -> "The plan was rejected; nothing was bought for it.";
            case CANCELLED ->
                "It was cancelled; nothing more is bought. What was ordered before goes on and costs money.";
            case FAILED -> "It ended without its mailboxes; nothing more is bought.";
        };
    }

    private static String schedule(CampaignView.Schedule schedule) {
        if (schedule.paused()) return "The schedule is paused: no run begins.";
        return schedule.next() == null
                ? "No further run is due."
                : "The next run is due " + Show.due(schedule.next(), "after the run under way") + ", for "
                        + Show.time(schedule.next()) + ".";
    }

    private static Notice notice(CampaignView view, Next next) {
        if (view.problem() == null) return null;
        return switch (next.kind()) {
            case ANSWER ->
                new Notice(
                        "warn",
                        view.problem(),
                        "Somebody has to answer",
                        "#waits",
                        view.tasks().get(0).question());
            case ELSEWHERE ->
                new Notice("warn", view.problem(), "Somebody has to do that; then it goes on by itself.", null, null);
            case FINAL ->
                Stage.of(view.stage()) == Stage.ONBOARDED
                        ? new Notice(
                                "",
                                view.problem(),
                                "Everything else is ready; nothing more happens by itself.",
                                null,
                                null)
                        : new Notice(
                                "bad",
                                view.problem(),
                                "That is final. Mend the file and start it anew:",
                                "/playground?from=" + view.id(),
                                "open it in the playground");
            case BY_ITSELF ->
                new Notice(
                        "",
                        view.problem(),
                        "Nobody has to do anything: it is "
                                + (next.at() == null
                                        ? "looked at again with the next look at the vendor."
                                        : "tried again by itself " + Show.due(next.at(), "now") + "."),
                        null,
                        null);
        };
    }
}
