package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.TakenSlot;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Receipts;
import io.mailwright.plan.Earlier;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a run of a schedule is to onboard: its file's campaign, less what the runs before it have taken. */
@Component
class Runs {
    private final Records records;
    private final ScheduleRecords schedules;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Ledger ledger;
    private final Receipts receipts;

    Runs(
            Records records,
            ScheduleRecords schedules,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Ledger ledger,
            Receipts receipts) {
        this.records = records;
        this.schedules = schedules;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.ledger = ledger;
        this.receipts = receipts;
    }

    /** What the campaign is to onboard itself; of a campaign with a schedule that is its next run. */
    Campaign of(CampaignRow row) {
        Campaign whole = Campaigns.read(row);
        Optional<ScheduleRecords.Run> run = schedules.run(row.id());
        if (run.isPresent()) return part(whole, run.get());
        return schedules.find(row.id()).isPresent() ? part(whole, next(row.id())) : whole;
    }

    ScheduleRecords.Run next(String parent) {
        int last = schedules
                .lastRun(parent)
                .flatMap(schedules::run)
                .map(ScheduleRecords.Run::number)
                .orElse(0);
        return new ScheduleRecords.Run(parent, last + 1);
    }

    private Campaign part(Campaign whole, ScheduleRecords.Run run) {
        if (whole.schedule() == null)
            throw new BusinessFailure("file-refused", "the file has no 'schedule' line any more; write it back");
        List<String> before = before(run);
        boolean prewarmed = before.stream().noneMatch(schedules::approved);
        try {
            return ScheduledRun.of(whole, run.number(), taken(before), prewarmed);
        } catch (IllegalArgumentException uneven) {
            throw new BusinessFailure("file-refused", uneven.getMessage());
        }
    }

    /** What the runs before this one took; nothing for a campaign that is no run. */
    Earlier before(CampaignRow row) {
        Optional<ScheduleRecords.Run> run = schedules.run(row.id());
        if (run.isEmpty()) return Earlier.NONE;
        List<String> before = before(run.get());
        return new Earlier(
                Campaigns.read(row),
                taken(before),
                before.stream().map(this::spent).reduce(BigDecimal.ZERO, BigDecimal::add),
                before.stream().map(this::monthly).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The slots that all runs so far have taken, in order. */
    List<TakenSlot> taken(String parent) {
        return taken(schedules.runs(parent));
    }

    private List<String> before(ScheduleRecords.Run run) {
        return schedules.runs(run.parent()).stream()
                .filter(id -> schedules.run(id).orElseThrow().number() < run.number())
                .toList();
    }

    private List<TakenSlot> taken(List<String> runs) {
        List<TakenSlot> taken = new ArrayList<>();
        runs.forEach(run -> taken.addAll(takenBy(records.campaign(run))));
        return taken;
    }

    /**
     * All of its plan; of a run that ended without being onboarded what it bought or has in an order. The rest of that is
     * left to later runs, and what was paid for is never paid for again.
     */
    private List<TakenSlot> takenBy(CampaignRow run) {
        Optional<Plan> plan = planRecords.plan(run.id());
        if (plan.isEmpty()) return List.of();
        boolean whole = run.stage() == Stage.ONBOARDED || !run.stage().ended() && !run.stopped();
        Map<Integer, DomainRow> rows = new HashMap<>();
        orderRecords.domains(run.id()).forEach(row -> rows.put(row.slot(), row));
        Set<String> bought = ledger.boughtOrOpen(run.id(), run.organization());
        return plan.get().domains().stream()
                .filter(domain -> whole || spentOn(domain, rows.get(domain.slot()), bought))
                .map(domain -> new TakenSlot(domain.domain(), domain.provider(), domain.bought()))
                .toList();
    }

    private static boolean spentOn(PlannedDomain planned, DomainRow row, Set<String> bought) {
        if (row == null) return false;
        return row.state().ordinal() >= DomainRow.State.ORDERED.ordinal()
                || planned.bought()
                        && (row.state().ordinal() >= DomainRow.State.BOUGHT.ordinal() || bought.contains(row.domain()));
    }

    private BigDecimal spent(String run) {
        List<Receipt> all = receipts.of(run);
        return SpendViews.sum(all, Receipt::charged).add(SpendViews.sum(all, Receipt::open));
    }

    private BigDecimal monthly(String run) {
        if (records.campaign(run).stage() == Stage.ONBOARDED)
            return planRecords.plan(run).map(plan -> plan.cost().monthly()).orElse(BigDecimal.ZERO);
        return orderRecords.orders(run).stream()
                .filter(order -> order.vendorOrderId() != null)
                .map(OrderRow::monthly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
