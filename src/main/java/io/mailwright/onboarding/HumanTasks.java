package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.Alias;
import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Readings;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Settling;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Cost;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;

/** What a task shows when it opens, and what follows at once from the decision taken. */
@Step("tasks")
class HumanTasks {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Plans plans;
    private final SettlingSteps settlingSteps;
    private final Settling settling;
    private final Readings readings;
    private final Hindrances hindrances;
    private final ReceiptTexts receipts;
    private final IdentityService identity;
    private final ObjectMapper json = new ObjectMapper();

    HumanTasks(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Plans plans,
            SettlingSteps settlingSteps,
            Settling settling,
            Readings readings,
            Hindrances hindrances,
            ReceiptTexts receipts,
            @Lazy IdentityService identity) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.plans = plans;
        this.settlingSteps = settlingSteps;
        this.settling = settling;
        this.readings = readings;
        this.hindrances = hindrances;
        this.receipts = receipts;
        this.identity = identity;
    }

    /** Puts the facts a person needs beside the task, and nothing else. */
    public void opened(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        if (task.getTaskDefinitionKey().equals("resolveSpend")) {
            spend(task, settling.find(Long.parseLong(key)).orElseThrow());
            return;
        }
        boolean ofOrder = key.contains("/");
        CampaignRow campaign = records.campaign(ofOrder ? key.substring(0, key.indexOf('/')) : key);
        Optional<OrderRow> order = ofOrder ? Optional.of(orderRecords.order(key)) : Optional.empty();
        Optional<Plan> plan = planRecords.plan(campaign.id());
        Optional<Cost> cost = plan.map(Plan::cost);
        common(task, campaign, problem(task.getTaskDefinitionKey(), campaign, order));
        show(task, "costNow", cost.map(Cost::now));
        show(task, "costMonthly", cost.map(Cost::monthly));
        spent(task, receipts.of(campaign.id(), order.map(OrderRow::number).orElse(null)));
        switch (task.getTaskDefinitionKey()) {
            case "approvePlan" -> {
                plan(task, campaign, plan.orElseThrow());
                // with the task, so that whoever sees the stage can approve
                records.stage(campaign.id(), Stage.AWAITING_APPROVAL);
            }
            case "chooseReplacement" ->
                show(
                        task,
                        "lostNames",
                        orderRecords.slots(order.orElseThrow()).stream()
                                .filter(domain -> domain.state() == DomainRow.State.LOST)
                                .map(DomainRow::domain)
                                .collect(Collectors.joining(", ")));
            case "fixPayment" -> payment(task, order.orElseThrow());
            case "mailboxesOverdue" -> overdue(task, order.orElseThrow());
            default -> {}
        }
    }

    /** Writes down what the decision means, in the transaction that completes the task. */
    public void decided(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        String decision = text(task, "decision");
        String user = user();
        switch (task.getTaskDefinitionKey() + " " + decision) {
            case "approvePlan approve" -> {
                // the campaign's row before the budget's, as a claim locks them
                records.stage(key, Stage.BUYING);
                plans.approve(
                        key, shown(task, "planHash"), user, "task", text(task, "comment"), text(task, "reference"));
            }
            case "chooseReplacement retry" -> planRecords.forgetQuotes(key.substring(0, key.indexOf('/')));
            case "fixPayment retry", "mailboxesOverdue wait" -> {
                OrderRow order = orderRecords.order(key);
                records.aside(() -> orderRecords.problem(order, null));
            }
            case "fixProblem retry", "correctCampaign retry" -> {
                if (key.contains("/")) {
                    OrderRow order = orderRecords.order(key);
                    records.aside(() -> orderRecords.problem(order, null));
                } else records.aside(() -> records.solved(key));
            }
            case "resolveSpend happened", "resolveSpend did-not-happen" ->
                settlingSteps.decide(key, decision, user, remark(task));
            default -> {}
        }
    }

    private void plan(DelegateTask task, CampaignRow campaign, Plan plan) {
        show(task, "costYearly", plan.cost().yearly());
        show(task, "planHash", plan.hash());
        show(task, "planVersion", campaign.planVersion());
        table(
                task,
                "domains",
                plan.domains().stream()
                        .map(domain -> row(
                                "slot",
                                domain.slot(),
                                "domain",
                                domain.domain(),
                                "provider",
                                domain.provider().word(),
                                "price",
                                domain.price() == null ? "owned" : ReceiptTexts.dollars(domain.price()),
                                "aliasText",
                                aliases(domain)))
                        .toList());
        table(
                task,
                "orders",
                plan.orders().stream()
                        .map(order -> row(
                                "number",
                                order.number(),
                                "provider",
                                order.provider().word(),
                                "registrar",
                                order.hosting() == null ? "ScaledMail" : order.hosting(),
                                "domains",
                                order.domains(),
                                "mailboxes",
                                order.mailboxes(),
                                "monthly",
                                ReceiptTexts.dollars(order.monthly())))
                        .toList());
        table(
                task,
                "prewarmed",
                plan.prewarmed().stream()
                        .map(item -> row(
                                "domain",
                                item.domain(),
                                "provider",
                                item.provider().word(),
                                "mailboxes",
                                item.mailboxes(),
                                "once",
                                ReceiptTexts.dollars(item.oneTime()),
                                "monthly",
                                ReceiptTexts.dollars(item.monthly())))
                        .toList());
        show(
                task,
                "sequencer",
                plan.sequencer() == null
                        ? null
                        : plan.sequencer().provider() + ", login in the secret "
                                + plan.sequencer().secret());
        show(task, "coupon", plan.coupon());
        table(
                task,
                "alternates",
                plan.alternates().stream()
                        .map(quote -> row("domain", quote.domain(), "price", ReceiptTexts.dollars(quote.price())))
                        .toList());
    }

    private static String aliases(PlannedDomain domain) {
        return domain.sender() != null
                ? "the vendor's, for " + domain.sender().firstName() + " "
                        + domain.sender().lastName()
                : domain.aliases().stream().map(Alias::localPart).collect(Collectors.joining(", "));
    }

    private void payment(DelegateTask task, OrderRow order) {
        show(task, "orderNumber", order.number());
        show(task, "vendorOrder", order.vendorOrderId());
        show(task, "names", names(order));
        show(task, "amount", order.vendorAmount() == null ? order.monthly() : order.vendorAmount());
    }

    private void overdue(DelegateTask task, OrderRow order) {
        show(task, "orderNumber", order.number());
        show(task, "amount", order.vendorAmount() == null ? order.monthly() : order.vendorAmount());
        String organization = records.campaign(order.campaign()).organization();
        Map<String, String> statuses = new HashMap<>();
        readings.lastDomains(organization)
                .ifPresent(domains -> domains.rows()
                        .forEach(row -> statuses.put(
                                Readings.name(row.domain()),
                                row.status() == null || row.status().isBlank() ? "unknown" : row.status())));
        List<MailboxView> listed = mailboxRecords.mailboxes(order.campaign());
        table(
                task,
                "domains",
                orderRecords.domains(order).stream()
                        .map(domain -> row(
                                "domain",
                                domain.domain(),
                                "status",
                                statuses.getOrDefault(domain.domain(), "not listed"),
                                "ready",
                                listed.stream()
                                        .filter(m -> m.domain().equals(domain.domain()))
                                        .count(),
                                "expected",
                                domain.expected()))
                        .toList());
    }

    private void spend(DelegateTask task, Attempt attempt) {
        common(
                task,
                records.campaign(attempt.campaign()),
                hindrances.of(attempt).orElse(null));
        show(task, "spendKind", attempt.kind().name());
        show(task, "spendNames", whole(attempt.names()));
        show(task, "spendTag", attempt.tag());
        show(
                task,
                "formUuid",
                attempt.kind() == SpendKind.SUBMIT_FORM
                        ? settling.keys(attempt.id()).get(0)
                        : "");
        show(task, "amount", attempt.amount());
        show(task, "vendorShows", attempt.vendorShows());
        show(task, "receipt", receipts.whole(attempt.id()));
    }

    private void spent(DelegateTask task, List<Receipt> spent) {
        show(task, "spent", receipts.sum(spent));
        table(task, "receipts", receipts.rows(spent));
    }

    private void common(DelegateTask task, CampaignRow campaign, String problem) {
        show(task, "campaign", campaign.name());
        show(task, "problem", problem);
        show(task, "link", "/api/campaigns/" + campaign.id());
    }

    /** What stands in the way; a deadline that passed is written down, so that the campaign shows it too. */
    private String problem(String task, CampaignRow campaign, Optional<OrderRow> order) {
        if (order.isEmpty())
            return campaign.problem() != null
                    ? campaign.problem()
                    : hindrances.of(campaign.id()).orElse(null);
        String overdue = order.get().problem() != null ? null : Overdue.text(task, order.get());
        if (overdue != null) records.aside(() -> orderRecords.problem(order.get(), overdue));
        return hindrances.of(orderRecords.order(order.get().key())).orElse(overdue);
    }

    private String names(OrderRow order) {
        return whole(orderRecords.domains(order).stream().map(DomainRow::domain).toList());
    }

    /** Whole names only, as many as a String variable holds. */
    private static String whole(List<String> names) {
        String text = String.join(",", names);
        return text.length() <= 4000 ? text : text.substring(0, text.lastIndexOf(',', 4000));
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) row.put((String) pairs[i], pairs[i + 1]);
        return row;
    }

    private void table(DelegateTask task, String name, List<Map<String, Object>> rows) {
        try {
            task.setVariableLocal(
                    name, SpinValues.jsonValue(json.writeValueAsString(rows)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void show(DelegateTask task, String name, Object value) {
        Object inside = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        String text = inside == null
                ? ""
                : inside instanceof BigDecimal amount ? ReceiptTexts.dollars(amount) : inside.toString();
        task.setVariableLocal(name, text.length() > 4000 ? text.substring(0, 4000) : text);
    }

    private static String text(DelegateTask task, String name) {
        Object value = task.getVariable(name);
        return value == null ? null : value.toString();
    }

    /** The task may be decided by somebody else, and be gone, while it is being read. */
    private static String shown(DelegateTask task, String name) {
        String value = text(task, name);
        if (value == null) throw new OptimisticLockingException("the task shows no " + name + " any more");
        return value;
    }

    private static String remark(DelegateTask task) {
        return Stream.of("comment", "reference")
                .map(name -> text(task, name))
                .filter(said -> said != null && !said.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Nobody decides without a name. */
    private String user() {
        Authentication who = identity.getCurrentAuthentication();
        if (who == null || who.getUserId() == null)
            throw new IllegalStateException("a decision needs a user: log in first");
        return who.getUserId();
    }
}
