package io.mailwright.onboarding;

import io.mailwright.campaign.Alias;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
            List<MailboxView> there = mailboxRecords.mailboxes(order.campaign());
            List<String> strange = new ArrayList<>();
            for (DomainRow domain : orderRecords.domains(order)) {
                Optional<String> wrong = wrong(domain, there);
                if (wrong.isEmpty()) continue;
                strange.add(domain.domain() + " " + wrong.get() + " and has "
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

    /** What a domain lacks of what was approved, in a person's words. */
    Optional<String> lacks(DomainRow domain) {
        return wrong(domain, mailboxRecords.mailboxes(domain.campaign())).map(what -> domain.domain() + " " + what);
    }

    private Optional<String> wrong(DomainRow domain, List<MailboxView> there) {
        Optional<PlannedDomain> inPlan = planned(domain);
        List<String> addresses = there.stream()
                .filter(mailbox -> mailbox.domain().equals(domain.domain()))
                .map(MailboxView::email)
                .toList();
        if (inPlan.isEmpty())
            return addresses.size() >= domain.expected()
                    ? Optional.empty()
                    : Optional.of("should have " + domain.expected() + " warmed mailboxes");
        PlannedDomain planned = inPlan.get();
        if (planned.sender() != null)
            return addresses.size() == domain.expected()
                    ? Optional.empty()
                    : Optional.of("should have " + domain.expected() + " mailboxes of "
                            + planned.sender().firstName() + " "
                            + planned.sender().lastName());
        List<String> missing = planned.aliases().stream()
                .map(alias -> address(alias.localPart(), domain))
                .filter(address -> !addresses.contains(address))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("lacks " + some(missing));
    }

    /**
     * Reads a domain's mailboxes, once it is active and has at least as many as were ordered. Kept are those that were
     * approved, or all where the vendor makes the aliases and made as it should; of any other only the address is noted.
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
        List<Alias> approved = approved(domain, made);
        records.aside(() -> {
            mailboxRecords.forgetMailboxes(domain);
            int position = 1;
            for (Alias alias : approved) {
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

    private List<Alias> approved(DomainRow domain, Map<String, Wire.Mailbox> made) {
        return planned(domain)
                .map(planned -> planned.sender() == null
                        ? planned.aliases()
                        : VendorAliases.of(planned.sender(), domain.domain(), domain.expected(), made))
                .orElseGet(() -> VendorAliases.all(domain.domain(), made));
    }

    /** Empty for a pre-warmed domain: its mailboxes are the vendor's. */
    private Optional<PlannedDomain> planned(DomainRow domain) {
        return planRecords.plan(domain.campaign()).orElseThrow().domains().stream()
                .filter(planned -> planned.slot() == domain.slot())
                .findFirst();
    }

    /** The address may be missing, then the alias says it; there is no other id. */
    static String address(Wire.Mailbox mailbox, DomainRow domain) {
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
