package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import org.springframework.stereotype.Component;

/** Another redirect for a domain in an order. */
@Component
class Redirecting implements Changing {
    private final Records records;
    private final OrderRecords orderRecords;
    private final DomainChanges changes;
    private final ListedDomains listedDomains;
    private final Ledger ledger;

    Redirecting(
            Records records,
            OrderRecords orderRecords,
            DomainChanges changes,
            ListedDomains listedDomains,
            Ledger ledger) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.changes = changes;
        this.listedDomains = listedDomains;
        this.ledger = ledger;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.CHANGE_REDIRECT;
    }

    @Override
    public Change look(RequestRow request) {
        String domain = request.subject();
        Wire.ListedDomain listed = listedDomains.now(request.organization(), domain);
        Change wish = request.change();
        String from = listed.redirect() == null ? "" : listed.redirect();
        return new Change(
                wish.asked(),
                null,
                wish.reason(),
                from,
                wish.asked(),
                null,
                listed.paymentId(),
                listedDomains.orderKey(request, domain),
                List.of(domain),
                null,
                null,
                List.of(
                        domain + (from.isEmpty() ? " leads nowhere now" : " leads to " + from + " now") + " and will "
                                + (wish.asked().isEmpty() ? "lead nowhere" : "lead to " + wish.asked()),
                        "the vendor's people apply it, usually within a day; until then nothing changes",
                        "mailboxes go on as they are, and it costs nothing"));
    }

    @Override
    public String done(Change found) {
        if (!Redirects.same(found.from(), found.to())) return null;
        return "nothing to do: " + found.domains().get(0)
                + (found.to().isEmpty() ? " leads nowhere already" : " leads to " + found.from() + " already");
    }

    @Override
    public Result send(RequestRow request) {
        return ledger.swapRedirect(
                request.authority(), request.subject(), request.change().to());
    }

    @Override
    public boolean applied(RequestRow request) {
        return listedDomains
                .last(request.organization(), request.subject())
                .map(listed ->
                        Redirects.same(listed.redirect(), request.change().to()))
                .orElse(false);
    }

    @Override
    public String overdue(RequestRow request) {
        return "the vendor took the new redirect of " + request.subject()
                + ", but does not show it and the deadline is over: ask the vendor, then wait on, or cancel this request"
                + " and ask for it again";
    }

    @Override
    public void finish(RequestRow request) {
        if (request.campaign() == null) return;
        records.aside(() -> orderRecords.domains(request.campaign()).stream()
                .filter(row -> row.domain().equals(request.subject()))
                .forEach(row -> changes.add(
                        request.id(), row, row.domain(), null, request.change().to())));
    }
}
