package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.export.ReceiptLine;
import io.mailwright.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What console and command line do with campaigns. */
@Service
public class Onboarding {
    private final Records records;
    private final PlanRecords planRecords;
    private final Views views;
    private final SpendViews spendViews;
    private final Plans plans;
    private final PlanRequests planRequests;
    private final Campaigns campaigns;
    private final FormRecords formRecords;
    private final Processes processes;
    private final Starting starting;
    private final ScheduleRecords scheduleRecords;
    private final Scheduled scheduled;
    private final TransactionTemplate transaction;

    Onboarding(
            Records records,
            PlanRecords planRecords,
            Views views,
            SpendViews spendViews,
            Plans plans,
            PlanRequests planRequests,
            Campaigns campaigns,
            FormRecords formRecords,
            Processes processes,
            Starting starting,
            ScheduleRecords scheduleRecords,
            Scheduled scheduled,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.planRecords = planRecords;
        this.views = views;
        this.spendViews = spendViews;
        this.plans = plans;
        this.planRequests = planRequests;
        this.campaigns = campaigns;
        this.formRecords = formRecords;
        this.processes = processes;
        this.starting = starting;
        this.scheduleRecords = scheduleRecords;
        this.scheduled = scheduled;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A campaign of that name lives or is onboarded already; {@link #id} is the one that does. */
    public static class NameTaken extends RuntimeException {
        public final String id;

        public NameTaken(String id, String name) {
            super("campaign '" + name + "' exists already, as " + id);
            this.id = id;
        }
    }

    /** What was asked does not fit where the campaign stands; the message says why (HTTP 409). */
    public static class Conflict extends RuntimeException {
        public Conflict(String message) {
            super(message);
        }
    }

    /** The user's groups do not allow it; the message says which group would (HTTP 403). */
    public static class NotAllowed extends RuntimeException {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** @param version 1, 2 …; approvals bind to version and hash */
    public record VersionedPlan(int version, Plan plan, boolean approved) {}

    /**
     * A plan asked for on its own ({@code POST /api/plan}).
     *
     * @param state {@code searching}, {@code done} or {@code refused}
     * @param step what is being done, in a person's words
     * @param asked names searched so far
     * @param candidates names to search at most
     * @param plan when done
     * @param errors when refused
     */
    public record PlanRequest(
            String id, String state, String step, int asked, int candidates, Plan plan, List<String> errors) {}

    /**
     * Reads the file only, keeps it and starts its process.
     *
     * @throws io.mailwright.dsl.CampaignErrors when the file can't be read
     * @throws NameTaken when a campaign of that name lives or is onboarded
     */
    public CampaignView start(String text, String user) {
        return views.of(records.campaign(starting.start(text, user)));
    }

    /** All of them, newest first; with thousands of campaigns ask for pages. */
    public List<CampaignView> list() {
        return records.all().stream().map(views::of).toList();
    }

    /** @param page from 0 */
    public List<CampaignView> list(int page, int size) {
        return records.page((long) page * size, size).stream().map(views::of).toList();
    }

    public long count() {
        return records.count();
    }

    public Optional<CampaignView> find(String id) {
        return records.find(id).map(views::of);
    }

    /** Its file as it stands. */
    public Optional<String> text(String id) {
        return records.find(id).map(CampaignRow::text);
    }

    /** The current version; of a campaign with a schedule, that of its last run. */
    public Optional<VersionedPlan> plan(String id) {
        return records.find(current(id))
                .flatMap(row -> planRecords
                        .plan(row.id())
                        .map(plan -> new VersionedPlan(row.planVersion(), plan, plans.approved(row.id()))));
    }

    /** A campaign with a schedule is looked at and approved by its last run. */
    private String current(String id) {
        return scheduleRecords.lastRun(id).orElse(id);
    }

    /** Approves exactly that plan; again is the same approval. @throws Conflict when the hash is not the current plan's */
    public CampaignView approve(String campaign, String planHash, String user, List<String> groups) {
        String id = current(known(campaign).id());
        CampaignRow row = known(id);
        Plan plan = planRecords
                .plan(id)
                .orElseThrow(() -> new Conflict(
                        "there is no plan yet; the campaign is " + row.stage().word()));
        if (!plan.hash().equals(planHash)) throw changed(row, plan);
        if (plans.approved(id)) return views.of(known(campaign));
        if (row.stopped() || row.stage().ended())
            throw new Conflict("the campaign is " + row.stage().word() + "; start a new one");
        boolean first = processes
                .task(id, "approvePlan")
                .filter(task -> processes.whileOpen(task, () -> {
                    mayApprove(
                            id, planHash, processes.shown(task, "planHash"), groups, processes.candidateGroups(task));
                    processes.complete(task, Map.of("decision", "approve"));
                }))
                .isPresent();
        if (!first && !plans.approved(id))
            throw new Conflict("nothing waits for approval; the campaign is "
                    + known(id).stage().word());
        return views.of(known(campaign));
    }

    /** A new version may have been made since the plan was read. */
    private void mayApprove(String id, String hash, String shown, List<String> groups, List<String> allowed) {
        if (!shown.equals(hash)) throw changed(known(id), planRecords.plan(id).orElseThrow());
        mayApprove(groups, allowed);
    }

    static void mayApprove(List<String> groups, List<String> allowed) {
        if (!groups.contains("camunda-admin") && allowed.stream().noneMatch(groups::contains))
            throw new NotAllowed("only members of " + String.join(" or ", allowed) + " may approve this plan");
    }

    private static Conflict changed(CampaignRow row, Plan plan) {
        return new Conflict("that is not the current plan: version " + row.planVersion() + " has the hash "
                + plan.hash() + "; look at it, then approve that");
    }

    /** A new text while {@code correctCampaign} is open. @throws Conflict when it is not */
    public CampaignView replace(String id, String text, String user) {
        CampaignRow row = known(id);
        Campaign campaign = corrected(row, text);
        if (!campaign.prewarmedAlone() && processes.running("prewarmed", id))
            throw new Conflict("this campaign buys pre-warmed domains alone; take 'buy' and 'own' out, or cancel it and"
                    + " start the file as a new one");
        processes.persist(() -> starting.unlessTaken(
                campaign, () -> transaction.executeWithoutResult(tx -> correct(id, campaign, text))));
        return views.of(records.campaign(id));
    }

    /** Under its own name; that of a recipe's campaign stays. */
    private Campaign corrected(CampaignRow row, String text) {
        Optional<FormRecords.Adoption> form = formRecords.adoption(row.id());
        if (form.isEmpty()) return CampaignReader.readToStart(text);
        Campaign file = CampaignReader.readToAdopt(text);
        return file.recipe() ? file.of(row.name(), file.own(), file.providers()) : file;
    }

    /** The text changes with the answer to the task or not at all: a running file is never edited. */
    private void correct(String id, Campaign campaign, String text) {
        scheduled.mayBecome(id, campaign);
        boolean asked = processes
                .task(id, "correctCampaign")
                .filter(task -> processes.whileOpen(task, () -> processes.complete(task, Map.of("decision", "retry"))))
                .isPresent();
        if (!asked)
            throw new Conflict("a running file is never edited; the campaign is "
                    + known(id).stage().word() + " and asks for no correction");
        String name = scheduled.name(id, campaign);
        records.text(id, CampaignNames.live(campaign.workspace(), name), name, text);
        formRecords.corrected(id);
        planRecords.forgetQuotes(id);
    }

    /** Stops new spending; never cancels an order at the vendor. */
    public CampaignView cancel(String id, String user) {
        CampaignRow row = known(id);
        if (row.stage() == Stage.ONBOARDED)
            throw new Conflict("the campaign is onboarded; its orders go on until they are cancelled: cancel-order "
                    + id + "/<order number>");
        if (!row.stage().ended()) {
            records.aside(() -> stop(id));
            processes.persist(() -> transaction.executeWithoutResult(tx -> {
                if (!processes.tell(id, "cancelCampaign")) campaigns.cancelled(id);
                stop(id);
            }));
        }
        return views.of(records.campaign(id));
    }

    /** With the runs it may have, and one of them that was begun in the same moment. */
    private void stop(String id) {
        parts(id).stream()
                .filter(part -> !records.campaign(part).stage().ended())
                .forEach(records::stop);
    }

    /** The campaign and its runs. */
    private List<String> parts(String id) {
        return Stream.concat(Stream.of(known(id).id()), scheduleRecords.runs(id).stream())
                .toList();
    }

    /** The formats of the file's {@code export} line, in its order. */
    public List<ExportFormat> exports(String id) {
        return Campaigns.read(known(id)).exports();
    }

    /** What the campaign spent, call by call. */
    public SpendsView spends(String id) {
        return spendViews.of(id, parts(id));
    }

    /** The same as rows whose charges add up to what the vendor took. */
    public List<ReceiptLine> receiptLines(String id) {
        return parts(id).stream()
                .flatMap(part -> spendViews.lines(part).stream())
                .toList();
    }

    /** Starts pricing a file; spends nothing. @throws io.mailwright.dsl.CampaignErrors when the file can't be read */
    public String requestPlan(String text) {
        return planRequests.request(text);
    }

    public Optional<PlanRequest> planRequest(String id) {
        return planRequests.find(id);
    }

    /** No such campaign or request (HTTP 404). */
    public static class NotFound extends RuntimeException {
        public NotFound(String message) {
            super(message);
        }
    }

    private CampaignRow known(String id) {
        return records.find(id).orElseThrow(() -> new NotFound("there is no campaign " + id));
    }
}
