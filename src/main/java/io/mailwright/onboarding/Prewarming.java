package io.mailwright.onboarding;

import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.plan.Plan;
import io.mailwright.plan.WarmDomain;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Buying the pre-warmed domains of a plan: exactly those that were approved, all of them or none. */
@Step("prewarmed")
class Prewarming {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Attempting attempting;
    private final Plans plans;
    private final WarmStock stock;
    private final Secrets secrets;
    private final Amounts amounts;
    private final Ledger ledger;

    Prewarming(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Attempting attempting,
            Plans plans,
            WarmStock stock,
            Secrets secrets,
            Amounts amounts,
            Ledger ledger) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.attempting = attempting;
        this.plans = plans;
        this.stock = stock;
        this.secrets = secrets;
        this.amounts = amounts;
        this.ledger = ledger;
    }

    /** Buys, once. What is gone or dearer than approved is nobody's to replace: it takes a new plan. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void buy(String key) {
        OrderRow order = orderRecords.order(key);
        attempting.of(order, () -> {
            Plan plan = planRecords.plan(order.campaign()).orElseThrow();
            Authority who = plans.authority(order);
            Wire.Login sequencer = plan.sequencer() == null ? null : secrets.linkedSequencer(plan.sequencer());
            Result result = ledger.buyPrewarmed(
                    who,
                    plan.tag(),
                    plan.prewarmed().stream()
                            .map(item -> new Ledger.WarmItem(item.id(), item.domain(), item.redirect()))
                            .toList(),
                    sequencer,
                    amounts.now(order),
                    () -> priceNow(who.organization(), plan.prewarmed()));
            if (result.outcome() == Outcome.REFUSED)
                throw new BusinessFailure(
                        "data-refused", "the vendor refused to sell the pre-warmed domains: " + result.reason());
            if (result.outcome() == Outcome.DONE) bought(order, result);
        });
    }

    /** Whether they are known to be bought. */
    public boolean bought(String key) {
        return orderRecords.order(key).stage().ordinal() > Stage.ORDERING.ordinal();
    }

    private void bought(OrderRow order, Result result) {
        records.aside(() -> {
            if (result.orderId() != null) orderRecords.set(order, "vendor_order_id", result.orderId());
            if (result.tag() != null) orderRecords.set(order, "tag", result.tag());
            if (order.stage().ordinal() < Stage.PROVISIONING.ordinal()) orderRecords.stage(order, Stage.PROVISIONING);
            orderRecords.domains(order).stream()
                    .filter(domain -> domain.state() == DomainRow.State.PLANNED)
                    .forEach(domain -> orderRecords.state(domain, DomainRow.State.ORDERED));
        });
    }

    private BigDecimal priceNow(String organization, List<WarmDomain> approved) {
        Map<String, WarmDomain> there = stock.all(organization).stream()
                .collect(Collectors.toMap(WarmDomain::id, Function.identity(), (a, b) -> a));
        String gone = approved.stream()
                .filter(item -> !there.containsKey(item.id())
                        || !there.get(item.id()).domain().equals(item.domain()))
                .map(item -> item.domain() + " is not in stock any more")
                .collect(Collectors.joining("; "));
        String dearer = approved.stream()
                .filter(item -> there.containsKey(item.id()) && dearer(there.get(item.id()), item))
                .map(item ->
                        item.domain() + " costs " + price(there.get(item.id())) + " now, the plan says " + price(item))
                .collect(Collectors.joining("; "));
        if (!gone.isEmpty() || !dearer.isEmpty())
            throw new BusinessFailure(
                    "data-refused",
                    gone + (gone.isEmpty() || dearer.isEmpty() ? "" : "; ") + dearer
                            + "; nothing was bought: try again, and the next that fit make a new plan to approve");
        return approved.stream()
                .map(item -> there.get(item.id()))
                .map(item -> item.oneTime().add(item.monthly()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean dearer(WarmDomain now, WarmDomain approved) {
        return now.oneTime().compareTo(approved.oneTime()) > 0 || now.monthly().compareTo(approved.monthly()) > 0;
    }

    private static String price(WarmDomain item) {
        return item.oneTime().toPlainString() + " dollars once and "
                + item.monthly().toPlainString() + " a month";
    }
}
