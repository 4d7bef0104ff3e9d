package io.mailwright.onboarding;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.RuleException;
import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.ApprovalCheck;
import io.mailwright.plan.KeptName;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.Planner;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.plan.VendorAnswers;
import io.mailwright.plan.WarmDomain;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the plan and keeps who approved it. */
@Step("plans")
class Plans {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Searching searching;
    private final Attempting attempting;
    private final Prices prices;
    private final WarmStock stock;
    private final Approvals approvals;
    private final Ledger ledger;
    private final VendorSettings settings;
    private final Deadlines deadlines;
    private final Processes processes;
    private final Runs runs;

    Plans(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Searching searching,
            Attempting attempting,
            Prices prices,
            WarmStock stock,
            Approvals approvals,
            Ledger ledger,
            VendorSettings settings,
            Deadlines deadlines,
            Processes processes,
            Runs runs) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.searching = searching;
        this.attempting = attempting;
        this.prices = prices;
        this.stock = stock;
        this.approvals = approvals;
        this.ledger = ledger;
        this.settings = settings;
        this.deadlines = deadlines;
        this.processes = processes;
        this.runs = runs;
    }

    /** Puts together what the search said; a plan that differs from the current one is a new version. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void make(String id) {
        CampaignRow row = records.campaign(id);
        attempting.of(row, () -> {
            Campaign campaign = runs.of(row);
            Map<String, Quote> quotes = planRecords.quotes(id);
            Set<String> kept = ledger.boughtOrOpen(id, row.organization());
            Map<String, BigDecimal> maybe = mayBeBought(id);
            kept.forEach(name -> quotes.compute(
                    name,
                    (same, said) -> new Quote(
                            name,
                            true,
                            maybe.getOrDefault(name, BigDecimal.ZERO),
                            said == null ? null : said.renewal(),
                            false)));
            List<String> free = quotes.values().stream()
                    .filter(Quote::available)
                    .map(Quote::domain)
                    .toList();
            ledger.boughtByOthers(id, row.organization(), free)
                    .forEach(name -> quotes.put(name, new Quote(name, false, null, null, true)));
            Set<String> warm = ledger.prewarmedBy(id, row.organization());
            Plan plan;
            try {
                VendorAnswers answers = new VendorAnswers(
                        quotes,
                        planRecords.suggested(id),
                        prices.of(row.organization(), campaign),
                        stock.of(row.organization(), campaign, bought(row, warm)));
                plan = Planner.plan(campaign, row.organization(), answers, inTheirSlots(id, kept), runs.before(row));
            } catch (PlanRefused | RuleException refused) {
                if (nothingNew(row, campaign, quotes, kept)) {
                    records.aside(() -> records.stage(id, Stage.BUYING));
                    return;
                }
                throw new BusinessFailure("file-refused", refused.getMessage());
            }
            boolean same = planRecords
                    .plan(id)
                    .map(current -> current.hash().equals(plan.hash()))
                    .orElse(false);
            boolean direct = settings.orderStyle() == VendorSettings.OrderStyle.DIRECT;
            if (!same) records.aside(() -> replace(row, plan, direct, kept, warm));
            approveByRule(id, campaign, plan);
        });
    }

    /** Those of the current plan that are bought, or may be: the vendor sells all of them or none. */
    private List<WarmDomain> bought(CampaignRow row, Set<String> held) {
        return planRecords.plan(row.id()).map(Plan::prewarmed).orElse(List.of()).stream()
                .filter(item -> held.contains(item.domain()))
                .toList();
    }

    /** Where the file's rule asks nobody, or somebody has approved that plan already, the campaign goes on. */
    void approveByRule(String id, Campaign campaign, Plan plan) {
        boolean person = ApprovalCheck.asksPerson(campaign.approve(), plan);
        if (!person) records.aside(() -> approve(id, plan.hash(), "the campaign file", "rule", null, null));
        if (approved(id)) records.aside(() -> records.stage(id, Stage.BUYING));
    }

    /** From here on nothing is claimed under the earlier plan; what it claimed until now the new one must know. */
    private void replace(CampaignRow row, Plan plan, boolean direct, Set<String> known, Set<String> warm) {
        planRecords.newPlan(row.id(), row.planVersion() + 1, plan, direct);
        if (!ledger.boughtOrOpen(row.id(), row.organization()).equals(known)
                || !ledger.prewarmedBy(row.id(), row.organization()).equals(warm))
            throw new TryAgainAt(
                    deadlines.in(Duration.ofSeconds(1)).toInstant(),
                    "names were bought while the plan was made; it is made again");
    }

    private List<KeptName> inTheirSlots(String id, Set<String> kept) {
        Map<String, DomainRow> rows = orderRecords.domains(id).stream()
                .collect(Collectors.toMap(DomainRow::domain, Function.identity(), (a, b) -> a));
        return kept.stream()
                .sorted()
                .map(name -> Optional.ofNullable(rows.get(name))
                        .map(row -> new KeptName(name, row.slot(), row.provider()))
                        .orElse(new KeptName(name, 0, null)))
                .toList();
    }

    /** Names in a purchase of unknown outcome, with the price that was approved: they may have to be bought yet. */
    private Map<String, BigDecimal> mayBeBought(String id) {
        Set<String> open = ledger.openOf(id).stream()
                .filter(attempt -> attempt.kind() == SpendKind.BUY_DOMAINS)
                .flatMap(attempt -> attempt.names().stream())
                .collect(Collectors.toSet());
        return orderRecords.domains(id).stream()
                .filter(domain -> open.contains(domain.domain()) && domain.price() != null)
                .collect(Collectors.toMap(DomainRow::domain, DomainRow::price, (a, b) -> a));
    }

    /** A search for a lost name's substitute found none: the approved plan stays, and the question is asked again later. */
    private boolean nothingNew(CampaignRow row, Campaign campaign, Map<String, Quote> quotes, Set<String> kept) {
        Search.Progress found =
                searching.of(campaign, planRecords.suggested(row.id())).progress(quotes, kept);
        return found.fitting() < found.wanted()
                && approved(row.id())
                && orderRecords.domains(row.id()).stream().anyMatch(domain -> domain.state() == DomainRow.State.LOST);
    }

    /**
     * Writes the approval of the current plan and opens its budget, in the caller's transaction.
     *
     * @param hash of the plan that was looked at
     */
    void approve(String id, String hash, String by, String how, String comment, String reference) {
        CampaignRow row = records.campaign(id);
        Plan plan = planRecords.plan(id).orElseThrow();
        if (!plan.hash().equals(hash))
            throw new Onboarding.Conflict(
                    "the plan has changed since it was shown; look at it again, then approve that");
        if (approvals.find(id, row.planVersion(), plan.hash()).isPresent()) return;
        Campaign campaign = Campaigns.read(row);
        BigDecimal line = campaign.budget() == null ? null : campaign.budget().total();
        approvals.record(id, row.planVersion(), plan.hash(), by, how, comment, reference);
        ledger.openBudget(id, line, plan.cost().now());
    }

    /** Whether the current version of the plan is approved, by a person or by the file's rule. */
    public boolean approved(String id) {
        CampaignRow row = records.campaign(id);
        return planRecords
                .plan(id)
                .flatMap(plan -> approvals.find(id, row.planVersion(), plan.hash()))
                .isPresent();
    }

    /** Who approves a campaign's plan, the names of its orders, and requests about its domains and orders. */
    public String approvers(String key) {
        return policy(key).by();
    }

    public Date approvalDue(String key) {
        return deadlines.in(within(key));
    }

    /** ISO 8601. */
    public String approvalWithin(String key) {
        return within(key).toString();
    }

    /** Nobody answered in time: the operators are asked too. Silence never approves. */
    public void escalate(String key) {
        processes.addGroup(key, key.contains("/") ? "approveForm" : "approvePlan", "operators");
    }

    /** In whose name an order spends. */
    Authority authority(OrderRow order) {
        CampaignRow row = records.campaign(order.campaign());
        Plan plan = planRecords.plan(order.campaign()).orElseThrow();
        if (order.planVersion() != row.planVersion())
            throw new IllegalStateException("order " + order.key() + " is of plan version " + order.planVersion()
                    + ", but the campaign has version " + row.planVersion() + " now");
        return new Authority(row.id(), row.organization(), order.number(), row.planVersion(), plan.hash());
    }

    private Duration within(String key) {
        return Optional.ofNullable(policy(key).within()).orElse(deadlines.forPeople());
    }

    /** Of what belongs to no campaign of ours: the usual one. */
    private ApprovalPolicy policy(String key) {
        return records.findOf(key)
                .map(campaign -> Campaigns.read(campaign).approve())
                .orElse(ApprovalPolicy.DEFAULT);
    }
}
