package io.mailwright.onboarding;

import io.mailwright.campaign.Alias;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as rows for a person to read. */
final class PlanTables {
    private PlanTables() {}

    static List<Map<String, Object>> domains(Plan plan) {
        return plan.domains().stream()
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
                .toList();
    }

    private static String aliases(PlannedDomain domain) {
        return domain.sender() == null
                ? domain.aliases().stream().map(Alias::localPart).collect(Collectors.joining(", "))
                : "the vendor's, for " + domain.sender().firstName() + " "
                        + domain.sender().lastName();
    }

    static List<Map<String, Object>> orders(Plan plan) {
        return plan.orders().stream()
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
                .toList();
    }

    static List<Map<String, Object>> alternates(Plan plan) {
        return plan.alternates().stream()
                .map(quote -> row("domain", quote.domain(), "price", ReceiptTexts.dollars(quote.price())))
                .toList();
    }

    static List<Map<String, Object>> prewarmed(Plan plan) {
        return plan.prewarmed().stream()
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
                .toList();
    }

    static String sequencer(Plan plan) {
        return plan.sequencer() == null
                ? null
                : plan.sequencer().provider() + ", login in the secret "
                        + plan.sequencer().secret();
    }

    /** The names that stand in an order's slots now, with what is sent for each. */
    static List<Map<String, Object>> domains(Plan plan, List<DomainRow> now) {
        Map<Integer, PlannedDomain> slots = slots(plan);
        return now.stream()
                .map(domain -> row(
                        "domain",
                        domain.domain(),
                        "provider",
                        domain.provider().word(),
                        "mailboxes",
                        domain.expected(),
                        "redirect",
                        said(slots.get(domain.slot()).redirect()),
                        "photo",
                        said(slots.get(domain.slot()).photo())))
                .toList();
    }

    /** One row for each mailbox that is sent; one for each domain whose mailboxes the vendor makes. */
    static List<Map<String, Object>> mailboxes(Plan plan, List<DomainRow> now) {
        Map<Integer, PlannedDomain> slots = slots(plan);
        return now.stream()
                .flatMap(domain -> mailboxes(domain.domain(), slots.get(domain.slot())))
                .toList();
    }

    private static Stream<Map<String, Object>> mailboxes(String domain, PlannedDomain slot) {
        if (slot.sender() != null)
            return Stream.of(row(
                    "address",
                    slot.mailboxes() + " at " + domain + ", made by the vendor",
                    "sender",
                    slot.sender().firstName() + " " + slot.sender().lastName(),
                    "photo",
                    ""));
        return slot.aliases().stream()
                .map(alias -> row(
                        "address",
                        alias.localPart() + "@" + domain,
                        "sender",
                        alias.firstName() + " " + alias.lastName(),
                        "photo",
                        said(alias.photo())));
    }

    private static Map<Integer, PlannedDomain> slots(Plan plan) {
        return plan.domains().stream().collect(Collectors.toMap(PlannedDomain::slot, Function.identity()));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    /** @param pairs name, value, name, value … */
    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) row.put((String) pairs[i], pairs[i + 1]);
        return row;
    }
}
