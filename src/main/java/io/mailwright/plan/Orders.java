package io.mailwright.plan;

import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How slots are split into orders: one type each, at most the type's cap of domains, in slot order. */
final class Orders {
    private final List<PlannedOrder> orders = new ArrayList<>();
    private final Map<Integer, Integer> numberBySlot = new HashMap<>();

    Orders(List<Slot> slots, Map<Provider, UnitPrice> prices) {
        Map<Provider, List<Slot>> byType = new LinkedHashMap<>();
        slots.forEach(slot -> byType.computeIfAbsent(slot.provider(), type -> new ArrayList<>())
                .add(slot));
        byType.forEach((type, ofType) -> {
            for (int from = 0; from < ofType.size(); from += type.domainsPerOrder()) {
                add(type, ofType.subList(from, Math.min(from + type.domainsPerOrder(), ofType.size())), prices);
            }
        });
    }

    List<PlannedOrder> list() {
        return List.copyOf(orders);
    }

    int numberOf(Slot slot) {
        return numberBySlot.get(slot.number());
    }

    private void add(Provider type, List<Slot> slots, Map<Provider, UnitPrice> prices) {
        int number = orders.size() + 1;
        int mailboxes = slots.stream().mapToInt(slot -> slot.aliases().size()).sum();
        slots.forEach(slot -> numberBySlot.put(slot.number(), number));
        orders.add(new PlannedOrder(
                number,
                type,
                "scaledmail",
                null,
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
