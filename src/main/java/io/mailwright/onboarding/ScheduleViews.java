package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Firings;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.TakenSlot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together how a campaign with a schedule stands: by its runs. */
@Component
class ScheduleViews {
    private static final int UPCOMING = 5;

    private final ScheduleRecords schedules;
    private final Runs runs;
    private final Schedules steps;
    private final Clock clock;

    ScheduleViews(ScheduleRecords schedules, Runs runs, Schedules steps, Clock clock) {
        this.schedules = schedules;
        this.runs = runs;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * The stage is that of the run under way; between runs it is that of the run to come, {@code checking}.
     *
     * @param own what the row says of itself
     * @param all runs so far, in order
     */
    CampaignView of(CampaignRow row, CampaignView own, List<CampaignView> all) {
        Campaign whole = Campaigns.read(row);
        Optional<CampaignView> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        Optional<CampaignView> current = last.filter(run -> !ended(run));
        boolean over = row.stage().ended();
        return new CampaignView(
                own.id(),
                own.name(),
                over ? own.stage() : current.map(CampaignView::stage).orElse(Stage.CHECKING.word()),
                last.map(CampaignView::planHash).orElse(null),
                new CampaignView.Domains(
                        whole.buy().count() + whole.own().size(),
                        sum(all, run -> run.domains().bought()),
                        sum(all, run -> run.domains().active())),
                new CampaignView.Orders(
                        sum(all, run -> run.orders().placed()),
                        sum(all, run -> run.orders().wanted())),
                new CampaignView.Mailboxes(
                        expected(whole), sum(all, run -> run.mailboxes().ready())),
                cost(all),
                Stream.concat(own.tasks().stream(), all.stream().flatMap(run -> run.tasks().stream()))
                        .toList(),
                own.lastChecked(),
                own.problem() != null
                        ? own.problem()
                        : current.map(CampaignView::problem).orElse(null),
                all.stream().flatMap(run -> run.changes().stream()).toList(),
                new CampaignView.Schedule(
                        next(row, whole),
                        schedules.of(row.id()).paused(),
                        missed(row.id(), whole),
                        runs(row.id(), whole, all)));
    }

    /** @param campaign as {@link #of} has it */
    ScheduleView schedule(CampaignRow row, CampaignView campaign, List<CampaignView> all) {
        Campaign whole = Campaigns.read(row);
        return new ScheduleView(
                row.id(),
                row.name(),
                campaign.stage(),
                when(whole.schedule()),
                whole.schedule().zone().getId(),
                whole.schedule().perRun(),
                campaign.schedule().paused(),
                campaign.schedule().next(),
                upcoming(whole, campaign.schedule()),
                campaign.schedule().missed(),
                campaign.schedule().runs(),
                new ScheduleView.Domains(
                        campaign.domains().wanted(), runs.taken(row.id()).size()),
                all.stream()
                        .map(run -> new ScheduleView.Run(run.id(), run.name(), run.stage()))
                        .toList(),
                campaign.tasks(),
                campaign.problem());
    }

    private Instant next(CampaignRow row, Campaign whole) {
        boolean waits = !row.stage().ended() && !row.stopped();
        return waits && !schedules.of(row.id()).paused() && !steps.done(row.id()) ? steps.due(row.id()) : null;
    }

    private List<Instant> upcoming(Campaign whole, CampaignView.Schedule schedule) {
        if (schedule.next() == null) return List.of();
        Instant now = clock.instant();
        Firings firings = new Firings(whole.schedule());
        Instant first = schedule.next();
        long left = Math.max(
                1, Math.min(UPCOMING, schedule.runs().wanted() - schedule.runs().done()));
        return Stream.iterate(
                        Optional.of(first),
                        time -> time.flatMap(before -> firings.after(before.isBefore(now) ? now : before)))
                .limit(left)
                .flatMap(Optional::stream)
                .toList();
    }

    private int missed(String id, Campaign whole) {
        ScheduleRecords.Progress progress = schedules.of(id);
        boolean over = steps.done(id);
        int passed = over ? 0 : new Firings(whole.schedule()).passed(progress.answeredTo(), clock.instant());
        return progress.missed() + Math.max(0, passed - 1);
    }

    private CampaignView.Runs runs(String id, Campaign whole, List<CampaignView> all) {
        List<TakenSlot> taken = runs.taken(id);
        int done = sum(all, run -> run.stage().equals(Stage.ONBOARDED.word()) ? 1 : 0);
        int planned = sum(all, run -> !ended(run) && run.planHash() != null ? 1 : 0);
        int perRun = whole.schedule().perRun();
        int left = (ScheduledRun.left(whole, taken) + perRun - 1) / perRun;
        return new CampaignView.Runs(done, done + planned + (left == 0 && !steps.done(id) ? 1 : left));
    }

    private static boolean ended(CampaignView run) {
        return Stage.of(run.stage()).ended();
    }

    private static int expected(Campaign whole) {
        return whole.providers().entrySet().stream()
                .mapToInt(type -> type.getValue() * type.getKey().aliasesPerDomain())
                .sum();
    }

    private static CampaignView.Cost cost(List<CampaignView> all) {
        List<CampaignView.Cost> costs = all.stream()
                .filter(run -> !ended(run) || run.stage().equals(Stage.ONBOARDED.word()))
                .map(CampaignView::cost)
                .filter(Objects::nonNull)
                .toList();
        return costs.isEmpty()
                ? null
                : new CampaignView.Cost(
                        dollars(costs, CampaignView.Cost::now), dollars(costs, CampaignView.Cost::monthly));
    }

    private static BigDecimal dollars(List<CampaignView.Cost> costs, Function<CampaignView.Cost, BigDecimal> which) {
        return costs.stream().map(which).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int sum(List<CampaignView> runs, ToIntFunction<CampaignView> count) {
        return runs.stream().mapToInt(count).sum();
    }

    private static String when(Schedule schedule) {
        if (schedule.cron() != null) return schedule.cron();
        long minutes = schedule.every().toMinutes();
        Map.Entry<Long, String> every = minutes % 1440 == 0
                ? Map.entry(minutes / 1440, "day")
                : minutes % 60 == 0 ? Map.entry(minutes / 60, "hour") : Map.entry(minutes, "minute");
        return "from %s every %s %s%s"
                .formatted(schedule.start(), every.getKey(), every.getValue(), every.getKey() == 1 ? "" : "s");
    }
}
