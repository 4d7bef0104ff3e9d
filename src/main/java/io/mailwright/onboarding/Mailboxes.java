package io.mailwright.onboarding;

import io.mailwright.campaign.Alias;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Seeing mailboxes come up, and taking them over. */
@Step("mailboxes")
class Mailboxes {
    /** Named in one text; the rest is counted. */
    private static final int MOST_FACTS = 25;

    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Attempting attempting;
    private final Orders orders;
    private final ScaledMail vendor;
    private final Amounts amounts;

    Mailboxes(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Attempting attempting,
            Orders orders,
            ScaledMail vendor,
            Amounts amounts) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.attempting = attempting;
        this.orders = orders;
        this.vendor = vendor;
        this.amounts = amounts;
    }

    /** Ready means: every domain of the order is active and every expected mailbox of it is listed. */
    public boolean ready(String key) {
        return orderRecords.domains(orderRecords.order(key)).stream()
                .allMatch(d -> d.state() == DomainRow.State.ACTIVE);
    }

    /** Hands over exactly what was approved; a domain that lacks some of it is put to a person. */
    public void collect(String key) {
        OrderRow order = orderRecords.order(key);
        attempting.of(order, () -> {
            orders.requireLiving(order);
            amounts.ask(order);
            Set<String> there = mailboxRecords.mailboxes(order.campaign()).stream()
                    .map(MailboxView::email)
                    .collect(Collectors.toSet());
            List<String> strange = new ArrayList<>();
            for (DomainRow domain : orderRecords.domains(order)) {
                List<String> missing = approved(domain).stream()
                        .map(alias -> address(alias.localPart(), domain))
                        .filter(address -> !there.contains(address))
                        .toList();
                if (missing.isEmpty()) continue;
                strange.add(domain.domain() + " lacks " + some(missing) + " and has "
                        + (domain.notOrdered() == null ? "nothing else" : domain.notOrdered()));
                records.aside(() -> {
                    mailboxRecords.forgetMailboxes(domain);
                    orderRecords.state(domain, DomainRow.State.ORDERED);
                });
            }
            if (!strange.isEmpty())
                throw new BusinessFailure(
                        "problem",
                        "the vendor made mailboxes that were not ordered: " + some(strange)
                                + "; have the vendor mend them, then go on: they are read again");
            records.aside(() -> orderRecords.stage(order, Stage.ONBOARDED));
        });
    }

    /**
     * Reads a domain's mailboxes, once it is active and has at least as many as were ordered. Kept are those that were
     * approved; of any other only the address is noted.
     *
     * @return whether as many were there
     */
    boolean read(String organization, DomainRow domain, Wire.ListedDomain listed) {
        boolean enough = listed.totalMailboxes() == null || listed.totalMailboxes() >= domain.expected();
        if (!listed.active() || listed.id() == null || !enough) return false;
        Optional<List<Wire.Mailbox>> read = vendor.mailboxes(organization, listed.id(), false);
        if (read.isEmpty()) return false;
        Map<String, Wire.Mailbox> made = new LinkedHashMap<>();
        for (Wire.Mailbox mailbox : read.get())
            if (address(mailbox, domain) != null) made.putIfAbsent(address(mailbox, domain), mailbox);
        if (made.size() < domain.expected()) return false;
        records.aside(() -> {
            mailboxRecords.forgetMailboxes(domain);
            int position = 1;
            for (Alias alias : approved(domain)) {
                Wire.Mailbox mailbox = made.remove(address(alias.localPart(), domain));
                if (mailbox == null) continue;
                mailboxRecords.mailbox(
                        domain,
                        position++,
                        mailbox.firstName() == null ? alias.firstName() : mailbox.firstName(),
                        mailbox.lastName() == null ? alias.lastName() : mailbox.lastName(),
                        alias.localPart(),
                        mailbox.status());
            }
            orderRecords.listed(domain, listed.id(), made.isEmpty() ? null : some(List.copyOf(made.keySet())));
        });
        return true;
    }

    private List<Alias> approved(DomainRow domain) {
        return planRecords.plan(domain.campaign()).orElseThrow().domains().stream()
                .filter(planned -> planned.slot() == domain.slot())
                .findFirst()
                .orElseThrow()
                .aliases();
    }

    /** The address may be missing, then the alias says it; there is no other id. */
    private static String address(Wire.Mailbox mailbox, DomainRow domain) {
        String text = mailbox.email() != null && !mailbox.email().isBlank() ? mailbox.email() : mailbox.alias();
        return text == null || text.isBlank() ? null : address(text.strip(), domain);
    }

    private static String address(String text, DomainRow domain) {
        return (text.indexOf('@') < 0 ? text + "@" + domain.domain() : text).toLowerCase(Locale.ROOT);
    }

    private static String some(List<String> facts) {
        return facts.size() <= MOST_FACTS
                ? String.join(", ", facts)
                : String.join(", ", facts.subList(0, MOST_FACTS)) + " and " + (facts.size() - MOST_FACTS) + " more";
    }
}
