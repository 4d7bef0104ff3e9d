package io.mailwright.onboarding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approved alternates of a plan. Writes join the caller's transaction. */
@Component
class Substitutes {
    private final OrderRecords orderRecords;
    private final JdbcClient jdbc;

    Substitutes(OrderRecords orderRecords, JdbcClient jdbc) {
        this.orderRecords = orderRecords;
        this.jdbc = jdbc;
    }

    private record Alternate(String domain, BigDecimal price) {}

    /** Those that stand in no slot, by rank. */
    List<String> free(String campaign) {
        return alternates(campaign, true).stream().map(Alternate::domain).toList();
    }

    /**
     * Puts the next approved alternate in a lost name's slot, if it costs no more than what was approved for the slot.
     *
     * @return the name now in the slot, or empty when no alternate is left
     */
    Optional<String> substitute(DomainRow lost) {
        Optional<String> next = insteadOf(lost, free(lost.campaign()));
        if (next.isEmpty() && current(lost)) orderRecords.state(lost, DomainRow.State.LOST);
        return next;
    }

    /** @param among which alternates to choose from */
    Optional<String> insteadOf(DomainRow slot, Collection<String> among) {
        if (!current(slot)) return Optional.empty();
        Optional<String> next = alternates(slot.campaign(), true).stream()
                .filter(alternate -> among.contains(alternate.domain()))
                .filter(alternate -> alternate.price().compareTo(slot.price()) <= 0)
                .map(Alternate::domain)
                .findFirst();
        if (next.isEmpty()) return next;
        if (!take(slot.campaign(), next.get())) return insteadOf(slot, among);
        put(slot, next.get());
        return next;
    }

    /**
     * Makes an order's slots what the vendor has in it. Slots whose name is not among those were dropped; nothing changes
     * when the vendor lists a name that is neither in the plan nor an alternate.
     */
    void standIn(OrderRow order, Set<String> names) {
        List<DomainRow> slots = orderRecords.slots(order);
        List<String> missing = new ArrayList<>(names);
        slots.forEach(slot -> missing.remove(slot.domain()));
        List<String> alternates = alternates(order.campaign(), false).stream()
                .map(Alternate::domain)
                .toList();
        if (names.isEmpty() || !alternates.containsAll(missing)) return;
        missing.sort(java.util.Comparator.comparing(alternates::indexOf));
        for (DomainRow slot : slots) {
            if (names.contains(slot.domain())) continue;
            if (missing.isEmpty()) orderRecords.state(slot, DomainRow.State.DROPPED);
            else {
                take(order.campaign(), missing.get(0));
                put(slot, missing.remove(0));
            }
        }
    }

    private boolean current(DomainRow slot) {
        return orderRecords.domains(slot.campaign()).contains(slot);
    }

    private void put(DomainRow slot, String name) {
        jdbc.sql("update campaign_domain set domain = ?, state = 'planned' where campaign_id = ? and slot = ?"
                        + " and domain = ?")
                .params(name, slot.campaign(), slot.slot(), slot.domain())
                .update();
    }

    private boolean take(String campaign, String name) {
        return jdbc.sql("update alternate set state = 'used' where campaign_id = ? and domain = ? and state = 'free'")
                        .params(campaign, name)
                        .update()
                == 1;
    }

    private List<Alternate> alternates(String campaign, boolean free) {
        return jdbc.sql(
                        "select domain, price from alternate where campaign_id = ? and state in ('free', ?) order by rank")
                .params(campaign, free ? "free" : "used")
                .query((row, i) -> new Alternate(row.getString(1), row.getBigDecimal(2)))
                .list();
    }
}
