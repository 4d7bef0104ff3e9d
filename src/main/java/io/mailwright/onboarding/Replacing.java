package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Another name in the place of a burned domain, in the same order. */
@Component
class Replacing implements Changing {
    private static final String OURS = "scaledmail";
    private static final String OTHER = "other";

    private final Records records;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Notices notices;
    private final Mailboxes mailboxes;
    private final DomainChanges changes;
    private final ListedDomains listedDomains;
    private final SpareNames spares;
    private final Readings readings;
    private final Secrets secrets;
    private final Ledger ledger;
    private final Clock clock;

    Replacing(
            Records records,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Notices notices,
            Mailboxes mailboxes,
            DomainChanges changes,
            ListedDomains listedDomains,
            SpareNames spares,
            Readings readings,
            Secrets secrets,
            Ledger ledger,
            Clock clock) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.changes = changes;
        this.listedDomains = listedDomains;
        this.spares = spares;
        this.readings = readings;
        this.secrets = secrets;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.REPLACE_DOMAIN;
    }

    @Override
    public Change look(RequestRow request) {
        String old = request.subject();
        settled(request);
        Wire.ListedDomain listed = listedDomains.now(request.organization(), old);
        Change wish = request.change();
        boolean elsewhere = wish.hosting() != null;
        if (elsewhere) {
            secrets.hosting(wish.hosting());
            spares.checkElsewhere(request, wish.asked());
        } else if (wish.asked() != null) spares.check(request, wish.asked());
        String spare = wish.asked() != null ? wish.asked() : spares.choose(request);
        BigDecimal monthly = monthly(request, listed);
        return new Change(
                wish.asked(),
                wish.hosting(),
                wish.reason(),
                old,
                spare,
                elsewhere ? OTHER : OURS,
                listed.paymentId(),
                listedDomains.orderKey(request, old),
                List.of(old),
                ChangeTexts.addresses(listed),
                monthly,
                consequences(old, spare, listed, monthly));
    }

    private static List<String> consequences(String old, String spare, Wire.ListedDomain listed, BigDecimal monthly) {
        return Stream.of(
                        ChangeTexts.count(ChangeTexts.mailboxes(listed), "mailbox") + " of " + old + " move to " + spare
                                + ": the addresses change, and they must warm up again before they send",
                        "the vendor's people apply it, usually within days; until then " + old + " goes on",
                        "the swap costs nothing; the order goes on"
                                + (monthly == null ? "" : " at $" + monthly + " a month"),
                        old + " stays registered, in no order, and is not chosen as a spare again")
                .toList();
    }

    /** A campaign that is under way still speaks of its domains by their old names. */
    private void settled(RequestRow request) {
        if (request.campaign() == null) return;
        CampaignRow campaign = records.campaign(request.campaign());
        if (!campaign.stage().ended())
            throw ChangeTexts.problem("campaign " + campaign.id() + " is still setting up its domains ("
                    + campaign.stage().word() + "): go on once it is onboarded, or cancel this request");
    }

    private BigDecimal monthly(RequestRow request, Wire.ListedDomain listed) {
        if (listed.paymentId() == null) return null;
        return readings.orders(request.organization())
                .first(order -> listed.paymentId().equals(order.id()))
                .map(Wire.Order::amount)
                .map(ChangeTexts::dollars)
                .orElse(null);
    }

    @Override
    public String done(Change found) {
        return null;
    }

    @Override
    public Result send(RequestRow request) {
        Change change = request.change();
        return ledger.swapDomain(
                request.authority(),
                change.from(),
                change.to(),
                change.source(),
                change.hosting() == null ? null : secrets.hosting(change.hosting()));
    }

    /** The slot takes the new name when the vendor lists it, and its mailboxes when they are up. */
    @Override
    public void read(RequestRow request, Instant until) {
        if (request.campaign() == null) return;
        Optional<Wire.ListedDomain> listed = inPlace(request);
        if (listed.isEmpty()) return;
        slot(request, request.change().from())
                .ifPresent(old -> records.aside(() -> {
                    changes.add(request.id(), old, request.change().to(), old.domain(), null);
                    mailboxRecords.forgetMailboxes(old);
                    orderRecords.rename(old, request.change().to());
                }));
        slot(request, request.change().to())
                .filter(row ->
                        row.state() != DomainRow.State.ACTIVE && clock.instant().isBefore(until))
                .ifPresent(row -> mailboxes.read(request.organization(), row, listed.get()));
    }

    @Override
    public boolean applied(RequestRow request) {
        if (request.campaign() == null)
            return inPlace(request).filter(Wire.ListedDomain::active).isPresent();
        return slot(request, request.change().to())
                .filter(row -> row.state() == DomainRow.State.ACTIVE)
                .isPresent();
    }

    /** The new name in the order of the old one. */
    private Optional<Wire.ListedDomain> inPlace(RequestRow request) {
        Change change = request.change();
        return listedDomains
                .last(request.organization(), change.to())
                .filter(row -> change.order() == null
                        || row.paymentId() == null
                        || Objects.equals(change.order(), row.paymentId()));
    }

    private Optional<DomainRow> slot(RequestRow request, String name) {
        return orderRecords.domains(request.campaign()).stream()
                .filter(row -> row.wanted() && row.domain().equals(name))
                .findFirst();
    }

    @Override
    public String overdue(RequestRow request) {
        return "the vendor took the swap of " + request.change().from() + " for "
                + request.change().to()
                + ", but does not show the new name with all its mailboxes and the deadline is over: ask the vendor, then"
                + " wait on, or stop waiting";
    }

    @Override
    public void finish(RequestRow request) {
        if (request.campaign() == null) return;
        DomainRow row = slot(request, request.change().to()).orElseThrow();
        String lacks = mailboxes.lacks(row).orElse(null);
        if (lacks == null) {
            CampaignRow campaign = records.campaign(request.campaign());
            records.aside(() -> notices.readyAgain(request, campaign, mailboxRecords.mailboxes(request.campaign())));
            return;
        }
        records.aside(() -> {
            mailboxRecords.forgetMailboxes(row);
            orderRecords.state(row, DomainRow.State.ORDERED);
        });
        throw ChangeTexts.problem("the vendor moved other mailboxes than those that were there: " + lacks
                + "; have the vendor mend them, then go on: they are read again");
    }
}
