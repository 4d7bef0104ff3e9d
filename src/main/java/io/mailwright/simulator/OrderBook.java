package io.mailwright.simulator;

import io.mailwright.simulator.Order.Pack;
import io.mailwright.simulator.OrderForm.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Order → charge → pending form → In Progress (section 3.3). */
@WhenSimulated
@Component("simulatorOrderBook")
class OrderBook {
    private final State state;

    OrderBook(State state) {
        this.state = state;
    }

    /** An order by the API. */
    Order place(
            String organization,
            String source,
            OrderForm form,
            boolean direct,
            boolean paid,
            UnaryOperator<BigDecimal> reduction) {
        Map<MailboxType, Integer> counts = new EnumMap<>(MailboxType.class);
        form.providers().forEach((type, entries) -> counts.put(type, entries.size()));
        Order order = put(organization, source, "api", form.tag(), counts, direct, reduction);
        form.providers().forEach((type, entries) -> entries.forEach(entry -> add(order, type, entry)));
        if (paid) {
            pay(order.id());
        }
        return order;
    }

    /** An order in the web app, paid; with names of one type they are listed, of several types only in the form. */
    Order buyInWebApp(String organization, String source, Map<MailboxType, Integer> counts, List<String> names) {
        Order order = put(organization, source, "web", "", counts, false, UnaryOperator.identity());
        int next = 0;
        for (Map.Entry<MailboxType, Integer> count :
                names.isEmpty() ? List.<Map.Entry<MailboxType, Integer>>of() : List.copyOf(counts.entrySet())) {
            for (String name : names.subList(next, next + count.getValue())) {
                add(order, count.getKey(), new Entry(name, "", OrderForm.Format.BARE, List.of()));
            }
            next += count.getValue();
        }
        pay(order.id());
        return order;
    }

    private Order put(
            String organization,
            String source,
            String madeIn,
            String tag,
            Map<MailboxType, Integer> counts,
            boolean direct,
            UnaryOperator<BigDecimal> reduction) {
        BigDecimal amount = counts.entrySet().stream()
                .map(count -> count.getKey().price(count.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reduced =
                reduction.apply(amount).multiply(state.modes.orderFactor()).setScale(2, RoundingMode.HALF_UP);
        String id = state.recordId();
        Map<MailboxType, Pack> packs = new LinkedHashMap<>();
        counts.forEach((type, domains) -> packs.put(type, new Pack(state.recordId(), domains)));
        Order order = new Order(
                id,
                organization,
                source,
                madeIn,
                tag,
                reduced,
                state.clock.now(),
                direct,
                false,
                false,
                packs,
                madeIn.equals("web") ? Moment.ALWAYS : state.visibleFrom());
        state.orders.put(id, order);
        return order;
    }

    private Domain add(Order order, MailboxType type, Entry entry) {
        Domain domain = new Domain(
                state.recordId(),
                entry.domain(),
                order.id(),
                type,
                order.source(),
                entry.redirect(),
                entry.aliases(),
                null,
                order.visibleFrom());
        state.domains.put(domain.id(), domain);
        return domain;
    }

    /** The charge went through: mailboxes are made, or the form is asked for. */
    void pay(String orderId) {
        Order order = state.orders.get(orderId).asPaid();
        state.orders.put(orderId, order);
        if (order.direct()) {
            start(orderId, order.visibleFrom());
            return;
        }
        List<String> names = state.modes.namelessForms() && "other".equals(order.source())
                ? List.of()
                : state.domainsOf(orderId).map(Domain::name).toList();
        String uuid = state.uuid();
        state.forms.put(uuid, new Form(uuid, orderId, state.clock.now(), names, null, null));
    }

    /** The form came in: its data replaces what was ordered, and mailboxes are made. */
    void submit(Form pending, OrderForm form, String source) {
        Order order = state.orders.get(pending.orderId());
        Map<String, String> ids = new LinkedHashMap<>();
        state.domainsOf(order.id()).toList().forEach(domain -> {
            ids.put(domain.name(), domain.id());
            state.domains.remove(domain.id());
        });
        form.providers()
                .forEach((type, entries) -> entries.forEach(entry -> {
                    String id = ids.containsKey(entry.domain()) ? ids.get(entry.domain()) : state.recordId();
                    state.domains.put(
                            id,
                            new Domain(
                                    id,
                                    entry.domain(),
                                    order.id(),
                                    type,
                                    source,
                                    entry.redirect(),
                                    entry.aliases(),
                                    null,
                                    null));
                }));
        if (!form.tag().isEmpty()) {
            state.orders.put(order.id(), order.tagged(form.tag()));
        }
        Instant now = state.clock.now();
        state.forms.put(pending.uuid(), pending.submitted(now, state.in(state.modes.formLingers())));
        start(order.id(), state.visibleFrom());
    }

    /** Pre-warmed domains: their mailboxes are there, so that nothing is waited for once they are paid. */
    Order placeWarm(String organization, String tag, Map<WarmDomain, String> redirects, boolean paid) {
        Map<MailboxType, Integer> counts = new EnumMap<>(MailboxType.class);
        redirects.keySet().forEach(item -> counts.merge(item.type(), 1, Integer::sum));
        BigDecimal price = redirects.keySet().stream()
                .map(item -> item.once().add(item.monthly()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Order order = put(organization, "scaledmail", "api", tag, counts, true, amount -> price);
        redirects.forEach((item, redirect) -> {
            add(order, item.type(), new Entry(item.domain(), redirect, OrderForm.Format.ALIASES, item.aliases()));
            state.stock.put(item.id(), item.sold(order.id(), state.nextCall()));
        });
        if (paid) {
            pay(order.id());
        }
        return order;
    }

    void cancel(String orderId, String madeIn, long call, Moment visibleFrom) {
        Order order = state.orders.get(orderId);
        if (order.cancelled()) {
            throw Rejected.because("Order already cancelled");
        }
        state.orders.put(orderId, order.asCancelled());
        state.cancellations.put(orderId, new Cancellation(orderId, madeIn, state.clock.now(), call, visibleFrom));
    }

    private void start(String orderId, Moment visibleFrom) {
        boolean warm = state.stock.values().stream().anyMatch(item -> orderId.equals(item.soldTo()));
        Instant now = warm ? Instant.EPOCH : state.clock.now();
        state.domainsOf(orderId)
                .toList()
                .forEach(domain -> state.domains.put(domain.id(), domain.started(now, visibleFrom)));
    }
}
