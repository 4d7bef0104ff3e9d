package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Firings;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.TakenSlot;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts the runs of campaigns with a schedule. A firing that comes while a run is unfinished waits for its end; firings
 * that nobody answered, for whatever reason, are answered by one run together, and the others of them are missed.
 */
@Step("schedules")
class Schedules {
    private static final Duration SETTLED_SOON = Duration.ofSeconds(10);

    private final Records records;
    private final ScheduleRecords schedules;
    private final Runs runs;
    private final Attempting attempting;
    private final Campaigns campaigns;
    private final Clock clock;

    Schedules(
            Records records,
            ScheduleRecords schedules,
            Runs runs,
            Attempting attempting,
            Campaigns campaigns,
            Clock clock) {
        this.records = records;
        this.schedules = schedules;
        this.runs = runs;
        this.attempting = attempting;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Makes a new campaign's schedule, in the caller's transaction. */
    void open(String id, Campaign campaign) {
        schedules.open(id, new Firings(campaign.schedule()).from(clock.instant()));
    }

    /** Whether the runs have taken all that the file buys and owns. */
    public boolean done(String id) {
        Campaign whole = Campaigns.read(records.campaign(id));
        List<TakenSlot> taken = runs.taken(id);
        List<String> names = taken.stream().map(TakenSlot::domain).toList();
        return ScheduledRun.left(whole, taken) == 0
                && whole.own().stream().allMatch(own -> names.contains(own.domain()));
    }

    public boolean paused(String id) {
        return schedules.of(id).paused();
    }

    /** When the next run is due; in the past when it should have begun already. */
    public Date next(String id) {
        return Date.from(due(id));
    }

    Instant due(String id) {
        ScheduleRecords.Progress progress = schedules.of(id);
        if (progress.asked() != null) return progress.asked();
        return firings(id)
                .after(progress.answeredTo())
                .orElseThrow(() -> new IllegalStateException("the schedule of campaign " + id + " never comes again"));
    }

    Firings firings(String id) {
        return new Firings(Campaigns.read(records.campaign(id)).schedule());
    }

    /**
     * Makes the next run's campaign, with the file's text as it is now. Nothing when there is no reason to; later, while
     * calls of a cancelled run have no known outcome. In the engine's transaction, so that no run is without its process.
     */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void begin(String id) {
        CampaignRow row = records.campaign(id);
        attempting.of(row, () -> {
            Instant now = clock.instant();
            if (row.stopped() || paused(id) || done(id) || due(id).isAfter(now)) return;
            Optional<CampaignRow> last = schedules.lastRun(id).map(records::campaign);
            if (last.isPresent() && !last.get().stage().ended())
                throw new TryAgainAt(now.plus(SETTLED_SOON), "run " + last.get().name() + " is not at its end yet");
            mustFit(row);
            insert(row, free(row));
            answer(id, now);
        });
    }

    /** Here a person mends it by changing the schedule's file. */
    private void mustFit(CampaignRow row) {
        try {
            runs.of(row);
        } catch (BusinessFailure refused) {
            throw new BusinessFailure(
                    "problem",
                    refused.getMessage() + "; change the schedule's file (docs/schedules.md), then try again");
        }
    }

    private void answer(String id, Instant now) {
        ScheduleRecords.Progress progress = schedules.of(id);
        Firings firings = firings(id);
        int passed = firings.passed(progress.answeredTo(), now);
        schedules.answered(id, firings.latest(progress.answeredTo(), now), progress.missed() + Math.max(0, passed - 1));
    }

    /** A number whose name no other campaign has. */
    private ScheduleRecords.Run free(CampaignRow row) {
        Campaign whole = Campaigns.read(row);
        ScheduleRecords.Run run = runs.next(row.id());
        while (records.living(liveName(whole, run)).isPresent())
            run = new ScheduleRecords.Run(run.parent(), run.number() + 1);
        return run;
    }

    private void insert(CampaignRow row, ScheduleRecords.Run run) {
        Campaign whole = Campaigns.read(row);
        String id = row.id() + "-r" + run.number();
        records.insert(id, ScheduledRun.name(whole, run.number()), liveName(whole, run), row.text(), "the schedule");
        schedules.isRun(id, run);
    }

    private static String liveName(Campaign whole, ScheduleRecords.Run run) {
        return CampaignNames.live(whole.workspace(), ScheduledRun.name(whole, run.number()));
    }

    /** Whether the last run is to be onboarded. */
    public boolean begun(String id) {
        return schedules
                .lastRun(id)
                .map(records::campaign)
                .filter(run -> !run.stage().ended() && !run.stopped())
                .isPresent();
    }

    /** The id of the run that is onboarded now. */
    public String run(String id) {
        return schedules.lastRun(id).orElseThrow();
    }

    /** Everything is taken. What runs that were not onboarded had bought is said; with nothing else it is cancelled. */
    public void finished(String id) {
        List<CampaignRow> all =
                schedules.runs(id).stream().map(records::campaign).toList();
        if (all.stream().noneMatch(run -> run.stage() == Stage.ONBOARDED)) {
            cancelled(id);
            return;
        }
        String others = all.stream()
                .filter(run -> run.stage() != Stage.ONBOARDED && schedules.approved(run.id()))
                .map(CampaignRow::name)
                .collect(Collectors.joining(", "));
        records.aside(() -> {
            records.problem(
                    id,
                    others.isEmpty()
                            ? null
                            : others
                                    + " ended without all mailboxes; what was bought there counts, and stays at the vendor");
            records.stage(id, Stage.ONBOARDED);
        });
    }

    /** Stops the schedule and the run that is under way. */
    public void cancelled(String id) {
        for (String run : schedules.runs(id)) if (!records.campaign(run).stage().ended()) campaigns.cancelled(run);
        campaigns.cancelled(id);
    }
}
