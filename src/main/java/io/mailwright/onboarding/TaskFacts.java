package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Readings;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Settling;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Cost;
import io.mailwright.plan.Plan;
import io.mailwright.scaledmail.VendorSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a person needs beside a task, by the name under which its form shows it: texts, and tables as lists of rows. */
@Component
class TaskFacts {
    private static final String SPENDING_OFF =
            "Spending was off when this was asked: an approval is kept, and nothing is"
                    + " sent that costs money or ends anything before Mailwright is started with SCALEDMAIL_SPENDING=armed.";

    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final SecondLook secondLook;
    private final Amounts amounts;
    private final Settling settling;
    private final Readings readings;
    private final Hindrances hindrances;
    private final ReceiptTexts receipts;
    private final RequestFacts requestFacts;
    private final FormFactTexts formFacts;
    private final VendorSettings vendor;

    TaskFacts(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            SecondLook secondLook,
            Amounts amounts,
            Settling settling,
            Readings readings,
            Hindrances hindrances,
            ReceiptTexts receipts,
            RequestFacts requestFacts,
            FormFactTexts formFacts,
            VendorSettings vendor) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.secondLook = secondLook;
        this.amounts = amounts;
        this.settling = settling;
        this.readings = readings;
        this.hindrances = hindrances;
        this.receipts = receipts;
        this.requestFacts = requestFacts;
        this.formFacts = formFacts;
        this.vendor = vendor;
    }

    /** @param key the business key: of a campaign, an order, a request, or an attempt that is being settled */
    Map<String, Object> of(String task, String key) {
        if (task.equals("resolveSpend"))
            return spend(settling.find(Long.parseLong(key)).orElseThrow());
        if (task.equals("chooseCampaign") || key.startsWith(FormLooks.LOOK)) return formFacts.of(key);
        Optional<Map<String, Object>> request = requestFacts.of(task, key);
        if (request.isPresent()) {
            if (task.equals("approvePlan")) spendingOff(request.get());
            return request.get();
        }
        CampaignRow campaign = records.campaignOf(key);
        Optional<OrderRow> order = key.contains("/") ? Optional.of(orderRecords.order(key)) : Optional.empty();
        Optional<Plan> plan = planRecords.plan(campaign.id());
        Optional<Cost> cost = plan.map(Plan::cost);
        Map<String, Object> facts = common(campaign, problem(task, campaign, order));
        show(facts, "costNow", cost.map(Cost::now).orElse(null));
        show(facts, "costMonthly", cost.map(Cost::monthly).orElse(null));
        List<Receipt> spent =
                receipts.of(campaign.id(), order.map(OrderRow::number).orElse(null));
        show(facts, "spent", receipts.sum(spent));
        facts.put("receipts", receipts.rows(spent));
        switch (task) {
            case "approvePlan" -> {
                plan(facts, campaign, plan.orElseThrow());
                spendingOff(facts);
            }
            case "approveForm" -> names(facts, order.orElseThrow(), plan.orElseThrow());
            case "chooseReplacement" -> show(facts, "lostNames", lost(order.orElseThrow()));
            case "fixPayment" -> payment(facts, order.orElseThrow());
            case "mailboxesOverdue" -> overdue(facts, order.orElseThrow());
            default -> {}
        }
        return facts;
    }

    private static void plan(Map<String, Object> facts, CampaignRow campaign, Plan plan) {
        show(facts, "costYearly", plan.cost().yearly());
        show(facts, "planHash", plan.hash());
        show(facts, "planVersion", campaign.planVersion());
        facts.put("domains", PlanTables.domains(plan));
        facts.put("orders", PlanTables.orders(plan));
        facts.put("alternates", PlanTables.alternates(plan));
        facts.put("prewarmed", PlanTables.prewarmed(plan));
        show(facts, "sequencer", PlanTables.sequencer(plan));
        show(facts, "coupon", plan.coupon());
        show(facts, "formUuid", plan.form() == null ? null : plan.form().uuid());
        show(facts, "vendorOrder", plan.form() == null ? null : plan.form().order());
    }

    private void spendingOff(Map<String, Object> facts) {
        show(facts, "spendingOff", vendor.armed() ? "" : SPENDING_OFF);
    }

    private void names(Map<String, Object> facts, OrderRow order, Plan plan) {
        List<DomainRow> domains = orderRecords.domains(order);
        show(facts, "orderNumber", order.number());
        show(facts, "vendorOrder", order.vendorOrderId());
        show(facts, "amount", amounts.monthly(order));
        show(facts, "planVersion", order.planVersion());
        show(facts, "formHash", secondLook.hash(order));
        facts.put("domains", PlanTables.domains(plan, domains));
        facts.put("mailboxes", PlanTables.mailboxes(plan, domains));
    }

    private String lost(OrderRow order) {
        return orderRecords.slots(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.LOST)
                .map(DomainRow::domain)
                .collect(Collectors.joining(", "));
    }

    private void payment(Map<String, Object> facts, OrderRow order) {
        show(facts, "orderNumber", order.number());
        show(facts, "vendorOrder", order.vendorOrderId());
        show(
                facts,
                "names",
                whole(orderRecords.domains(order).stream()
                        .map(DomainRow::domain)
                        .toList()));
        show(facts, "amount", amounts.monthly(order));
    }

    private void overdue(Map<String, Object> facts, OrderRow order) {
        show(facts, "orderNumber", order.number());
        show(facts, "amount", amounts.monthly(order));
        String organization = records.campaign(order.campaign()).organization();
        Map<String, String> statuses = new HashMap<>();
        readings.lastDomains(organization)
                .ifPresent(domains -> domains.rows()
                        .forEach(row -> statuses.put(
                                Readings.name(row.domain()),
                                row.status() == null || row.status().isBlank() ? "unknown" : row.status())));
        List<MailboxView> listed = mailboxRecords.mailboxes(order.campaign());
        facts.put(
                "domains",
                orderRecords.domains(order).stream()
                        .map(domain -> PlanTables.row(
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

    private Map<String, Object> spend(Attempt attempt) {
        Map<String, Object> facts = requestFacts
                .of("resolveSpend", attempt.campaign())
                .or(() -> records.find(attempt.campaign())
                        .map(campaign -> common(campaign, hindrances.of(attempt).orElse(null))))
                .orElseGet(() -> part(attempt.campaign(), hindrances.of(attempt).orElse(null)));
        show(facts, "spendKind", attempt.kind().name());
        show(facts, "spendNames", whole(attempt.names()));
        show(facts, "spendTag", attempt.tag());
        show(
                facts,
                "formUuid",
                attempt.kind() == SpendKind.SUBMIT_FORM
                        ? settling.keys(attempt.id()).get(0)
                        : "");
        show(facts, "amount", attempt.amount());
        show(facts, "vendorShows", attempt.vendorShows());
        show(facts, "receipt", receipts.whole(attempt.id()));
        return facts;
    }

    private static Map<String, Object> common(CampaignRow campaign, String problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        show(facts, "campaign", campaign.name());
        show(facts, "problem", problem);
        show(facts, "campaignPage", page(campaign.id()));
        show(facts, "link", "/api/campaigns/" + campaign.id());
        return facts;
    }

    private static Map<String, Object> part(String id, String problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        show(facts, "campaign", id);
        show(facts, "problem", problem);
        show(facts, "link", "");
        return facts;
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

    /** Where people look at a campaign. */
    static String page(String campaign) {
        return "/campaigns/" + campaign;
    }

    /** Whole names only, as many as a String variable holds. */
    private static String whole(List<String> names) {
        String text = String.join(",", names);
        return text.length() <= 4000 ? text : text.substring(0, text.lastIndexOf(',', 4000));
    }

    static void show(Map<String, Object> facts, String name, Object value) {
        String text = value == null
                ? ""
                : value instanceof BigDecimal amount ? ReceiptTexts.dollars(amount) : value.toString();
        facts.put(name, text.length() > 4000 ? text.substring(0, 4000) : text);
    }
}
