package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The end of an order: all of it, at once. */
@Component
class CancellingOrder implements Changing {
    private final Records records;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Readings readings;
    private final ScaledMail vendor;
    private final Ledger ledger;
    private final Clock clock;

    CancellingOrder(
            Records records,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Readings readings,
            ScaledMail vendor,
            Ledger ledger,
            Clock clock) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.readings = readings;
        this.vendor = vendor;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.CANCEL_ORDER;
    }

    @Override
    public Change look(RequestRow request) {
        String id = request.subject();
        Wire.OrderDetails order = details(request);
        List<Wire.ListedDomain> listed = readings.domains(request.organization()).rows().stream()
                .filter(row -> id.equals(row.paymentId()))
                .toList();
        Optional<Wire.PendingForm> form =
                readings.forms(request.organization()).first(one -> id.equals(one.paymentId()));
        List<String> domains = Stream.of(
                        listed.stream().map(Wire.ListedDomain::domain),
                        order.packages().stream()
                                .flatMap(part -> part.domains().stream())
                                .map(Wire.OrderDomain::name),
                        form.map(Wire.PendingForm::data).stream().flatMap(data -> data.domains().stream()))
                .flatMap(names -> names)
                .map(Readings::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        int mailboxes = listed.stream().mapToInt(ChangeTexts::mailboxes).sum();
        BigDecimal monthly = ChangeTexts.dollars(order.amount());
        Change found = new Change(
                null,
                null,
                request.change().reason(),
                order.cancelled() ? "cancelled" : "living",
                "cancelled",
                null,
                id,
                ours(request).stream().findFirst().map(OrderRow::key).orElse(null),
                domains,
                listed.stream()
                        .flatMap(row -> ChangeTexts.addresses(row).stream())
                        .sorted()
                        .toList(),
                monthly,
                consequences(domains, mailboxes, monthly, form.isPresent()));
        if (order.cancelled()) follow(request);
        return found;
    }

    private static List<String> consequences(List<String> domains, int mailboxes, BigDecimal monthly, boolean pending) {
        return Stream.of(
                        mailboxes == 0
                                ? "the order ends at once, whole; it has no mailboxes yet"
                                : "the order ends at once, whole: " + ChangeTexts.count(mailboxes, "mailbox") + " on "
                                        + ChangeTexts.count(domains.size(), "domain")
                                        + " stop and can't be brought back",
                        pending ? "its form, which was never submitted, is gone too" : null,
                        "nothing is refunded" + (monthly == null ? "" : "; the $" + monthly + " a month end"),
                        "domains registered at the vendor are kept, in no order: they renew, and may be ordered again")
                .filter(Objects::nonNull)
                .toList();
    }

    private Wire.OrderDetails details(RequestRow request) {
        try {
            return vendor.order(request.organization(), request.subject());
        } catch (VendorException failed) {
            if (failed.status() != 404) throw failed;
            throw ChangeTexts.problem("the vendor knows no order " + request.subject()
                    + " in this workspace: cancel this request, and ask again with an id from the vendor's list of orders or"
                    + " with <campaign id>/<order number>");
        }
    }

    @Override
    public String done(Change found) {
        return found.from().equals(found.to())
                ? "nothing to do: order " + found.order() + " is cancelled already"
                : null;
    }

    @Override
    public Result send(RequestRow request) {
        return ledger.cancelOrder(request.authority(), request.subject());
    }

    @Override
    public boolean applied(RequestRow request) {
        return readings.lastOrders(request.organization())
                .map(orders -> orders.first(order -> request.subject().equals(order.id()))
                        .map(Wire.Order::cancelled)
                        // one that is no longer listed at all has ended too
                        .orElse(orders.sure()))
                .orElse(false);
    }

    @Override
    public String overdue(RequestRow request) {
        return "the vendor took the cancellation of order " + request.subject()
                + ", but still lists it as living and the deadline is over: look at it in the vendor's web app, where it may"
                + " be charged on, and ask the vendor; then wait on, or cancel this request";
    }

    @Override
    public void finish(RequestRow request) {
        follow(request);
    }

    /** Its mailboxes are gone and its names are registered only; what the campaign shows follows. */
    private void follow(RequestRow request) {
        records.aside(() -> ours(request).forEach(order -> {
            orderRecords.cancelled(order, clock.instant());
            orderRecords.domains(order).forEach(domain -> {
                mailboxRecords.forgetMailboxes(domain);
                orderRecords.state(domain, DomainRow.State.REGISTERED);
            });
        }));
    }

    private List<OrderRow> ours(RequestRow request) {
        return request.campaign() == null
                ? List.of()
                : orderRecords.orders(request.campaign()).stream()
                        .filter(order -> request.subject().equals(order.vendorOrderId()))
                        .toList();
    }
}
