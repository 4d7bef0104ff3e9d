package io.mailwright.onboarding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** What an order costs a month: the plan's word against the vendor's. */
@Component
class Amounts {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private final Records records;
    private final OrderRecords orderRecords;

    Amounts(Records records, OrderRecords orderRecords) {
        this.records = records;
        this.orderRecords = orderRecords;
    }

    /** Dollars a month that were approved for the domains still wanted. */
    BigDecimal approved(OrderRow order) {
        return order.monthly()
                .multiply(BigDecimal.valueOf(orderRecords.domains(order).size()))
                .divide(BigDecimal.valueOf(orderRecords.slots(order).size()), 2, RoundingMode.HALF_UP);
    }

    /** Dollars a month: the vendor's word once it is known. */
    BigDecimal monthly(OrderRow order) {
        return order.vendorAmount() == null || order.prewarmed() ? approved(order) : order.vendorAmount();
    }

    /** Dollars that were approved for its purchase: the first month, and of pre-warmed domains what they cost once. */
    BigDecimal now(OrderRow order) {
        if (!order.prewarmed()) return approved(order);
        return orderRecords.domains(order).stream().map(DomainRow::price).reduce(order.monthly(), BigDecimal::add);
    }

    /** More than a cent above the plan: a person is asked before the order is used, once. */
    void ask(OrderRow order) {
        if (order.vendorAmount() == null || order.amountAsked()) return;
        BigDecimal approved = now(order);
        boolean boughtEarlier = order.prewarmed() && approved.compareTo(order.monthly()) == 0;
        if (boughtEarlier) return;
        if (order.vendorAmount().subtract(approved).compareTo(A_CENT) <= 0) return;
        records.aside(() -> orderRecords.set(order, "amount_asked", true));
        throw new BusinessFailure(
                "problem",
                "the vendor charges " + order.vendorAmount() + " dollars for order " + order.number()
                        + ", the plan said " + approved
                        + "; go on if that is right, or cancel the campaign and the order");
    }
}
