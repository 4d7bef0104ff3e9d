package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Firings;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.TakenSlot;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.onboarding.Onboarding.Conflict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What console and command line do with schedules. */
@Service
public class Scheduled {
    private final Records records;
    private final ScheduleRecords schedules;
    private final Schedules steps;
    private final Runs runs;
    private final Views views;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scheduled(
            Records records,
            ScheduleRecords schedules,
            Schedules steps,
            Runs runs,
            Views views,
            Processes processes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.schedules = schedules;
        this.steps = steps;
        this.runs = runs;
        this.views = views;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The youngest first. */
    public List<ScheduleView> list() {
        return schedules.all().stream()
                .map(records::campaign)
                .map(views::schedule)
                .toList();
    }

    /** The youngest first. @param page from 0 */
    public List<ScheduleView> page(int page, int size) {
        return schedules.page(page, size).stream()
                .map(records::campaign)
                .map(views::schedule)
                .toList();
    }

    public long count() {
        return schedules.count();
    }

    public Optional<ScheduleView> find(String id) {
        return schedules.find(id).map(there -> views.schedule(records.campaign(id)));
    }

    /** No run begins until it is resumed; one that is under way goes on. */
    public ScheduleView pause(String id) {
        return changed(id, () -> schedules.paused(id, true));
    }

    /** Firings that passed meanwhile are answered by one run at once. */
    public ScheduleView resume(String id) {
        return changed(id, () -> schedules.paused(id, false));
    }

    /** A run besides; after the one that is under way, if there is one. */
    public ScheduleView runNow(String id) {
        return changed(id, () -> {
            if (schedules.of(id).paused()) throw new Conflict("the schedule is paused; resume it, then run it");
            if (steps.done(id))
                throw new Conflict("the runs have taken all that the file asks for; there is nothing left");
            schedules.runNow(id, clock.instant());
        });
    }

    /**
     * Another file for the runs that are not begun.
     *
     * @throws io.mailwright.dsl.CampaignErrors when it can't be read
     * @throws Conflict when it is another campaign's, or asks for less than runs have taken
     */
    public ScheduleView change(String id, String text) {
        Campaign campaign = CampaignReader.readToStart(text);
        return changed(id, () -> {
            CampaignRow row = records.campaign(id);
            Schedule before = Campaigns.read(row).schedule();
            mayBecome(id, campaign);
            records.text(id, CampaignNames.live(campaign), row.name(), text);
            if (!sameTimes(before, campaign.schedule()))
                schedules.answered(
                        id,
                        schedules.runs(id).isEmpty()
                                ? new Firings(campaign.schedule()).from(clock.instant())
                                : clock.instant(),
                        schedules.of(id).missed());
        });
    }

    private ScheduleView changed(String id, Runnable change) {
        processes.persist(() -> transaction.executeWithoutResult(tx -> {
            CampaignRow row = records.campaign(id);
            if (row.stopped() || row.stage().ended())
                throw new Conflict("the schedule is over; the campaign is "
                        + (row.stage().ended() ? row.stage().word() : "being cancelled"));
            change.run();
            processes.tell(id, "scheduleChanged");
        }));
        return views.schedule(records.campaign(id));
    }

    private static boolean sameTimes(Schedule one, Schedule other) {
        return new Schedule(one.cron(), one.start(), one.every(), other.perRun(), one.zone()).equals(other);
    }

    /** Whether a text may take the place of a campaign's, as far as schedules go. @throws Conflict saying why not */
    void mayBecome(String id, Campaign campaign) {
        Optional<ScheduleRecords.Run> run = schedules.run(id);
        String parent = run.map(ScheduleRecords.Run::parent).orElse(id);
        if (schedules.find(parent).isEmpty()) {
            if (campaign.schedule() != null)
                throw new Conflict("a campaign that runs can't get a 'schedule'; take the line out, or cancel this"
                        + " campaign and start the file anew");
            return;
        }
        CampaignRow row = records.campaign(parent);
        if (campaign.schedule() == null)
            throw new Conflict("the campaign has a schedule, but the file has none; write its 'schedule' line");
        if (!CampaignNames.live(campaign).equals(CampaignNames.live(Campaigns.read(row))))
            throw new Conflict("the file must name the same campaign, '" + row.name()
                    + "', and the same workspace; start another campaign with a file of its own");
        List<TakenSlot> taken =
                run.isPresent() ? runs.before(records.campaign(id)).slots() : runs.taken(parent);
        try {
            ScheduledRun.of(campaign, 1, taken, false);
        } catch (IllegalArgumentException uneven) {
            throw new Conflict(uneven.getMessage());
        }
    }

    /** What a campaign with that text is called: a run keeps its own name. */
    String name(String id, Campaign campaign) {
        return schedules
                .run(id)
                .map(run -> ScheduledRun.name(campaign, run.number()))
                .orElse(campaign.name());
    }
}
