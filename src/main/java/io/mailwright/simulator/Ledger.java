package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /simulator/ledger: what was really bought. Amounts in US dollars; orders at their first month. */
@WhenSimulated
@RestController("simulatorLedger")
class Ledger {
    private final State state;

    Ledger(State state) {
        this.state = state;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Page(
            Counts counts,
            Charged charged,
            List<Duplicates.Duplicate> duplicates,
            long overruns,
            Map<String, Long> calls,
            List<Purchase> purchases,
            List<OrderLine> orders,
            List<FormLine> forms,
            List<WarmLine> preWarmed,
            List<CancelLine> cancellations,
            List<Swap> swaps,
            Map<String, String> organizations,
            List<SpendCall> spendCalls) {}

    /** {@code madeIn} as of an order; {@code call} is 0 in the web app. */
    @JsonNaming(SnakeCaseStrategy.class)
    record CancelLine(String orderId, String madeIn, Instant at, long call) {}

    /** {@code charged} when it was bought: once, and the first month. */
    @JsonNaming(SnakeCaseStrategy.class)
    record WarmLine(String id, String domain, String orderId, BigDecimal charged, long call) {}

    /** {@code purchases} and {@code orders} by API or web app; {@code forms} submitted. */
    record Counts(int purchases, int orders, int forms, int duplicates) {}

    record Charged(BigDecimal purchases, BigDecimal orders, BigDecimal total) {}

    /** {@code call} is 0 for a name registered in the web app. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Purchase(String domain, String organizationId, BigDecimal charged, Instant at, long call) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrderLine(
            String id,
            String organizationId,
            String madeIn,
            String tag,
            BigDecimal amount,
            boolean paid,
            String status,
            String description,
            List<String> domains,
            Instant at) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FormLine(String uuid, String paymentId, List<String> domains, Instant submittedAt) {}

    @GetMapping(Gate.ROOT + "/ledger")
    Page ledger() {
        List<Duplicates.Duplicate> duplicates = new Duplicates(state).find();
        int submitted = (int) state.forms.values().stream()
                .filter(form -> form.submittedAt() != null)
                .count();
        BigDecimal purchases = sum(state.registrations.values().stream(), Registration::charged);
        BigDecimal orders = sum(state.orders.values().stream().filter(Order::paid), Order::amount);
        return new Page(
                new Counts(state.registrations.size(), state.orders.size(), submitted, duplicates.size()),
                new Charged(purchases, orders, purchases.add(orders)),
                duplicates,
                state.overruns,
                state.calls,
                state.registrations.values().stream().map(Ledger::purchase).toList(),
                state.orders.values().stream().map(this::order).toList(),
                state.forms.values().stream().map(this::form).toList(),
                state.stock.values().stream()
                        .filter(item -> item.soldTo() != null)
                        .map(item -> new WarmLine(
                                item.id(),
                                item.domain(),
                                item.soldTo(),
                                item.once().add(item.monthly()),
                                item.call()))
                        .toList(),
                state.cancellations.values().stream()
                        .map(end -> new CancelLine(end.orderId(), end.madeIn(), end.at(), end.call()))
                        .toList(),
                state.swaps,
                state.organizations,
                state.spendCalls);
    }

    private static Purchase purchase(Registration bought) {
        return new Purchase(
                bought.domain(), bought.organization(), bought.charged(), bought.createdAt(), bought.call());
    }

    private OrderLine order(Order order) {
        return new OrderLine(
                order.id(),
                order.organization(),
                order.madeIn(),
                order.tag(),
                order.amount(),
                order.paid(),
                order.status(),
                order.description(),
                names(order.id()),
                order.createdAt());
    }

    private FormLine form(Form form) {
        return new FormLine(form.uuid(), form.orderId(), names(form.orderId()), form.submittedAt());
    }

    private List<String> names(String orderId) {
        return state.domainsOf(orderId).map(Domain::name).toList();
    }

    private static <T> BigDecimal sum(Stream<T> things, Function<T, BigDecimal> amount) {
        return things.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
