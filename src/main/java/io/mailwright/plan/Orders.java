package io.mailwright.plan;

import io.mailwright.campaign.Provider;
import io.mailwright.plan.Slot.OrderKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How slots are split into orders: each of one type, one source and one registrar's login, at most the type's cap of
 * domains, in slot order.
 */
final class Orders {
    private final List<PlannedOrder> orders = new ArrayList<>();
    private final Map<Integer, Integer> numberBySlot = new HashMap<>();

    Orders(List<Slot> slots, Map<Provider, UnitPrice> prices) {
        Map<OrderKind, List<Slot>> byKind = new LinkedHashMap<>();
        slots.forEach(slot ->
                byKind.computeIfAbsent(slot.order(), kind -> new ArrayList<>()).add(slot));
        byKind.forEach((kind, ofKind) -> {
            int most = kind.provider().domainsPerOrder();
            for (int from = 0; from < ofKind.size(); from += most) {
                add(kind, ofKind.subList(from, Math.min(from + most, ofKind.size())), prices);
            }
        });
    }

    List<PlannedOrder> list() {
        return List.copyOf(orders);
    }

    int numberOf(Slot slot) {
        return numberBySlot.get(slot.number());
    }

    private void add(OrderKind kind, List<Slot> slots, Map<Provider, UnitPrice> prices) {
        Provider type = kind.provider();
        int number = orders.size() + 1;
        int mailboxes = slots.size() * type.aliasesPerDomain();
        slots.forEach(slot -> numberBySlot.put(slot.number(), number));
        orders.add(new PlannedOrder(
                number,
                type,
                kind.source(),
                kind.hosting(),
                slots.size(),
                mailboxes,
                monthly(type, prices.get(type), slots.size(), mailboxes)));
    }

    private static BigDecimal monthly(Provider type, UnitPrice price, int domains, int mailboxes) {
        if (price == null) {
            throw new PlanRefused("the price of %s is not known; ask the vendor for it first".formatted(type.word()));
        }
        int units = price.basis() == UnitPrice.Basis.DOMAIN ? domains : mailboxes;
        return Dollars.plain(price.amount().multiply(BigDecimal.valueOf(units)));
    }
}
