package io.mailwright.onboarding;

import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Readings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * After a restore the vendor may know better which names stand in a plan's slots: alternates that took a lost name's place
 * after the backup. They are put there again before anything is bought.
 */
@Component
class Regrouping {
    private final Records records;
    private final OrderRecords orderRecords;
    private final Substitutes substitutes;
    private final Plans plans;
    private final Ledger ledger;
    private final Readings readings;

    Regrouping(
            Records records,
            OrderRecords orderRecords,
            Substitutes substitutes,
            Plans plans,
            Ledger ledger,
            Readings readings) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.substitutes = substitutes;
        this.plans = plans;
        this.ledger = ledger;
        this.readings = readings;
    }

    /** All orders of the plan at once, so that none takes an alternate that stands in another's. */
    void asTheVendorHasThem(OrderRow order) {
        Authority who = plans.authority(order);
        List<OrderRow> orders = orderRecords.orders(order.campaign()).stream()
                .filter(one -> !one.prewarmed())
                .toList();
        List<Ledger.Placed> placed = ledger.forgottenOrders(
                who, orders.stream().map(OrderRow::number).toList());
        records.aside(() -> placed.forEach(theirs -> orders.stream()
                .filter(ours -> ours.number() == theirs.number())
                .forEach(ours -> substitutes.standIn(ours, theirs.names()))));
        boughtAlternates(order, who);
    }

    /** An alternate that is bought already goes before a name that is not. */
    private void boughtAlternates(OrderRow order, Authority who) {
        List<DomainRow> planned = orderRecords.domains(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.PLANNED)
                .toList();
        List<String> alternates = substitutes.free(order.campaign());
        if (alternates.isEmpty() || planned.isEmpty()) return;
        Set<String> bought = ledger.forgottenNames(who.organization(), alternates);
        if (bought.isEmpty()) return;
        Set<String> there = readings.lastRegistrations(who.organization()).orElseThrow().rows().stream()
                .map(row -> Readings.name(row.domain()))
                .collect(Collectors.toSet());
        records.aside(() -> planned.stream()
                .filter(domain -> !there.contains(domain.domain()))
                .forEach(domain -> substitutes.insteadOf(domain, bought)));
    }
}
