package io.mailwright.onboarding;

import io.mailwright.ledger.Readings;
import io.mailwright.ledger.Receipt;
import io.mailwright.scaledmail.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a person needs beside the task of a request, under the names of the campaigns' tasks where they mean the same. */
@Component
class RequestFacts {
    private final RequestRecords requests;
    private final Records records;
    private final Changes changes;
    private final Readings readings;
    private final ReceiptTexts receipts;

    RequestFacts(RequestRecords requests, Records records, Changes changes, Readings readings, ReceiptTexts receipts) {
        this.requests = requests;
        this.records = records;
        this.changes = changes;
        this.readings = readings;
        this.receipts = receipts;
    }

    /** Empty when the key is of no request. */
    Optional<Map<String, Object>> of(String task, String key) {
        return requests.find(key).map(request -> facts(task, request));
    }

    private Map<String, Object> facts(String task, RequestRow request) {
        Change change = request.change();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("request", title(request));
        facts.put("requestKind", request.kind().word());
        facts.put(
                "campaign",
                request.campaign() == null
                        ? "none of ours"
                        : records.campaign(request.campaign()).name());
        facts.put("campaignPage", request.campaign() == null ? "" : TaskFacts.page(request.campaign()));
        facts.put("link", "/api/requests/" + request.id());
        facts.put("problem", problem(task, request));
        if (task.equals("approvePlan")) {
            facts.put("planHash", request.hash());
            facts.put("planVersion", String.valueOf(request.version()));
            facts.put("costNow", "0.00");
            facts.put("costMonthly", monthlyAfter(request));
            facts.put("changes", rows(request));
            // the form shows it as HTML
            facts.put(
                    "consequences",
                    String.join("\n", change.consequences()).replace('<', '‹').replace('>', '›'));
        }
        facts.put("amount", change.monthly() == null ? "" : change.monthly().toPlainString());
        facts.put("orderNumber", change.order() == null ? "" : change.order());
        List<Receipt> spent = receipts.of(request.id(), null);
        facts.put("spent", receipts.sum(spent));
        facts.put("receipts", receipts.rows(spent));
        if (task.equals("mailboxesOverdue")) facts.put("domains", listed(request));
        return facts;
    }

    static String title(RequestRow request) {
        Change change = request.change();
        return switch (request.kind()) {
            case REPLACE_DOMAIN -> "replace " + request.subject() + (change.to() == null ? "" : " by " + change.to());
            case CHANGE_REDIRECT ->
                change.asked().isEmpty()
                        ? "take away the redirect of " + request.subject()
                        : "redirect " + request.subject() + " to " + change.asked();
            case CANCEL_ORDER -> "cancel order " + request.subject();
        };
    }

    /** A deadline that passed is written down, so that the request shows it too. */
    private String problem(String task, RequestRow request) {
        if (request.problem() != null) return request.problem();
        if (task.equals("approvePlan") || request.stage() != RequestStage.APPLYING) return "";
        String overdue = changes.overdue(request);
        records.aside(() -> requests.problem(request.id(), overdue));
        return overdue;
    }

    private static String monthlyAfter(RequestRow request) {
        if (request.kind() == RequestKind.CANCEL_ORDER) return "0.00";
        return request.change().monthly() == null
                ? ""
                : request.change().monthly().toPlainString();
    }

    private static List<Map<String, Object>> rows(RequestRow request) {
        Change change = request.change();
        List<Map<String, Object>> rows = new ArrayList<>();
        switch (request.kind()) {
            case REPLACE_DOMAIN -> {
                rows.add(row("domain", change.from(), change.to()));
                some(change.mailboxes())
                        .forEach(address -> rows.add(row(
                                "mailbox",
                                address,
                                address.replaceFirst("@.*", "@" + change.to()) + ", to be warmed up again")));
            }
            case CHANGE_REDIRECT -> rows.add(row("redirect", nowhere(change.from()), nowhere(change.to())));
            case CANCEL_ORDER -> {
                rows.add(row("order " + request.subject(), change.from(), change.to()));
                some(change.domains()).forEach(name -> rows.add(row("domain", name, "in no order")));
                some(change.mailboxes()).forEach(address -> rows.add(row("mailbox", address, "stopped")));
            }
        }
        if (change.reason() != null) rows.add(row("why", change.reason(), ""));
        String monthly =
                change.monthly() == null ? "not known" : "$" + change.monthly().toPlainString();
        rows.add(row("cost a month", monthly, request.kind() == RequestKind.CANCEL_ORDER ? "$0.00" : monthly));
        return rows;
    }

    private static Stream<String> some(List<String> texts) {
        return texts == null ? Stream.empty() : texts.stream();
    }

    private static String nowhere(String redirect) {
        return redirect == null || redirect.isEmpty() ? "nowhere" : redirect;
    }

    private static Map<String, Object> row(String what, String now, String then) {
        return PlanTables.row("what", what, "now", now == null ? "" : now, "then", then == null ? "" : then);
    }

    private List<Map<String, Object>> listed(RequestRow request) {
        return Stream.of(request.change().from(), request.change().to())
                .map(name -> {
                    Optional<Wire.ListedDomain> row = readings.lastDomains(request.organization())
                            .flatMap(reading -> reading.first(
                                    one -> Readings.name(one.domain()).equals(name)));
                    return PlanTables.row(
                            "domain",
                            name,
                            "status",
                            row.map(Wire.ListedDomain::status).orElse("not listed"),
                            "ready",
                            row.map(ChangeTexts::mailboxes).orElse(0),
                            "expected",
                            name.equals(request.change().to())
                                    ? request.change().mailboxes().size()
                                    : 0);
                })
                .toList();
    }
}
