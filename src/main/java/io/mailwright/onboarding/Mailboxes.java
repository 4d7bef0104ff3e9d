package io.mailwright.onboarding;

import io.mailwright.campaign.Alias;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Seeing mailboxes come up, and taking them over. */
@Step("mailboxes")
class Mailboxes {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Attempting attempting;
    private final ScaledMail vendor;
    private final Amounts amounts;

    Mailboxes(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Attempting attempting,
            ScaledMail vendor,
            Amounts amounts) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.attempting = attempting;
        this.vendor = vendor;
        this.amounts = amounts;
    }

    /** Ready means: every domain of the order is active and every expected mailbox of it is listed. */
    public boolean ready(String key) {
        return orderRecords.domains(orderRecords.order(key)).stream()
                .allMatch(d -> d.state() == DomainRow.State.ACTIVE);
    }

    /** Compares what the vendor made with what was sent; anything else is put to a person. */
    public void collect(String key) {
        OrderRow order = orderRecords.order(key);
        attempting.of(order, () -> {
            amounts.ask(order);
            Map<Integer, Set<String>> sent = planRecords.plan(order.campaign()).orElseThrow().domains().stream()
                    .collect(Collectors.toMap(
                            PlannedDomain::slot,
                            slot -> slot.aliases().stream()
                                    .map(Alias::localPart)
                                    .collect(Collectors.toSet())));
            List<MailboxView> listed = mailboxRecords.mailboxes(order.campaign());
            List<String> strange = new ArrayList<>();
            for (DomainRow domain : orderRecords.domains(order)) {
                Set<String> made = listed.stream()
                        .filter(mailbox -> mailbox.domain().equals(domain.domain()))
                        .map(mailbox -> mailbox.email()
                                .substring(0, mailbox.email().indexOf('@'))
                                .toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (made.equals(sent.get(domain.slot()))) continue;
                strange.add(domain.domain() + " has " + String.join(", ", made));
                records.aside(() -> {
                    mailboxRecords.forgetMailboxes(domain);
                    orderRecords.state(domain, DomainRow.State.ORDERED);
                });
            }
            if (!strange.isEmpty())
                throw new BusinessFailure(
                        "problem",
                        "the vendor made mailboxes that were not ordered: " + String.join("; ", strange)
                                + "; have the vendor mend them, then go on: they are read again");
            records.aside(() -> orderRecords.stage(order, Stage.ONBOARDED));
        });
    }

    /**
     * Reads a domain's mailboxes, once it is active and has as many as were ordered.
     *
     * @return whether they were all there
     */
    boolean read(String organization, DomainRow domain, Wire.ListedDomain listed) {
        boolean countIsRight = listed.totalMailboxes() == null || listed.totalMailboxes() == domain.expected();
        if (!listed.active() || listed.id() == null || !countIsRight) return false;
        Optional<List<Wire.Mailbox>> read = vendor.mailboxes(organization, listed.id(), false);
        if (read.isEmpty()) return false;
        Map<String, Wire.Mailbox> byLocalPart = read.get().stream()
                .filter(mailbox -> localPart(mailbox) != null)
                .collect(Collectors.toMap(
                        Mailboxes::localPart, mailbox -> mailbox, (a, b) -> a, java.util.LinkedHashMap::new));
        if (byLocalPart.size() < domain.expected()) return false;
        records.aside(() -> {
            mailboxRecords.forgetMailboxes(domain);
            int position = 1;
            for (Map.Entry<String, Wire.Mailbox> mailbox : byLocalPart.entrySet())
                mailboxRecords.mailbox(
                        domain,
                        position++,
                        mailbox.getValue().firstName(),
                        mailbox.getValue().lastName(),
                        mailbox.getKey(),
                        mailbox.getValue().status());
            orderRecords.vendorDomain(domain, listed.id());
            orderRecords.state(domain, DomainRow.State.ACTIVE);
        });
        return true;
    }

    /** The address may be missing, then the alias says it; there is no other id. */
    private static String localPart(Wire.Mailbox mailbox) {
        String text = mailbox.alias() != null ? mailbox.alias() : mailbox.email();
        if (text == null) return null;
        int at = text.indexOf('@');
        return (at < 0 ? text : text.substring(0, at)).strip().toLowerCase(Locale.ROOT);
    }
}
