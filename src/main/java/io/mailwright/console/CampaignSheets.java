package io.mailwright.console;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Comparison;
import io.mailwright.onboarding.Diagrams;
import io.mailwright.onboarding.Exports;
import io.mailwright.onboarding.Holdings;
import io.mailwright.onboarding.NextStep;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.Onboarding.NotFound;
import io.mailwright.onboarding.Origin;
import io.mailwright.onboarding.Scheduled;
import io.mailwright.onboarding.Stage;
import io.mailwright.onboarding.Timeline;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what a campaign's page shows. */
@Component
class CampaignSheets {
    private final Onboarding onboarding;
    private final Holdings holdings;
    private final Diagrams diagrams;
    private final Timeline timeline;
    private final Comparison comparison;
    private final Exports exports;
    private final NextStep nextStep;
    private final Scheduled scheduled;
    private final TaskSheets tasks;

    CampaignSheets(
            Onboarding onboarding,
            Holdings holdings,
            Diagrams diagrams,
            Timeline timeline,
            Comparison comparison,
            Exports exports,
            NextStep nextStep,
            Scheduled scheduled,
            TaskSheets tasks) {
        this.onboarding = onboarding;
        this.holdings = holdings;
        this.diagrams = diagrams;
        this.timeline = timeline;
        this.comparison = comparison;
        this.exports = exports;
        this.nextStep = nextStep;
        this.scheduled = scheduled;
        this.tasks = tasks;
    }

    CampaignPage page(String id, int diagram, Caller caller) {
        CampaignView view = view(id);
        List<Diagrams.Subject> subjects = diagrams.of(id);
        int chosen = diagram >= 0 && diagram < subjects.size() ? diagram : 0;
        List<Holdings.Order> orders = holdings.of(id);
        Origin origin = holdings.origin(id).orElseThrow();
        return new CampaignPage(
                progress(view),
                origin,
                tasks.of(id, caller),
                subjects,
                chosen,
                diagrams.diagram(subjects.get(chosen)).orElse(null),
                onboarding
                        .plan(id)
                        .map(plan -> PlanSheet.of(plan, origin, orders))
                        .orElse(null),
                onboarding.spends(id),
                timeline.of(id),
                orders,
                holdings.openRequests(id),
                view.schedule() == null ? null : scheduled.find(id).orElse(null),
                view.orders().placed() == 0 ? null : comparison.of(id),
                exports.gone(id),
                view.mailboxes().ready() == 0 ? List.of() : onboarding.exports(id));
    }

    CampaignProgress progress(String id) {
        return progress(view(id));
    }

    private CampaignProgress progress(CampaignView view) {
        boolean ended = Stage.of(view.stage()).ended();
        boolean warmAlone = view.planHash() != null
                && onboarding
                        .plan(view.id())
                        .filter(plan -> plan.plan().orders().isEmpty())
                        .isPresent();
        return CampaignProgress.of(
                view,
                holdings.origin(view.id()).orElseThrow(),
                warmAlone,
                nextStep.of(view.id(), view.problem(), !view.tasks().isEmpty(), ended),
                timeline.goesOn(view.id()),
                timeline.mark(view.id()));
    }

    PlanSheet plan(String id) {
        view(id);
        Optional<PlanSheet> plan = onboarding
                .plan(id)
                .map(one -> PlanSheet.of(one, holdings.origin(id).orElseThrow(), holdings.of(id)));
        return plan.orElseThrow(() -> new NotFound("campaign " + id + " has no plan yet"));
    }

    private CampaignView view(String id) {
        return onboarding
                .find(id)
                .orElseThrow(() -> new NotFound("there is no campaign " + id + "; the fleet lists them all"));
    }
}
